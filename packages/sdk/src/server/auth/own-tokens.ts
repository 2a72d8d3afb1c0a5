import { type Role, roleSchema } from '@msp/workflows';
import { SignJWT, decodeProtectedHeader, jwtVerify } from 'jose';
import * as z from 'zod/mini';
import type { Store } from '../../store/port.js';
import type { TenantKeys } from '../tenants/tenant-key.js';
import { isCanonicalToken } from './canonical.js';
import { MAX_TOKEN_SECONDS, tenantSchema } from './claims.js';
import type { Authenticate, Identity } from './identity.js';

/**
 * Tokens that the server mints for itself to read: for a page without a back end, and for somebody who opened a code. Their secret is the
 * organisation's own and leaves the server never, so that one algorithm with a shared secret is enough; their `typ` keeps them apart from
 * every host's.
 */
const TYPE = 'msp-own+jwt';
const ALGORITHM = 'HS256';
const ISSUER = 'msp';
const TOLERANCE_SECONDS = 30;
const BEARER = /^Bearer ([\w-]{1,1000}\.[\w-]{1,3000}\.[\w-]{1,100})$/;

const headerSchema = z.strictObject({ alg: z.literal(ALGORITHM), kid: tenantSchema, typ: z.literal(TYPE) });

const claimsSchema = z.strictObject({
  iss: z.literal(ISSUER),
  aud: z.literal(ISSUER),
  sub: z.string(),
  tenant: tenantSchema,
  role: roleSchema,
  org: z.string(),
  case: z.exactOptional(z.uuid()),
  once: z.exactOptional(z.literal(true)),
  code: z.exactOptional(z.string()),
  jti: z.string(),
  iat: z.int(),
  exp: z.int(),
});

export type OwnToken = {
  readonly tenant: string;
  readonly role: Role;
  readonly subject: string;
  readonly organisation: string;
  readonly caseId?: string;
  readonly once?: true;
  /** The id of the code that it was given for: it ends with it. */
  readonly code?: string;
};

export type MintedToken = { readonly token: string; readonly expiresAt: string };

/** Mints a token of the server's own: ten minutes long. */
export const mintOwn = async (
  keys: TenantKeys,
  { tenant, role, subject, organisation, caseId, once, code }: OwnToken,
  now: Date,
): Promise<MintedToken> => {
  const iat = Math.floor(now.getTime() / 1000);
  const exp = iat + MAX_TOKEN_SECONDS;
  const claims = {
    ...{ iss: ISSUER, aud: ISSUER, sub: subject, tenant, role, org: organisation },
    ...(caseId !== undefined && { case: caseId }),
    ...(once && { once }),
    ...(code !== undefined && { code }),
    ...{ jti: crypto.randomUUID(), iat, exp },
  };
  const token = await new SignJWT(claims)
    .setProtectedHeader({ alg: ALGORITHM, kid: tenant, typ: TYPE })
    .sign(await keys.get(tenant, 'tokens'));
  return { token, expiresAt: new Date(exp * 1000).toISOString() };
};

const headerOf = (token: string): z.output<typeof headerSchema> | undefined => {
  try {
    return z.safeParse(headerSchema, decodeProtectedHeader(token)).data;
  } catch {
    return undefined;
  }
};

/** Knows the callers to whom the server gave a token of its own. */
export const ownTokens =
  (keys: TenantKeys, store: Pick<Store, 'isCodeGood'>): Authenticate =>
  async (request, now): Promise<Identity | undefined> => {
    const token = BEARER.exec(request.headers.get('authorization') ?? '')?.[1];
    const header = token !== undefined && isCanonicalToken(token) ? headerOf(token) : undefined;
    const secret = header && (await keys.find(header.kid, 'tokens'));
    if (token === undefined || !header || !secret) return undefined;
    const verified = await jwtVerify(token, secret, {
      algorithms: [ALGORITHM],
      issuer: ISSUER,
      audience: ISSUER,
      typ: TYPE,
      currentDate: now,
      clockTolerance: TOLERANCE_SECONDS,
    }).catch(() => undefined);
    const claims = z.safeParse(claimsSchema, verified?.payload).data;
    if (!claims || claims.tenant !== header.kid || claims.exp - claims.iat > MAX_TOKEN_SECONDS) return undefined;
    if (claims.iat > now.getTime() / 1000 + TOLERANCE_SECONDS) return undefined;
    const { code } = claims;
    if (code !== undefined && !(await store.isCodeGood(claims.tenant, code))) return undefined;
    return {
      ...{ tenant: claims.tenant, role: claims.role, subject: claims.sub, organisation: claims.org },
      expiresAt: claims.exp * 1000,
      ...(claims.case !== undefined && { caseId: claims.case }),
      ...(claims.once && { once: claims.jti }),
    };
  };
