import type { Role } from '@msp/workflows';
import { type JWK, SignJWT, exportJWK, generateKeyPair, importJWK } from 'jose';
import * as z from 'zod/mini';
import { type Algorithm, MAX_TOKEN_SECONDS, TOKEN_TYPE, algorithmSchema, claimsSchema } from './claims.js';

const DEFAULT_SECONDS = 300;

export type MintOptions = {
  /** The private key, with `kid` and `alg`. It stays in the host's back end. */
  readonly key: JWK;
  readonly issuer: string;
  readonly audience: string;
  readonly clock?: () => Date;
};

export type TokenClaims = {
  readonly tenant: string;
  readonly role: Role;
  /** An opaque id of the host's, never a name. */
  readonly subject: string;
  readonly organisation: string;
  /** The one case that the token reaches. Everybody but practitioners and managers needs it to read or record. */
  readonly caseId?: string;
  /** Good for one concern and nothing else: for a public form, where nobody is signed in. */
  readonly once?: boolean;
  /** How long it lives: 1 to 600, 300 where nothing is said. */
  readonly ttlSeconds?: number;
};

/**
 * Mints a token for the host's page: short-lived, signed, for one person in one role. For the host's back end only.
 *
 * @throws {TypeError} naming the option or claim that does not fit
 * @example
 * const token = await mintToken(
 *   { key: privateKey, issuer: 'https://portal.example', audience: 'msp' },
 *   { tenant: 'council', role: 'practitioner', subject: 'worker-17', organisation: 'council' },
 * );
 */
export const mintToken = async (
  { key, issuer, audience, clock = () => new Date() }: MintOptions,
  { tenant, role, subject, organisation, caseId, once, ttlSeconds = DEFAULT_SECONDS }: TokenClaims,
): Promise<string> => {
  const { data: alg } = algorithmSchema.safeParse(key.alg);
  if (!alg) throw new TypeError('[@msp/sdk] mintToken: option "key" needs "alg": "ES256" or "EdDSA".');
  if (!key.kid) throw new TypeError('[@msp/sdk] mintToken: option "key" needs a "kid", the same as its public part.');
  const iat = Math.floor(clock().getTime() / 1000);
  const claims = z.safeParse(claimsSchema, {
    iss: issuer,
    aud: audience,
    sub: subject,
    tenant,
    role,
    org: organisation,
    ...(caseId === undefined ? {} : { case: caseId }),
    ...(once === true ? { once } : {}),
    jti: crypto.randomUUID(),
    iat,
    exp: iat + ttlSeconds,
  });
  if (!claims.success) {
    const fields = claims.error.issues.map(({ path }) => path.join('.') || `ttlSeconds (1 to ${MAX_TOKEN_SECONDS})`);
    throw new TypeError(`[@msp/sdk] mintToken: these claims do not fit: ${fields.join(', ')}.`);
  }
  return new SignJWT(claims.data)
    .setProtectedHeader({ alg, kid: key.kid, typ: TOKEN_TYPE })
    .sign(await importJWK(key, alg));
};

/** A new pair of keys with one `kid`: the private one for the host's back end, the public one for `jwtAuth`. */
export const newKeyPair = async ({
  alg = 'ES256',
  kid = crypto.randomUUID(),
}: { readonly alg?: Algorithm; readonly kid?: string } = {}): Promise<{ privateKey: JWK; publicKey: JWK }> => {
  const pair = await generateKeyPair(alg, { extractable: true });
  const [privateKey, publicKey] = await Promise.all([exportJWK(pair.privateKey), exportJWK(pair.publicKey)]);
  return { privateKey: { ...privateKey, kid, alg }, publicKey: { ...publicKey, kid, alg } };
};
