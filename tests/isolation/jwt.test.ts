import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { carelessAuth } from './support/careless-auth.js';
import { callerOf, realAuth, tryForgeries } from './support/forging.js';
import { aGoodToken } from './support/good-tokens.js';
import { randomFrom } from './support/random.js';

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const ORDER_OF_P256 = BigInt('0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551');

describe('a token that nobody who may sign ever signed', () => {
  it('is not taken, however it was made', async () => {
    const tried = await tryForgeries(realAuth(), { seed: 20_261_123, count: 1_500 });
    assert.ok([...tried.values()].every((count) => count > 40));
  });

  for (const [slip, auth] of Object.entries(carelessAuth))
    it(`would be noticed to be taken where ${slip}`, async () => {
      await assert.rejects(tryForgeries(auth, { seed: 1, count: 400 }), { code: 'ERR_ASSERTION' });
    });
});

describe('another writing of the signature that was given', () => {
  const random = randomFrom(7);

  it('with the bits changed that mean nothing names nobody', async () => {
    for (let count = 0; count < 8; count += 1) {
      const { token } = aGoodToken(random);
      for (const letter of ALPHABET) {
        const other = `${token.slice(0, -1)}${letter}`;
        if (other !== token) assert.equal(await callerOf(realAuth(), other), undefined);
      }
    }
  });

  // RFC 7518 asks for neither of the two, and who signs gives one or the other by chance: refusing one would refuse half of the good tokens.
  it('with the other of the two numbers that ECDSA allows names the same caller or nobody', async () => {
    let tried = 0;
    while (tried < 8) {
      const { token, parts, signer } = aGoodToken(random);
      if (signer.alg !== 'ES256') continue;
      const bytes = Buffer.from(parts[2], 'base64url');
      const number = ORDER_OF_P256 - BigInt(`0x${bytes.toString('hex', 32)}`);
      bytes.write(number.toString(16).padStart(64, '0'), 32, 'hex');
      const other = await callerOf(realAuth(), `${parts[0]}.${parts[1]}.${bytes.toString('base64url')}`);
      if (other !== undefined) assert.deepEqual(other, await callerOf(realAuth(), token));
      tried += 1;
    }
  });
});
