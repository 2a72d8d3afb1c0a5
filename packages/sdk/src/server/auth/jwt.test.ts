import assert from 'node:assert/strict';
import { createHmac, createSign, generateKeyPairSync } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { type JWK, type JWTHeaderParameters, SignJWT, importJWK } from 'jose';
import { AUDIENCE, ISSUER, START, aCase, privateKey, publicKey, testServer } from '../handler.test.kit.js';
import { jwtAuth, mintToken, newKeyPair } from '../index.js';

const now = Math.floor(START / 1000);
const header = { alg: 'ES256', kid: 'portal-1', typ: 'msp+jwt' };
const claims = {
  iss: ISSUER,
  aud: AUDIENCE,
  sub: 'worker-1',
  tenant: 'council',
  role: 'manager',
  org: 'council',
  jti: 'one',
  iat: now,
  exp: now + 300,
};

const sign = async (payload: object, protectedHeader: object = header, key: JWK = privateKey): Promise<string> =>
  new SignJWT(payload as Record<string, unknown>)
    .setProtectedHeader(protectedHeader as JWTHeaderParameters)
    .sign(await importJWK(key, 'alg' in key ? key.alg : 'ES256'), { crit: { 'x-policy': true } });

const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const without = (field: string): object =>
  Object.fromEntries(Object.entries(claims).filter(([name]) => name !== field));

const statusWith = async (authorization: string, server = testServer()): Promise<number> =>
  (await server.send('GET', '/v1/cases', { headers: { authorization } })).status;

test('the token that every attack below is made from is a good one', async () => {
  assert.equal(await statusWith(`Bearer ${await sign(claims)}`), 200);
});

const stranger = await newKeyPair({ kid: 'portal-1' });
const edwards = await newKeyPair({ kid: 'portal-1', alg: 'EdDSA' });
const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ format: 'jwk' }) as JWK;
const good = await sign(claims);
const [goodHeader = '', goodPayload = '', goodSignature = ''] = good.split('.');
const hmac = (secret: string, alg: string): string => {
  const input = `${encode({ ...header, alg })}.${goodPayload}`;
  return `${input}.${createHmac('sha256', secret).update(input).digest('base64url')}`;
};
const flip = (text: string): string => (text.startsWith('A') ? `B${text.slice(1)}` : `A${text.slice(1)}`);

