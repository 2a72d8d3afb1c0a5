import assert from 'node:assert/strict';
import { test } from 'node:test';
import { MspError, createMspClient, newIdempotencyKey } from '../../client/index.js';
import type { Site } from '../../contract.js';
import { CANARY, aKey, testServer } from '../handler.test.kit.js';
import { fixedSettings } from '../tenants/settings.js';
import { newSiteKey } from '../tenants/site-key.js';

const ORIGIN = 'https://www.larkshire.example';
const key = newSiteKey('council');
const site = {
  name: { en: 'Larkshire Council', cy: 'Cyngor Larkshire' },
  contacts: [{ id: 'adults-desk', label: { en: 'Adults’ desk' }, phone: '01632 960 001' }],
  exitTo: 'https://weather.example',
};
const settings = fixedSettings({
  council: {
    ...site,
    siteKeys: [{ key, origins: [ORIGIN] }],
    webhooks: [{ id: 'case-system', url: 'https://cases.example/msp', secrets: [`whsec_${CANARY.padEnd(32, 'A')}`] }],
  },
});
const words = { whatHappened: 'He takes her bank card every Friday.' };

const serverWithSite = () => testServer({ settings });
const open = (server: ReturnType<typeof testServer>, siteKey = key, origin = ORIGIN) =>
  server.send('POST', '/v1/site', { body: { siteKey }, headers: { origin } });

test('a page with a site key and no back end raises a concern, once with each token', async () => {
  const server = serverWithSite();
  const opened = await open(server);
  assert.equal(opened.headers.get('access-control-allow-origin'), ORIGIN);
  const { token, site: shown } = (await opened.json()) as Site;
  assert.deepEqual(shown, site);
  const headers = { origin: ORIGIN };
  const raise = () => server.send('POST', '/v1/concerns', { token, key: aKey(), body: words, headers });
  const raised = await raise();
  assert.equal(raised.status, 201);
  assert.equal(raised.headers.get('access-control-allow-origin'), ORIGIN);
  assert.equal((await raise()).status, 403);
  const { caseId } = (await raised.json()) as { caseId: string };
  const [concern] = await server.recordOf(caseId);
  assert.deepEqual(concern?.by, { id: `site:${key.slice(-16)}`, role: 'referrer', organisation: 'public' });
});

test('its token reads nothing, and is good for ten minutes', async () => {
  const server = serverWithSite();
  const { token, expiresAt } = (await (await open(server)).json()) as Site;
  assert.equal((await server.send('GET', '/v1/cases', { token })).status, 403);
  assert.equal(Date.parse(expiresAt), server.time.now + 600_000);
  server.time.now += 631_000;
  const late = await server.send('POST', '/v1/concerns', { token, key: aKey(), body: words });
  assert.equal(late.status, 401);
});

test('another page, a page that does not say where it is, and a key that is none are refused alike', async () => {
  const server = serverWithSite();
  const refused = [
    await open(server, key, 'https://www.larkshire.example.evil.example'),
    await open(server, key, 'null'),
    await server.send('POST', '/v1/site', { body: { siteKey: key } }),
    await open(server, newSiteKey('council')),
    await open(server, newSiteKey('nowhere')),
  ];
  const texts = await Promise.all(refused.map((response) => response.text()));
  assert.deepEqual(new Set(refused.map(({ status }) => status)), new Set([403]));
  assert.equal(new Set(texts).size, 1);
});

test('a token of one organisation’s page is not taken for another’s, changed, or made up', async () => {
  const server = serverWithSite();
  const { token } = (await (await open(server)).json()) as Site;
  const [head = '', payload = '', signature = ''] = token.split('.');
  const edited = (change: object): string =>
    Buffer.from(JSON.stringify({ ...JSON.parse(Buffer.from(payload, 'base64url').toString()), ...change })).toString(
      'base64url',
    );
  const headed = (change: object): string =>
    Buffer.from(JSON.stringify({ alg: 'HS256', kid: 'council', typ: 'msp-own+jwt', ...change })).toString('base64url');
  const attacks = [
    `${head}.${edited({ tenant: 'elsewhere' })}.${signature}`,
    `${head}.${edited({ role: 'manager' })}.${signature}`,
    `${headed({ kid: 'elsewhere' })}.${payload}.${signature}`,
    `${headed({ alg: 'none' })}.${payload}.`,
    `${headed({ typ: 'msp+jwt' })}.${payload}.${signature}`,
    `${headed({ crit: ['x'] })}.${payload}.${signature}`,
    `${head}.${payload}.${signature.slice(1)}A`,
  ];
  for (const attack of attacks) {
    const { status } = await server.send('POST', '/v1/concerns', { token: attack, key: aKey(), body: words });
    assert.equal(status, 401, attack.slice(0, 60));
  }
});

test('the client needs the site key and nothing else, also when the first answer is lost', async () => {
  const server = serverWithSite();
  let lost = 0;
  const client = createMspClient({
    endpoint: 'https://msp.example',
    siteKey: key,
    delay: async () => undefined,
    fetch: async (url, init) => {
      const request = new Request(url, init);
      request.headers.set('origin', ORIGIN);
      const response = await server.handler(request);
      if (new URL(request.url).pathname === '/v1/concerns' && lost === 0) {
        lost += 1;
        throw new TypeError('fetch failed');
      }
      return response;
    },
  });
  assert.deepEqual((await client.openSite()).site, site);
  const { reference } = await client.raiseConcern(words, { idempotencyKey: newIdempotencyKey() });
  const { cases } = await server.store.listCases('council');
  assert.deepEqual(
    cases.map((row) => row.reference),
    [reference],
  );
  await assert.rejects(client.listCases(), (error: unknown) => error instanceof MspError && error.code === 'forbidden');
});
