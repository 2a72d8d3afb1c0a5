import * as z from 'zod/mini';
import { type Route, caseScopedRoles, headers, idempotencyKeySchema, parseVersion } from '../../contract.js';
import { caseIdSchema } from '../../contract/shapes.js';
import type { Authenticate, Identity } from '../auth/identity.js';
import { Refusal } from '../problem.js';

/**
 * Who calls, if they may call this route at all. Roles that reach one case need a token that names it; whoever has such a token
 * reaches no other case, and cannot tell it from one that does not exist.
 *
 * @throws {Refusal} `unauthenticated`, `forbidden`, `not-found`, `unavailable`
 */
export const admit = async (
  route: Route,
  request: Request,
  caseId: string | undefined,
  { authenticate, now }: { readonly authenticate: Authenticate; readonly now: Date },
): Promise<Identity> => {
  const identity = await authenticate(request, now).catch((cause: unknown) => {
    if (cause instanceof TypeError && cause.message.startsWith('[@msp/sdk]')) throw cause;
    throw new Refusal('unavailable', { detail: 'It cannot be checked just now who you are.' });
  });
  if (!identity) throw new Refusal('unauthenticated', { headers: { 'WWW-Authenticate': 'Bearer' } });
  if (route.roles !== 'anyone' && !route.roles.includes(identity.role)) throw new Refusal('forbidden');
  if (identity.once !== undefined && !route.takesOnce) {
    throw new Refusal('forbidden', { detail: 'Your token is for raising one concern.' });
  }
  if (!route.caseScoped) {
    const listsBeyondItsCase = identity.caseId !== undefined && route.method === 'GET';
    if (listsBeyondItsCase) throw new Refusal('forbidden', { detail: 'Your token is for one case only.' });
    return identity;
  }
  if (identity.caseId === undefined && caseScopedRoles.includes(identity.role)) {
    throw new Refusal('forbidden', { detail: 'Your role needs a token for one case.' });
  }
  if (identity.caseId !== undefined && identity.caseId !== caseId) throw new Refusal('not-found');
  if (!z.safeParse(caseIdSchema, caseId).success) throw new Refusal('not-found');
  return identity;
};

/** @throws {Refusal} `idempotency-key-missing`, `invalid-request` */
export const idempotencyKeyOf = (request: Request): string => {
  const key = request.headers.get(headers.idempotencyKey);
  if (key === null) throw new Refusal('idempotency-key-missing');
  if (z.safeParse(idempotencyKeySchema, key).success) return key;
  throw new Refusal('invalid-request', {
    issues: [{ path: headers.idempotencyKey, message: 'has to be 16 to 100 letters, digits, “-” or “_”' }],
  });
};

/** @throws {Refusal} `version-missing`, `invalid-request` */
export const expectedVersionOf = (request: Request): number => {
  const header = request.headers.get(headers.ifMatch);
  if (header === null) throw new Refusal('version-missing');
  const version = parseVersion(header);
  if (version !== undefined) return version;
  throw new Refusal('invalid-request', {
    issues: [{ path: headers.ifMatch, message: 'has to be a version in double quotes, such as "7"' }],
  });
};

/** @throws {Refusal} `invalid-request` */
export const checkApiVersion = (request: Request, supported: string): void => {
  const wanted = request.headers.get(headers.apiVersion);
  if (wanted === null || wanted === supported) return;
  throw new Refusal('invalid-request', {
    issues: [{ path: headers.apiVersion, message: `this server speaks version ${supported}` }],
  });
};