const attacks: Readonly<Record<string, string>> = {
  'alg none': `${encode({ ...header, alg: 'none' })}.${goodPayload}.`,
  'alg none with the good signature': `${encode({ ...header, alg: 'none' })}.${goodPayload}.${goodSignature}`,
  'alg NONE in capitals': `${encode({ ...header, alg: 'NONE' })}.${goodPayload}.x`,
  'HS256 with the public key as its secret': hmac(JSON.stringify(publicKey), 'HS256'),
  'HS256 with the x of the public key as its secret': hmac(publicKey.x ?? '', 'HS256'),
  'signed with HMAC but saying ES256': hmac(JSON.stringify(publicKey), 'ES256'),
  'RS256 by another key': await sign(claims, { ...header, alg: 'RS256' }, { ...rsa, alg: 'RS256' }),
  'EdDSA by another key under the same kid': await sign(claims, { ...header, alg: 'EdDSA' }, edwards.privateKey),
  'ES256 by another key under the same kid': await sign(claims, header, stranger.privateKey),
  'the good signature under another alg': `${encode({ ...header, alg: 'EdDSA' })}.${goodPayload}.${goodSignature}`,
  'ES384 in the header': `${encode({ ...header, alg: 'ES384' })}.${goodPayload}.${goodSignature}`,
  'a kid that is not known': await sign(claims, { ...header, kid: 'portal-2' }),
  'no kid': await sign(claims, { alg: 'ES256', typ: 'msp+jwt' }),
  'an empty kid': await sign(claims, { ...header, kid: '' }),
  'a kid that is a path': await sign(claims, { ...header, kid: '../../portal-1' }),
  'a kid that every object has': await sign(claims, { ...header, kid: '__proto__' }),
  'a kid that is a number': `${encode({ ...header, kid: 1 })}.${goodPayload}.${goodSignature}`,
  'a critical extension that we could agree to': await sign(claims, { ...header, crit: ['x-policy'], 'x-policy': 1 }),
  'its own key embedded': await sign(claims, { ...header, jwk: stranger.publicKey }, stranger.privateKey),
  'an address of keys': await sign(claims, { ...header, jku: 'https://evil.example/keys' }),
  'a certificate chain': await sign(claims, { ...header, x5c: ['MII'] }),
  'typ JWT': await sign(claims, { ...header, typ: 'JWT' }),
  'typ at+jwt': await sign(claims, { ...header, typ: 'at+jwt' }),
  'no typ': await sign(claims, { alg: 'ES256', kid: 'portal-1' }),
  'aud as a list with us alone': await sign({ ...claims, aud: [AUDIENCE] }),
  'aud as a list with us among others': await sign({ ...claims, aud: ['other', AUDIENCE] }),
  'another aud': await sign({ ...claims, aud: 'payments' }),
  'aud in another case': await sign({ ...claims, aud: AUDIENCE.toUpperCase() }),
  'another iss': await sign({ ...claims, iss: 'https://evil.example' }),
  'iss with a slash at its end': await sign({ ...claims, iss: `${ISSUER}/` }),
  'expired beyond tolerance': await sign({ ...claims, iat: now - 300, exp: now - 31 }),
  'exp as text': await sign({ ...claims, exp: String(now + 300) }),
  'exp that is no whole number': await sign({ ...claims, exp: now + 300.5 }),
  'exp beyond all numbers': `${goodHeader}.${Buffer.from(JSON.stringify(claims).replace(/"exp":\d+/, '"exp":1e999')).toString('base64url')}.${goodSignature}`,
  'nbf in the future': await sign({ ...claims, nbf: now + 31 }),
  'iat in the future': await sign({ ...claims, iat: now + 31, exp: now + 331 }),
  'a life of eleven minutes': await sign({ ...claims, exp: now + 660 }),
  'a life of ten minutes and a second': await sign({ ...claims, exp: now + 601 }),
  'ending before it began': await sign({ ...claims, iat: now + 20, exp: now + 10 }),
  'negative times': await sign({ ...claims, iat: -1 }),
  ...Object.fromEntries(
    await Promise.all(Object.keys(claims).map(async (field) => [`without ${field}`, await sign(without(field))])),
  ),
  'a role that there is not': await sign({ ...claims, role: 'admin' }),
  'several roles': await sign({ ...claims, role: ['manager'] }),
  'the role in capitals': await sign({ ...claims, role: 'Manager' }),
  'an empty tenant': await sign({ ...claims, tenant: '' }),
  'a tenant that is a pattern': await sign({ ...claims, tenant: '%' }),
  'a tenant that is an object': await sign({ ...claims, tenant: { $ne: null } }),
  'a tenant with a line break': await sign({ ...claims, tenant: 'council\n' }),
  'a subject with a control character': await sign({ ...claims, sub: 'worker\u0000' }),
  'a subject that is very long': await sign({ ...claims, sub: 'w'.repeat(201) }),
  'a case that is no id': await sign({ ...claims, case: '*' }),
  'a case that is null': await sign({ ...claims, case: null }),
  'a scope with a spelling mistake': await sign({ ...claims, caseId: '01a20769-4214-771d-910b-0bb7d86235e1' }),
  'another tenant written into it': `${goodHeader}.${encode({ ...claims, tenant: 'trust' })}.${goodSignature}`,
  'a longer life written into it': `${goodHeader}.${encode({ ...claims, exp: now + 600 })}.${goodSignature}`,
  'a changed signature': `${goodHeader}.${goodPayload}.${flip(goodSignature)}`,
  'a shortened signature': `${goodHeader}.${goodPayload}.${goodSignature.slice(0, -2)}`,
  'an empty signature': `${goodHeader}.${goodPayload}.`,
  'a signature of zeros': `${goodHeader}.${goodPayload}.${Buffer.alloc(64).toString('base64url')}`,
  'a changed header': `${encode({ ...header, extra: 1 })}.${goodPayload}.${goodSignature}`,
  'two parts': `${goodHeader}.${goodPayload}`,
  'five parts, as if encrypted': `${goodHeader}.a.b.c.${goodSignature}`,
  padding: `${goodHeader}=.${goodPayload}.${goodSignature}`,
  'a header that is no JSON': `${Buffer.from('{').toString('base64url')}.${goodPayload}.${goodSignature}`,
  'a header that is a list': `${encode([])}.${goodPayload}.${goodSignature}`,
  'a payload that is text': `${goodHeader}.${encode('manager')}.${goodSignature}`,
};

for (const [attack, token] of Object.entries(attacks)) {
  test(`refused: ${attack}`, async () => {
    assert.equal(await statusWith(`Bearer ${token}`), 401);
  });
}

const schemes = (token: string): string[] => [
  token,
  `bearer ${token}`,
  `Bearer  ${token}`,
  `Bearer ${token}, Bearer ${token}`,
  `Basic ${token}`,
  `DPoP ${token}`,
  `Bearer ${token}${'x'.repeat(5000)}`,
];

