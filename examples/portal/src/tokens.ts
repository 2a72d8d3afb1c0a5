import { jwtAuth, mintToken } from '@msp/sdk/server';
import type { KeyPair } from './keys.js';
import { type SignedIn, TENANT, isPersonName, people, theAdult } from './people.js';

const ISSUER = 'example-portal';
const AUDIENCE = 'msp';
const TEN_MINUTES = 600;

export type Tokens = {
  /** What the handler asks to find out who calls. */
  readonly auth: ReturnType<typeof jwtAuth>;
  /** A token for somebody of this example: ten minutes long, for one tenant, in one role. */
  mint(who: SignedIn, options?: { readonly caseId?: string | undefined; readonly clock?: () => Date }): Promise<string>;
};

/** The portal's back end mints the tokens, and the handler takes no others. */
export const tokensWith = ({ privateKey, publicKey }: KeyPair): Tokens => ({
  auth: jwtAuth({ issuer: ISSUER, audience: AUDIENCE, keys: [publicKey], tenants: [TENANT] }),
  mint: (who, { caseId, clock } = {}) =>
    mintToken(
      { key: privateKey, issuer: ISSUER, audience: AUDIENCE, ...(clock && { clock }) },
      { tenant: TENANT, ...who, ttlSeconds: TEN_MINUTES, ...(caseId !== undefined && { caseId }) },
    ),
});

const CASE_ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * Answers `POST /token?as=…`: who it is for is chosen on the page, because this example has no sign-in. In a real portal this
 * line asks the session instead, and never believes the page.
 *
 * `as=person&case=…` is the adult, on their own page.
 */
export const tokenFor = async (tokens: Tokens, query: URLSearchParams): Promise<string | undefined> => {
  const name = query.get('as') ?? '';
  if (isPersonName(name)) return tokens.mint(people[name]);
  const caseId = query.get('case') ?? '';
  if (name === 'person' && CASE_ID.test(caseId)) return tokens.mint(theAdult(caseId), { caseId });
  return undefined;
};
