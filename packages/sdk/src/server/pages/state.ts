import type { Answers } from '@msp/workflows/questions';
import * as z from 'zod/mini';
import type { Deps } from '../call.js';
import { closeDraft, draftIdOf, newDraftCode, openDraft } from '../privacy/draft-code.js';
import { decrypt, encrypt, keyOf } from '../privacy/cipher.js';

/** For so long somebody may rest on a page. What they wrote is not kept on their device, and no longer than this with us. */
const HOURS = 4;

/** What travels with a page, sealed: the name of the draft, and the key that a concern is sent with, however often. */
const stateSchema = z.strictObject({ code: z.string(), key: z.string(), until: z.number() });
type State = z.output<typeof stateSchema>;

const answersSchema = z.record(z.string().check(z.maxLength(60)), z.union([z.string(), z.array(z.string())]));

/** One form that somebody is filling in, page by page, without scripts. */
export type Filling = {
  readonly answers: Answers;
  readonly idempotencyKey: string;
  /** The hidden field of the next page. Only this server reads it. */
  readonly sealed: string;
};

const about = (tenant: string): string => `msp page of ${tenant}`;

/** Something that travels with a page and that only this server reads. */
export const seal = async ({ tenancy }: Deps, tenant: string, state: object): Promise<string> =>
  encrypt(
    await keyOf(await tenancy.keys.get(tenant, 'pages')),
    new TextEncoder().encode(JSON.stringify(state)),
    about(tenant),
  );

/** What was sealed, if it is ours and has this shape. */
export const unsealed = async <S extends z.ZodMiniType>(
  { tenancy }: Deps,
  tenant: string,
  sealed: string,
  schema: S,
): Promise<z.output<S> | undefined> => {
  const key = await tenancy.keys.find(tenant, 'pages');
  if (!key) return undefined;
  const plain = await decrypt(await keyOf(key), sealed, about(tenant)).catch(() => undefined);
  return plain && z.safeParse(schema, JSON.parse(new TextDecoder().decode(plain))).data;
};

const unseal = async (deps: Deps, tenant: string, sealed: string): Promise<State | undefined> => {
  const state = await unsealed(deps, tenant, sealed, stateSchema);
  return state && state.until > deps.clock().getTime() ? state : undefined;
};

const keep = async (deps: Deps, tenant: string, state: State, answers: Answers): Promise<Filling> => {
  const words = await closeDraft(tenant, state.code, { answers });
  const expiresAt = new Date(state.until).toISOString();
  await deps.store.saveDraft(tenant, draftIdOf(tenant, state.code), { words, expiresAt });
  return { answers, idempotencyKey: state.key, sealed: await seal(deps, tenant, state) };
};

/** Begins a form: nothing is written yet. */
export const begin = async (deps: Deps, tenant: string): Promise<Filling> => {
  const until = deps.clock().getTime() + HOURS * 3_600_000;
  const key = crypto.randomUUID();
  return keep(deps, tenant, { code: newDraftCode(), key, until }, {});
};

/** Goes on with a form, with what was written on the page that came back. Nothing where it is none of ours, or too old. */
export const goOn = async (
  deps: Deps,
  tenant: string,
  sealed: string,
  change: (answers: Answers) => Answers,
): Promise<Filling | undefined> => {
  const state = await unseal(deps, tenant, sealed);
  const kept = state && (await deps.store.readDraft(tenant, draftIdOf(tenant, state.code), deps.clock().toISOString()));
  if (!state || !kept) return undefined;
  const { answers } = (await openDraft(tenant, state.code, kept.words)) as { answers: unknown };
  return keep(deps, tenant, state, change(z.parse(answersSchema, answers)));
};

/** Ends a form: it was sent, and what was written is kept with the case and nowhere else. */
export const end = async (deps: Deps, tenant: string, sealed: string): Promise<void> => {
  const state = await unseal(deps, tenant, sealed);
  if (state) await deps.store.dropDraft(tenant, draftIdOf(tenant, state.code));
};