test('a good token is taken in the header as it is written in the contract, and in no other form', async () => {
  for (const authorization of schemes(good))
    assert.equal(await statusWith(authorization), 401, authorization.slice(0, 10));
  assert.equal((await testServer().send('GET', `/v1/cases?access_token=${good}`)).status, 401);
});

test('clocks may differ by thirty seconds', async () => {
  assert.equal(await statusWith(`Bearer ${await sign({ ...claims, iat: now - 300, exp: now - 29 })}`), 200);
  assert.equal(await statusWith(`Bearer ${await sign({ ...claims, iat: now + 30, exp: now + 330 })}`), 200);
  assert.equal(await statusWith(`Bearer ${await sign({ ...claims, exp: now + 600 })}`), 200);
});

test('5,000 tokens with one changed character each are refused', async () => {
  const server = testServer();
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.';
  let seed = 20_260_320;
  const next = (below: number): number => {
    seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0;
    return (seed >>> 8) % below;
  };
  for (let i = 0; i < 5000; i += 1) {
    const at = next(good.length);
    const letter = alphabet[next(alphabet.length)] ?? 'A';
    if (good[at] === letter) continue;
    const mutant = `${good.slice(0, at)}${letter}${good.slice(at + 1)}`;
    assert.equal(await statusWith(`Bearer ${mutant}`, server), 401, `position ${at}`);
  }
});

test('of each part of a token one spelling is taken: no last letter that says the same bytes', async () => {
  const server = testServer();
  const bytesOf = (part: string): string => Buffer.from(part, 'base64url').toString('hex');
  let tried = 0;
  // Tokens of every length, so that their parts end in each of the ways there are.
  for (const sub of ['w', 'wo', 'wor']) {
    const token = await sign({ ...claims, sub });
    assert.equal(await statusWith(`Bearer ${token}`, server), 200);
    const parts = token.split('.');
    for (const [index, part] of parts.entries())
      for (const letter of 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_') {
        const other = part.slice(0, -1) + letter;
        if (other === part || bytesOf(other) !== bytesOf(part)) continue;
        const spelling = parts.with(index, other).join('.');
        assert.equal(await statusWith(`Bearer ${spelling}`, server), 401, `${index} ${letter}`);
        tried += 1;
      }
  }
  assert.ok(tried >= 45, `${tried} other spellings`);
});

test('an issuer that may speak for one tenant and some roles is not believed about others', async () => {
  const server = testServer({ auth: { tenants: ['housing'], roles: ['referrer'] } });
  const raise = async (tenant: string, role: 'referrer' | 'manager'): Promise<number> =>
    (
      await server.send('POST', '/v1/concerns', {
        as: { tenant, role },
        key: 'a'.repeat(20),
        body: { whatHappened: 'x' },
      })
    ).status;
  assert.equal(await raise('housing', 'referrer'), 201);
  assert.equal(await raise('housing', 'manager'), 401);
  assert.equal(await raise('council', 'referrer'), 401);
});

test('keys are rotated without a restart: an added one is taken, a removed one is not', async () => {
  const next = await newKeyPair({ kid: 'portal-2', alg: 'EdDSA' });
  let keys: JWK[] = [publicKey];
  const server = testServer({ auth: { keys: () => keys } });
  const mint = (key: JWK): Promise<string> =>
    mintToken(
      { key, issuer: ISSUER, audience: AUDIENCE, clock: () => new Date(START) },
      { tenant: 'council', role: 'manager', subject: 'worker-1', organisation: 'council' },
    );
  const [old, fresh] = [`Bearer ${await mint(privateKey)}`, `Bearer ${await mint(next.privateKey)}`];
  assert.deepEqual([await statusWith(old, server), await statusWith(fresh, server)], [200, 401]);
  keys = [publicKey, next.publicKey];
  assert.deepEqual([await statusWith(old, server), await statusWith(fresh, server)], [200, 200]);
  keys = [next.publicKey];
  assert.deepEqual([await statusWith(old, server), await statusWith(fresh, server)], [401, 200]);
});

