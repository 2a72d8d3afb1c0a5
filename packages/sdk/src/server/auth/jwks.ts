import { type JWK, createRemoteJWKSet, customFetch } from 'jose';
import { algorithmSchema } from './claims.js';

export type JwksOptions = {
  readonly fetch?: typeof fetch;
  /** For how long what was fetched is good, in seconds; ten minutes where nothing is said. */
  readonly maxAgeSeconds?: number;
  /** How long it waits, at least, between two fetches because of a `kid` that it does not know; 30 seconds where nothing is said. */
  readonly cooldownSeconds?: number;
};

const isLocal = ({ hostname }: URL): boolean => ['localhost', '127.0.0.1', '[::1]'].includes(hostname);

/** Of what an address gives, the keys that may sign our tokens. */
const isOurs = ({ kid, alg, use, d }: JWK): boolean =>
  kid !== undefined && d === undefined && (use ?? 'sig') === 'sig' && algorithmSchema.safeParse(alg).success;

/**
 * Public keys from the address where your back end publishes them (a JSON Web Key Set): for the option `keys` of `jwtAuth`, so that keys
 * can be rotated. Fetched when they are asked for, and again for a `kid` that is new. While the address does not answer, what was
 * fetched last goes on; if nothing ever was, nobody can be known, and callers are told to try again.
 *
 * @throws {TypeError} for an address that is not `https:` (or this machine)
 * @example
 * const auth = jwtAuth({ issuer, audience, keys: jwksKeys('https://portal.example/.well-known/jwks.json') });
 */
export const jwksKeys = (
  address: string,
  { fetch: get, maxAgeSeconds = 600, cooldownSeconds = 30 }: JwksOptions = {},
): ((kid: string) => Promise<readonly JWK[]>) => {
  const url = new URL(address);
  if (url.protocol !== 'https:' && !isLocal(url)) {
    throw new TypeError(
      '[@msp/sdk] jwksKeys: the address has to begin with https://. Keys on any other way can be swapped.',
    );
  }
  const set = createRemoteJWKSet(url, {
    cacheMaxAge: maxAgeSeconds * 1000,
    cooldownDuration: cooldownSeconds * 1000,
    ...(get && { [customFetch]: get }),
  });
  const known = (): readonly JWK[] => (set.jwks()?.keys ?? []).filter(isOurs);
  return async (kid) => {
    const isNew = !set.coolingDown && known().every((key) => key.kid !== kid);
    if (!set.fresh || isNew) {
      await set.reload().catch((error: unknown) => {
        if (set.jwks() === undefined) throw error;
      });
    }
    return known();
  };
};
