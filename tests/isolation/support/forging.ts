import assert from 'node:assert/strict';
import { type Authenticate, type Identity, jwtAuth } from '@msp/sdk/server';
import { forgeries } from './forgeries.js';
import { AUDIENCE, type Good, ISSUER, NOW, aGoodToken, publicKeys } from './good-tokens.js';
import { randomFrom } from './random.js';

export const realAuth = (): Authenticate => jwtAuth({ issuer: ISSUER, audience: AUDIENCE, keys: publicKeys });

/** Who this token says calls. The header is given as it is: a real request would not even carry some of these letters. */
export const callerOf = (auth: Authenticate, token: string): Promise<Identity | undefined> => {
  const get = (name: string): string | null => (name.toLowerCase() === 'authorization' ? `Bearer ${token}` : null);
  return auth({ headers: { get } } as unknown as Request, NOW);
};

const FRESH = 50;

/**
 * Makes so many tokens that nobody who may sign ever signed, of every kind in turn, from good ones that are made anew now and then.
 *
 * @throws AssertionError for the first that is taken, and for a good one that is not
 * @returns how many there were of each kind; a change that by chance changed nothing is none
 */
export const tryForgeries = async (
  auth: Authenticate,
  { seed, count }: { readonly seed: number; readonly count: number },
): Promise<ReadonlyMap<string, number>> => {
  const random = randomFrom(seed);
  const kinds = Object.entries(forgeries);
  const tried = new Map<string, number>(kinds.map(([kind]) => [kind, 0]));
  let [good, other]: [Good, Good] = [aGoodToken(random), aGoodToken(random)];
  for (let number = 0; number < count; number += 1) {
    if (number % FRESH === 0) {
      [good, other] = [aGoodToken(random), good];
      const { sub } = good.claims;
      assert.equal((await callerOf(auth, good.token))?.subject, sub, 'what the forgeries are made from is good');
    }
    const [kind, forge] = kinds[number % kinds.length] as (typeof kinds)[number];
    const forged = forge(good, random, other);
    if (forged === good.token || forged === other.token) continue;
    const caller = await callerOf(auth, forged);
    assert.equal(caller, undefined, `${kind}: ${forged} was made from ${good.token}`);
    tried.set(kind, (tried.get(kind) ?? 0) + 1);
  }
  return tried;
};