test('of several issuers each is known by its own keys', async () => {
  const { createMspHandler } = await import('../handler.js');
  const { memoryStore } = await import('../../store/memory.js');
  const { localVault, newVaultSecret } = await import('../privacy/vault.js');
  const trust = await newKeyPair({ kid: 'trust-1' });
  const clock = (): Date => new Date(START);
  const handler = createMspHandler({
    store: memoryStore(),
    vault: localVault(newVaultSecret()),
    clock,
    auth: [
      jwtAuth({ issuer: ISSUER, audience: AUDIENCE, keys: [publicKey], tenants: ['council'] }),
      jwtAuth({ issuer: 'https://trust.example', audience: AUDIENCE, keys: [trust.publicKey], tenants: ['trust'] }),
    ],
  });
  const list = async (key: JWK, issuer: string, tenant: string): Promise<number> => {
    const token = await mintToken(
      { key, issuer, audience: AUDIENCE, clock },
      { tenant, role: 'manager', subject: 's', organisation: 'o' },
    );
    return (
      await handler(new Request('https://msp.example/v1/cases', { headers: { authorization: `Bearer ${token}` } }))
    ).status;
  };
  assert.equal(await list(privateKey, ISSUER, 'council'), 200);
  assert.equal(await list(trust.privateKey, 'https://trust.example', 'trust'), 200);
  assert.equal(await list(trust.privateKey, 'https://trust.example', 'council'), 401);
  assert.equal(await list(trust.privateKey, ISSUER, 'council'), 401);
});

test('a token for another case does not open this one', async () => {
  const server = testServer();
  const [mine, other] = [await aCase(server), await aCase(server)];
  const read = async (caseId: string): Promise<number> =>
    (await server.send('GET', `/v1/cases/${caseId}`, { as: { role: 'person', caseId: mine.caseId } })).status;
  assert.deepEqual([await read(mine.caseId), await read(other.caseId)], [200, 404]);
});

test('private keys, shared keys, keys without an id and keys of other kinds are not taken into use', async () => {
  const make = (key: JWK) => () => jwtAuth({ issuer: ISSUER, audience: AUDIENCE, keys: [key] });
  assert.throws(make(privateKey), /private/);
  assert.throws(make({ kty: 'oct', k: 'x', kid: 'a', alg: 'HS256' }), /private or a shared key/);
  assert.throws(make({ ...publicKey, kid: '' }), /"kid"/);
  assert.throws(
    () => jwtAuth({ issuer: ISSUER, audience: AUDIENCE, keys: [publicKey, publicKey] }),
    /"kid" of its own/,
  );
  const server = testServer({ auth: { keys: [{ ...publicKey, alg: 'ES384' }] } });
  assert.equal(await statusWith(`Bearer ${good}`, server), 500);
  assert.match(String(server.log.at(-1)?.errorName), /TypeError/);
});

test('a token that would not be taken is not minted, and the field at fault is named', async () => {
  const mint = (claimed: object, key: JWK = privateKey): Promise<string> =>
    mintToken(
      { key, issuer: ISSUER, audience: AUDIENCE },
      { tenant: 'council', role: 'manager', subject: 'worker-1', organisation: 'council', ...claimed },
    );
  await assert.rejects(mint({ ttlSeconds: 601 }), /ttlSeconds/);
  await assert.rejects(mint({ ttlSeconds: 0 }), /ttlSeconds/);
  await assert.rejects(mint({ tenant: 'a council' }), /tenant/);
  await assert.rejects(mint({ role: 'admin' }), /role/);
  await assert.rejects(mint({ caseId: '7' }), /case/);
  await assert.rejects(mint({}, { ...privateKey, kid: '' }), /kid/);
  await assert.rejects(mint({}, { ...privateKey, alg: 'HS256' }), /alg/);
});

test('a back end that follows the recipe of OPERATIONS.md mints a token that is known', async () => {
  const pair = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const public_ = { ...(pair.publicKey.export({ format: 'jwk' }) as JWK), kid: 'portal-1', alg: 'ES256' };
  const guide = await readFile(new URL('../../../OPERATIONS.md', import.meta.url), 'utf8');
  const recipe = /```text\n([\s\S]*?)```/.exec(guide)?.[1] ?? '';
  const told = (name: string): string =>
    new RegExp(`"${name}": ("[^"]*"|now[^,\\s]*)`).exec(recipe)?.[1]?.replaceAll('"', '') ?? '';
  const written = {
    ...Object.fromEntries(['aud', 'sub', 'tenant', 'role', 'org'].map((name) => [name, told(name)])),
    ...{ iss: ISSUER, jti: 'random-1', iat: now, exp: now + 300 },
  };
  assert.deepEqual(Object.keys(written).sort(), [...recipe.matchAll(/^ {2}"(\w+)":/gm)].map(([, name]) => name).sort());
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  const input = `${part({ alg: 'ES256', kid: 'portal-1', typ: 'msp+jwt' })}.${part(written)}`;
  const key = { key: pair.privateKey, dsaEncoding: 'ieee-p1363' } as const;
  const token = `${input}.${createSign('sha256').update(input).sign(key, 'base64url')}`;
  assert.equal(await statusWith(`Bearer ${token}`, testServer({ auth: { keys: [public_] } })), 200);
});
