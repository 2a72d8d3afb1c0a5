import { eventTypes } from '@msp/workflows';
import * as z from 'zod/mini';

const code = z.string().check(z.regex(/^[a-z][a-z0-9-]{0,39}$/));
const line = z.string().check(z.minLength(1), z.maxLength(200));
const text = z.string().check(z.minLength(1), z.maxLength(2000));

/** What is said in English, and in Welsh where a council says it in Welsh too. */
const bilingual = z.strictObject({ en: text, cy: z.exactOptional(text) });

/** Exact: scheme, host and port, such as `https://portal.example`. */
export const originSchema = z.string().check(
  z.maxLength(200),
  z.refine((origin) => URL.canParse(origin) && new URL(origin).origin === origin, {
    error: 'has to be an exact origin, such as "https://portal.example", without a path or a star',
  }),
);

const SITE_KEY = /^site\.[A-Za-z0-9][A-Za-z0-9._-]{0,99}\.[2-9A-Z]{16}$/;

/** A public name for a page without a back end: it begins with `site.` and the organisation, and ends with 16 letters and digits. */
export const siteKeySchema = z.string().check(
  z.regex(SITE_KEY, {
    error: 'has to be a site key, such as "site.larkshire.7KQ2XW4HDR9MTC3P": newSiteKey("larkshire") makes one',
  }),
);

/** Whom to talk to: shown on every page of the form. */
const contact = z.strictObject({
  id: code,
  label: bilingual,
  phone: z.exactOptional(z.string().check(z.regex(/^[0-9+() ]{3,30}$/))),
  textphone: z.exactOptional(z.string().check(z.regex(/^[0-9+() ]{3,30}$/))),
  email: z.exactOptional(z.email()),
  hours: z.exactOptional(bilingual),
});

const webAddress = z.url({ protocol: /^https$/, error: 'has to be an address that begins with https://' });

const theme = z.record(
  z.string().check(z.regex(/^--msp-[a-z][a-z-]{0,40}$/, { error: 'has to be a token, such as --msp-color-action' })),
  // No brackets but those of rgb() and its like, and never an address: a theme loads nothing.
  z
    .string()
    .check(z.maxLength(120), z.regex(/^(?!.*\burl\b)[\w\s#.,%()/'"-]+$/i, { error: 'has to be a plain value' })),
);

/** Over HTTPS; on this computer, for trying things out, without. */
const isWebhookAddress = (address: string): boolean => {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname, username, password } = new URL(address);
  if (username !== '' || password !== '') return false;
  return protocol === 'https:' || (protocol === 'http:' && ['localhost', '127.0.0.1'].includes(hostname));
};

const webhookAddress = z
  .string()
  .check(
    z.maxLength(1000),
    z.refine(isWebhookAddress, { error: 'has to be an address that begins with https://, without a password in it' }),
  );

/** Where an organisation's own systems are told of what happened: by references, never by words. */
const webhook = z.strictObject({
  id: code,
  url: webhookAddress,
  /** The newest first. While a secret is replaced, both stand here and both sign. */
  secrets: z
    .array(z.string().check(z.regex(/^whsec_[A-Za-z0-9+/]{32,88}={0,2}$/)))
    .check(z.minLength(1), z.maxLength(3)),
  /** Left out: every type of event. */
  events: z.exactOptional(z.array(z.enum(eventTypes as [string, ...string[]]))),
  /** A partner's: told only of entries that this organisation may see as a partner. */
  partner: z.exactOptional(line),
});

const unique = <T extends { readonly id: string }>(items: readonly T[]): boolean =>
  new Set(items.map(({ id }) => id)).size === items.length;

const list = <S extends z.ZodMiniType<{ readonly id: string }>>(item: S) =>
  z.array(item).check(z.maxLength(20), z.refine(unique, { error: 'has two with the same id' }));

/**
 * What an organisation sets for itself, in a file or over the interface. Everything may be left out.
 *
 * It holds secrets (`webhooks[].secrets`): keep a file of it as you keep a password.
 */
export const tenantSettingsSchema = z.strictObject({
  name: z.exactOptional(bilingual),
  /** The id of the policy pack that its cases follow: one that the handler was given. */
  policy: z.exactOptional(line),
  /** Words of its own in place of ours, by message id. */
  words: z.exactOptional(z.record(z.string().check(z.maxLength(100)), bilingual)),
  contacts: z.exactOptional(list(contact)),
  /** Where “leave this page now” goes. */
  exitTo: z.exactOptional(webAddress),
  theme: z.exactOptional(theme),
  /** Pages that may call with a token of the organisation’s back end. */
  allowedOrigins: z.exactOptional(z.array(originSchema).check(z.maxLength(50))),
  /** Pages that may take a concern without a back end. */
  siteKeys: z.exactOptional(
    z
      .array(z.strictObject({ key: siteKeySchema, origins: z.array(originSchema).check(z.maxLength(50)) }))
      .check(z.maxLength(20)),
  ),
  /** For how many days a draft is kept. */
  draftDays: z.exactOptional(z.int().check(z.minimum(1), z.maximum(30))),
  /** For how many days the code of a receipt opens the page of whoever raised the concern; 180 where nothing is said. For receipts from then on. */
  receiptDays: z.exactOptional(z.int().check(z.minimum(1), z.maximum(365))),
  /**
   * After how many years without an entry the words of a closed case are due for erasure (UK GDPR, Article 5(1)(e)), by the organisation's own
   * retention schedule. Managers are told which; nothing is erased by itself. Left out: nothing falls due.
   */
  closedCasesYears: z.exactOptional(z.int().check(z.minimum(1), z.maximum(100))),
  webhooks: z.exactOptional(list(webhook)),
});

export type TenantSettings = z.output<typeof tenantSettingsSchema>;
export type Webhook = z.output<typeof webhook>;

/** The settings as they are read over the interface: without secrets. */
export const shownSettingsSchema = z.object({
  version: z.int(),
  settings: z.extend(tenantSettingsSchema, {
    webhooks: z.exactOptional(z.array(z.omit(webhook, { secrets: true }))),
  }),
});
export type ShownSettings = z.output<typeof shownSettingsSchema>;

/** Settings to be kept. A webhook that was there before may come without secrets: it keeps those that it has. */
export const newSettingsSchema = z.extend(tenantSettingsSchema, {
  webhooks: z.exactOptional(list(z.partial(webhook, { secrets: true }))),
});
export type NewSettings = z.output<typeof newSettingsSchema>;

/** What anybody may know of an organisation: what its public form shows. */
export const siteSchema = z.object({
  token: z.string(),
  expiresAt: z.iso.datetime({ offset: true }),
  site: z.pick(tenantSettingsSchema, { name: true, words: true, contacts: true, exitTo: true, theme: true }),
});
export type Site = z.output<typeof siteSchema>;

export const openSiteSchema = z.strictObject({ siteKey: siteKeySchema });
