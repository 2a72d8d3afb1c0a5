import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { JWK } from 'jose';
import { AUDIENCE, ISSUER, START, testServer } from '../handler.test.kit.js';
import { type JwksOptions, jwksKeys } from './jwks.js';
import { mintToken, newKeyPair } from './mint.js';

const ADDRESS = 'https://portal.example/.well-known/jwks.json';

/** An address that publishes these keys, and counts how often it is asked. */
const published = (...keys: JWK[]) => {
  const place = { keys, asked: 0, works: true };
  const get = async (): Promise<Response> => {
    place.asked += 1;
    if (!place.works) throw new TypeError('fetch failed');
    return Response.json({ keys: place.keys });
  };
  return Object.assign(place, { get: get as typeof fetch });
};

const serverWith = (place: ReturnType<typeof published>, more: JwksOptions = {}) =>
  testServer({ auth: { keys: jwksKeys(ADDRESS, { fetch: place.get, cooldownSeconds: 0, ...more }) } });

const clock = (): Date => new Date(START);
const statusFor = async (server: ReturnType<typeof testServer>, key: JWK): Promise<number> => {
  const claims = { tenant: 'council', role: 'manager', subject: 'manager-1', organisation: 'council' } as const;
  const token = await mintToken({ key, issuer: ISSUER, audience: AUDIENCE, clock }, claims);
  return (await server.send('GET', '/v1/cases', { token })).status;
};

test('keys are fetched once, and a token that one of them signed is known', async () => {
  const { privateKey, publicKey } = await newKeyPair({ kid: 'one' });
  const place = published(publicKey);
  const server = serverWith(place);
  for (let count = 0; count < 3; count += 1) assert.equal(await statusFor(server, privateKey), 200);
  assert.equal(place.asked, 1);
});

test('a key that is new is fetched when its first token comes; one that was taken away is known no more', async () => {
  const [one, two] = [await newKeyPair({ kid: 'one' }), await newKeyPair({ kid: 'two', alg: 'EdDSA' })];
  const place = published(one.publicKey);
  const server = serverWith(place);
  assert.equal(await statusFor(server, one.privateKey), 200);
  place.keys = [two.publicKey];
  assert.equal(await statusFor(server, two.privateKey), 200);
  assert.equal(await statusFor(server, one.privateKey), 401);
});

test('made-up kids do not make it ask again and again', async () => {
  const { privateKey, publicKey } = await newKeyPair({ kid: 'one' });
  const place = published(publicKey);
  const server = serverWith(place, { cooldownSeconds: 60 });
  assert.equal(await statusFor(server, privateKey), 200);
  for (let count = 0; count < 20; count += 1) {
    assert.equal(await statusFor(server, { ...privateKey, kid: `made-up-${count}` }), 401);
  }
  assert.equal(place.asked, 1);
});

test('another key under a kid that is published opens nothing', async () => {
  const [one, stranger] = [await newKeyPair({ kid: 'one' }), await newKeyPair({ kid: 'one' })];
  assert.equal(await statusFor(serverWith(published(one.publicKey)), stranger.privateKey), 401);
});

test('keys for something else, without a kid, or private ones are left aside', async () => {
  const [one, two, three] = [
    await newKeyPair({ kid: 'one' }),
    await newKeyPair({ kid: 'two' }),
    await newKeyPair({ kid: 'three' }),
  ];
  const { kid: _, ...nameless } = two.publicKey;
  const server = serverWith(
    published(
      nameless,
      { ...two.publicKey, use: 'enc' },
      three.privateKey,
      { kty: 'RSA', kid: 'rsa', alg: 'RS256' },
      one.publicKey,
    ),
  );
  assert.equal(await statusFor(server, one.privateKey), 200);
  assert.equal(await statusFor(server, two.privateKey), 401);
  assert.equal(await statusFor(server, three.privateKey), 401);
});

test('while the address does not answer, what was fetched goes on; before that, callers are told to try again', async () => {
  const { privateKey, publicKey } = await newKeyPair({ kid: 'one' });
  const place = published(publicKey);
  place.works = false;
  const server = serverWith(place, { maxAgeSeconds: 0 });
  assert.equal(await statusFor(server, privateKey), 503);
  place.works = true;
  assert.equal(await statusFor(server, privateKey), 200);
  place.works = false;
  assert.equal(await statusFor(server, privateKey), 200);
});

test('an address that others on the way could answer for is refused', () => {
  assert.throws(() => jwksKeys('http://portal.example/jwks.json'), /has to begin with https/);
  assert.throws(() => jwksKeys('not an address'), TypeError);
  assert.equal(typeof jwksKeys('http://localhost:8080/jwks.json'), 'function');
});
