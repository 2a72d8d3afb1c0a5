import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { jwtAuth, mintToken, newKeyPair } from '../index.js';
import { verifiedTokens } from './verified.js';

const START = Date.parse('2026-03-02T09:00:00Z');
const at = (seconds: number): Date => new Date(START + seconds * 1000);
const maker = { issuer: 'https://portal.example', audience: 'msp' };
const claims = { tenant: 'council', role: 'manager', subject: 'worker-1', organisation: 'council' } as const;
const one = await newKeyPair({ kid: 'one' });
const two = await newKeyPair({ kid: 'two' });
const mint = async (): Promise<string> =>
  mintToken({ ...maker, key: one.privateKey, clock: () => at(0) }, { ...claims, ttlSeconds: 300 });
const ask = (token: string): Request =>
  new Request('https://msp.example/v1/cases', { headers: { authorization: `Bearer ${token}` } });

describe('a token that was checked already', () => {
  it('is taken again without another check, and refused once it expired', async () => {
    const auth = jwtAuth({ ...maker, keys: [one.publicKey] });
    const token = await mint();
    for (const seconds of [0, 1, 299]) assert.equal((await auth(ask(token), at(seconds)))?.subject, 'worker-1');
    assert.equal(await auth(ask(token), at(331)), undefined);
  });

  it('helps nobody who changes one sign of it', async () => {
    const auth = jwtAuth({ ...maker, keys: [one.publicKey] });
    const token = await mint();
    assert.ok(await auth(ask(token), at(0)));
    for (let index = 0; index < token.length - 1; index += 1) {
      const other = token[index] === 'A' ? 'B' : 'A';
      if (token[index] === '.') continue;
      assert.equal(await auth(ask(token.slice(0, index) + other + token.slice(index + 1)), at(1)), undefined);
    }
  });

  it('is refused as soon as its key is taken away', async () => {
    let keys = [one.publicKey, two.publicKey];
    const auth = jwtAuth({ ...maker, keys: () => keys });
    const token = await mint();
    assert.ok(await auth(ask(token), at(0)));
    keys = [two.publicKey];
    assert.equal(await auth(ask(token), at(1)), undefined);
  });

  it('is checked in full where the clock went back to before it was made', async () => {
    const auth = jwtAuth({ ...maker, keys: [one.publicKey] });
    const token = await mint();
    assert.ok(await auth(ask(token), at(0)));
    assert.equal(await auth(ask(token), at(-60)), undefined);
  });
});

describe('what is remembered', () => {
  it('has a bound, and the oldest goes first', () => {
    const verified = verifiedTokens(2);
    const known = { exp: START / 1000 + 300 } as never;
    for (const token of ['a', 'b', 'c']) verified.keep(token, known, at(0));
    assert.deepEqual(
      ['a', 'b', 'c'].map((token) => verified.find(token, at(1)) !== undefined),
      [false, true, true],
    );
  });
});
