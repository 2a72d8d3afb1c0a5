import { roleSchema } from '@msp/workflows';
import * as z from 'zod/mini';

/** `typ` of our tokens: a token made for something else is never taken for one of ours. */
export const TOKEN_TYPE = 'msp+jwt';

export const MAX_TOKEN_SECONDS = 600;

const id = z.string().check(z.regex(/^[^\p{Cc}\p{Cs}]{1,200}$/u));
const seconds = z.int().check(z.minimum(0));

/** Of the algorithms of JOSE, these two. A key has one, and no token chooses. */
export const algorithmSchema = z.enum(['ES256', 'EdDSA']);
export type Algorithm = z.output<typeof algorithmSchema>;

/** The header of a token: these and nothing more (no `crit`, `jwk`, `jku`, `x5c`). */
export const tokenHeaderSchema = z.strictObject({
  alg: algorithmSchema,
  kid: z.string().check(z.minLength(1), z.maxLength(200)),
  typ: z.literal(TOKEN_TYPE),
});

/** Names of tenants: plain, so that they can stand in a log, a key and a setting. */
export const tenantSchema = z.string().check(z.regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/));

/** What a token says. Unknown claims are refused, so that a scope with a spelling mistake never widens a token. */
export const claimsSchema = z
  .strictObject({
    iss: id,
    aud: id,
    sub: id,
    tenant: tenantSchema,
    role: roleSchema,
    org: id,
    case: z.exactOptional(z.uuid()),
    once: z.exactOptional(z.literal(true)),
    jti: id,
    iat: seconds,
    nbf: z.exactOptional(seconds),
    exp: seconds,
  })
  .check(z.refine(({ iat, exp }) => exp > iat && exp - iat <= MAX_TOKEN_SECONDS));
