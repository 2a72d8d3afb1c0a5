import type { TenantSettings, routes } from '../../contract.js';
import { mintOwn } from '../auth/own-tokens.js';
import type { Answer, Call } from '../call.js';
import { Refusal } from '../problem.js';
import { tenantOfSiteKey } from '../tenants/settings.js';

/** What a public form shows of an organisation. */
export const siteOf = ({ name, words, contacts, exitTo, theme }: TenantSettings): object => ({
  ...(name && { name }),
  ...(words && { words }),
  ...(contacts && { contacts }),
  ...(exitTo !== undefined && { exitTo }),
  ...(theme && { theme }),
});

/**
 * A token that is good for one concern, for a page that has a site key and no back end. A key that is none, and a page that may not use
 * it, are told the same.
 */
export const openSite = async ({ deps, now, body, origin, meet }: Call<typeof routes.openSite>): Promise<Answer> => {
  const tenant = tenantOfSiteKey(body.siteKey);
  const settings = await deps.tenancy.settingsOf(tenant);
  const site = settings.siteKeys?.find(({ key }) => key === body.siteKey);
  if (!site || origin === undefined || !site.origins.includes(origin)) {
    throw new Refusal('forbidden', { detail: 'This page may not use this site key.' });
  }
  meet({ tenant });
  // One subject a site: a retry with a fresh token is known as the same sender's.
  const subject = `site:${body.siteKey.slice(-16)}`;
  const caller = { tenant, role: 'referrer', subject, organisation: 'public', once: true } as const;
  return { body: { ...(await mintOwn(deps.tenancy.keys, caller, now)), site: siteOf(settings) } };
};
