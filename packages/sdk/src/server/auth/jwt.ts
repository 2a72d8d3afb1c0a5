import type { Role } from '@msp/workflows';
import { type CryptoKey, type JWK, decodeProtectedHeader, importJWK, jwtVerify } from 'jose';
import { isCanonicalToken } from './canonical.js';
import { type Algorithm, TOKEN_TYPE, algorithmSchema, claimsSchema, tokenHeaderSchema } from './claims.js';
import type { Authenticate } from './identity.js';
import { verifiedTokens } from './verified.js';

const MAX_TOKEN_LENGTH = 4096;
const TOLERANCE_SECONDS = 30;
const BEARER = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/;

export type JwtAuthOptions = {
  /** Who mints: the only `iss` that is taken. */
  readonly issuer: string;
  /** Who the tokens are for: the only `aud` that is taken, as a single string. */
  readonly audience: string;
  /** The public keys, each with `kid` and `alg`. A function is asked each time, so that keys can be rotated: `jwksKeys(address)`. */
  readonly keys: readonly JWK[] | ((kid: string) => readonly JWK[] | Promise<readonly JWK[]>);
  /** The tenants and roles for which this issuer may speak; without them, all. */
  readonly tenants?: readonly string[];
  readonly roles?: readonly Role[];
};

type Verifier = {
  readonly key: CryptoKey;
  readonly algorithm: Algorithm;
  readonly verified: ReturnType<typeof verifiedTokens>;
};

const publicOnly = (jwk: JWK): JWK => {
  if ('d' in jwk || jwk.kty === 'oct') {
    throw new TypeError('[@msp/sdk] jwtAuth: option "keys" has a private or a shared key. Give the public part only.');
  }
  return jwk;
};

const verifierOf = async (jwk: JWK): Promise<Verifier> => {
  const { data: algorithm } = algorithmSchema.safeParse(jwk.alg);
  const fits = (algorithm === 'ES256' && jwk.kty === 'EC') || (algorithm === 'EdDSA' && jwk.kty === 'OKP');
  if (!algorithm || !fits) {
    throw new TypeError(
      '[@msp/sdk] jwtAuth: a key in option "keys" needs "alg": "ES256" (with kty EC) or "EdDSA" (with kty OKP).',
    );
  }
  return { key: (await importJWK(jwk, algorithm)) as CryptoKey, algorithm, verified: verifiedTokens() };
};

const mustHaveIds = (keys: readonly JWK[]): readonly JWK[] => {
  const ids = keys.map(({ kid }) => kid);
  if (ids.some((kid) => !kid) || new Set(ids).size !== ids.length) {
    throw new TypeError('[@msp/sdk] jwtAuth: every key in option "keys" needs a "kid" of its own.');
  }
  return keys.map(publicOnly);
};

/**
 * Takes tokens that the host's back end minted: ES256 or EdDSA, one issuer, one audience, at most ten minutes long.
 *
 * @example
 * const auth = jwtAuth({ issuer: 'https://portal.example', audience: 'msp', keys: [publicKey] });
 */
export const jwtAuth = ({ issuer, audience, keys, tenants, roles }: JwtAuthOptions): Authenticate => {
  if (!issuer)
    throw new TypeError(
      '[@msp/sdk] jwtAuth: option "issuer" is missing. Give the name under which your back end mints.',
    );
  if (!audience)
    throw new TypeError('[@msp/sdk] jwtAuth: option "audience" is missing. Give the name of this service.');
  const fixed = typeof keys === 'function' ? undefined : mustHaveIds(keys);
  const verifiers = new Map<string, Promise<Verifier>>();

  const verifierFor = async (kid: string): Promise<Verifier | undefined> => {
    const known = fixed ?? mustHaveIds(await (keys as (kid: string) => readonly JWK[] | Promise<readonly JWK[]>)(kid));
    const jwk = known.find((key) => key.kid === kid);
    if (!jwk) return undefined;
    const identity = JSON.stringify(jwk);
    if (!verifiers.has(identity)) {
      if (verifiers.size > 100) verifiers.clear();
      verifiers.set(identity, verifierOf(jwk));
    }
    return verifiers.get(identity);
  };

  return async (request, now) => {
    const authorization = request.headers.get('authorization') ?? '';
    const token = authorization.length > MAX_TOKEN_LENGTH ? undefined : BEARER.exec(authorization)?.[1];
    if (token === undefined || !isCanonicalToken(token)) return undefined;
    const header = tokenHeaderSchema.safeParse(headerOf(token));
    if (!header.success) return undefined;
    const verifier = await verifierFor(header.data.kid);
    if (!verifier || verifier.algorithm !== header.data.alg) return undefined;
    const claims = verifier.verified.find(token, now) ?? (await claimsOf(token, verifier, { issuer, audience, now }));
    if (!claims) return undefined;
    const { tenant, role, sub, org, iat, exp, jti, once, case: caseId } = claims;
    if (iat > now.getTime() / 1000 + TOLERANCE_SECONDS) return undefined;
    if (tenants && !tenants.includes(tenant)) return undefined;
    if (roles && !roles.includes(role)) return undefined;
    return {
      ...{ tenant, role, subject: sub, organisation: org, expiresAt: exp * 1000 },
      ...(caseId === undefined ? {} : { caseId }),
      ...(once === undefined ? {} : { once: jti }),
    };
  };
};

const headerOf = (token: string): unknown => {
  try {
    return decodeProtectedHeader(token);
  } catch {
    return undefined;
  }
};

const claimsOf = async (
  token: string,
  { key, algorithm, verified }: Verifier,
  { issuer, audience, now }: { issuer: string; audience: string; now: Date },
) => {
  try {
    const { payload } = await jwtVerify(token, key, {
      algorithms: [algorithm],
      issuer,
      audience,
      typ: TOKEN_TYPE,
      currentDate: now,
      clockTolerance: TOLERANCE_SECONDS,
    });
    const { data: claims } = claimsSchema.safeParse(payload);
    if (claims && !claims.once) verified.keep(token, claims, now);
    return claims;
  } catch {
    return undefined;
  }
};
