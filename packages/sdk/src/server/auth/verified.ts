import type { claimsSchema } from './claims.js';
import type * as z from 'zod/mini';

type Claims = z.output<typeof claimsSchema>;

type Verified = { readonly claims: Claims; readonly at: number };

/**
 * Remembers the tokens whose signature was checked with one key, so that a page which asks ten things with one token costs one
 * check and not ten. Forgetting the key forgets them.
 *
 * A token that passed stays good until it expires, because all that is checked against the clock besides `exp` (`nbf`, `iat`)
 * only gets truer: so a hit needs a time between the check and `exp`, and whatever lies outside is checked in full again.
 */
export const verifiedTokens = (most = 2_000) => {
  const verified = new Map<string, Verified>();
  return {
    find(token: string, now: Date): Claims | undefined {
      const known = verified.get(token);
      if (!known) return undefined;
      if (now.getTime() < known.at) return undefined;
      if (now.getTime() < known.claims.exp * 1000) return known.claims;
      verified.delete(token);
      return undefined;
    },
    keep(token: string, claims: Claims, now: Date): void {
      const [oldest] = verified.keys();
      if (verified.size >= most && oldest !== undefined) verified.delete(oldest);
      verified.set(token, { claims, at: now.getTime() });
    },
  };
};
