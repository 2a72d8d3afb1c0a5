import assert from 'node:assert/strict';
import { test } from 'node:test';
import { memoryStore } from '../store/memory.js';
import { CANARY, aCase, aKey, testServer, testVault } from './handler.test.kit.js';
import { describeError } from './log.js';

test('a request is logged by its route, its status, its time and who called in which role', async () => {
  const server = testServer();
  const { caseId } = await aCase(server);
  await server.send('GET', `/v1/cases/${caseId}`, { as: { role: 'manager' } });
  const { durationMs, ...entry } = server.log.at(-1) ?? {};
  assert.deepEqual(entry, {
    level: 'info',
    at: '2026-03-20T10:00:00.000Z',
    route: 'readCase',
    status: 200,
    tenant: 'council',
    role: 'manager',
    caseId,
  });
  assert.ok(Number.isInteger(durationMs));
});

test('nothing that was sent is ever logged, wherever it stood and however it ended', async () => {
  const server = testServer();
  const { caseId } = await aCase(server);
  const words = { whatHappened: CANARY, adult: { name: CANARY, address: CANARY }, referrer: { contact: CANARY } };
  const as = { role: 'practitioner', subject: `${CANARY}-subject`, organisation: CANARY } as const;
  const events = `/v1/cases/${caseId}/events`;
  await server.send('POST', '/v1/concerns', { as, key: aKey(), body: words });
  await server.send('POST', '/v1/concerns', { as, key: CANARY.repeat(2), body: words });
  await server.send('POST', '/v1/concerns', { as, key: CANARY.repeat(2), body: { ...words, doneAlready: CANARY } });
  await server.send('POST', '/v1/concerns', { as, key: aKey(), body: { ...words, [CANARY]: CANARY } });
  await server.send('POST', '/v1/concerns', { as, key: aKey(), body: `{"${CANARY}` });
  await server.send('POST', '/v1/concerns', { as, key: aKey(), body: CANARY.repeat(30_000) });
  await server.send('POST', '/v1/concerns', { token: CANARY, key: aKey(), body: words });
  await server.send('POST', events, {
    as,
    key: aKey(),
    version: 1,
    body: { type: 'case.closed', data: { because: CANARY } },
  });
  await server.send('POST', events, {
    as,
    key: aKey(),
    version: 9,
    body: { type: 'case.closed', data: { because: CANARY } },
  });
  await server.send('POST', events, { as, key: aKey(), version: 1, body: { type: CANARY, data: CANARY } });
  await server.send('GET', `/v1/cases/${CANARY}`, { as });
  await server.send('GET', `/v1/cases/${CANARY}`, {});
  await server.send('GET', `/v1/cases?before=${CANARY}`, { as });
  await server.send('GET', `/${CANARY}?${CANARY}`, {
    headers: { 'user-agent': CANARY, referer: `https://${CANARY}.example` },
  });
  await server.send(CANARY.slice(0, 10), '/v1/cases', { as });
  assert.equal(server.log.length, 16);
  assert.ok(!JSON.stringify(server.log).toLowerCase().includes(CANARY.toLowerCase()));
});

test('a logger that fails changes no answer', async () => {
  const server = testServer({
    logger: () => {
      throw new Error('The disk is full.');
    },
  });
  assert.equal((await server.send('GET', '/health/live')).status, 200);
});

test('without a logger, an unforeseen error is one line of JSON on standard error, and nothing else is written', async (t) => {
  const lines: string[] = [];
  t.mock.method(console, 'error', (line: string) => void lines.push(line));
  const { createMspHandler } = await import('./handler.js');
  const failing = async (): Promise<never> => {
    throw new Error(CANARY);
  };
  const handler = createMspHandler({
    store: { ...memoryStore(), ready: failing },
    vault: testVault,
    auth: async () => undefined,
  });
  await handler(new Request('https://msp.example/health/live'));
  assert.equal(lines.length, 0);
  await handler(new Request('https://msp.example/health/ready'));
  assert.equal(lines.length, 1);
  assert.equal((JSON.parse(lines[0] ?? '') as { errorName: string }).errorName, 'Error');
  assert.ok(!lines[0]?.includes(CANARY));
});

test('of an error its class and its places are kept, and nothing that somebody could have written', () => {
  class Odd extends Error {
    override name = CANARY.repeat(9);
  }
  const messages = ['', CANARY, `${CANARY}\n    at ${CANARY} (x.js:1:1)`, 'Error', '    at'];
  for (const message of messages) {
    const { errorName, errorAt } = describeError(new Error(message));
    assert.equal(errorName, 'Error');
    assert.ok(errorAt.length > 0 && errorAt.every((frame) => frame.startsWith('at ')), message);
    assert.ok(!JSON.stringify(errorAt).includes(CANARY), message);
  }
  assert.equal(describeError(new Odd('x')).errorName, 'Error');
  assert.deepEqual(describeError(CANARY), { errorName: 'string', errorAt: [] });
  const changed = new Error('before');
  assert.ok(changed.stack);
  changed.message = CANARY;
  assert.deepEqual(describeError(changed).errorAt, []);
});
