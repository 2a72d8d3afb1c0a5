import assert from 'node:assert/strict';
import { test } from 'node:test';
import { memoryStore } from '../../store/memory.js';
import type { Store } from '../../store/port.js';
import { type Caller, type TestServer, aKey, testServer } from '../handler.test.kit.js';

const words = { whatHappened: 'He takes her bank card every Friday.' };
const raise = (server: TestServer, as: Caller, headers: Record<string, string> = {}) =>
  server.send('POST', '/v1/concerns', { as, key: aKey(), body: words, headers });
const list = (server: TestServer, subject: string) =>
  server.send('GET', '/v1/cases', { as: { role: 'practitioner', subject } });

test('a caller who asks too much is told when to come again; others are not kept waiting for it', async () => {
  const server = testServer({ limits: { perCaller: 5 } });
  const statuses: number[] = [];
  for (let count = 0; count < 7; count += 1) statuses.push((await list(server, 'worker-1')).status);
  assert.deepEqual(statuses, [200, 200, 200, 200, 200, 429, 429]);
  const refused = await list(server, 'worker-1');
  assert.match(refused.headers.get('retry-after') ?? '', /^([1-9]|[1-5]\d|60)$/);
  assert.equal((await list(server, 'worker-2')).status, 200);
});

test('whatever an organisation’s people ask for, its concerns come in', async () => {
  const server = testServer({ limits: { perTenant: 3 } });
  for (let count = 0; count < 5; count += 1) await list(server, `worker-${count}`);
  assert.equal((await list(server, 'worker-9')).status, 429);
  assert.equal((await raise(server, { role: 'referrer' })).status, 201);
});

test('each token that is good for one concern is somebody of their own; with addresses, each address is', async () => {
  const server = testServer({ limits: { perCaller: 2 } });
  for (let count = 0; count < 6; count += 1)
    assert.equal((await raise(server, { role: 'referrer', once: true })).status, 201);
  const clientAddress = (request: Request) => request.headers.get('x-client') ?? undefined;
  const behindProxy = testServer({ limits: { perCaller: 2, perStranger: 2 }, clientAddress });
  const from = async (client: string) =>
    (await raise(behindProxy, { role: 'referrer', once: true }, { 'x-client': client })).status;
  assert.deepEqual([await from('a'), await from('a'), await from('a'), await from('b')], [201, 201, 429, 201]);
  const open = async (client: string) =>
    (
      await behindProxy.send('POST', '/v1/codes/open', {
        body: { tenant: 'council', code: '2222' },
        headers: { 'x-client': client },
      })
    ).status;
  assert.deepEqual([await open('a'), await open('a'), await open('a'), await open('b')], [404, 404, 429, 404]);
});

test('a flood of one caller neither drops a concern of another nor lets it wait behind all of it', async () => {
  const inner = memoryStore();
  // A database that takes its time.
  const slow = async <T>(work: () => Promise<T>): Promise<T> => {
    await new Promise((resolve) => setTimeout(resolve, 20));
    return work();
  };
  const store: Store = { ...inner, append: (input) => slow(() => inner.append(input)) };
  const server = testServer({ store, atOnce: 4 });
  const flood = Array.from({ length: 200 }, () => raise(server, { role: 'referrer', subject: 'flood' }));
  while ((await inner.listCases('council')).cases.length < 8) await new Promise((resolve) => setTimeout(resolve, 5));
  const before = (await inner.listCases('council', { limit: 500 })).cases.length;
  assert.equal((await raise(server, { role: 'referrer', subject: 'mary' })).status, 201);
  const { cases } = await inner.listCases('council', { limit: 500 });
  assert.ok(cases.length - before < 30, `${cases.length - before} of the flood came first`);
  assert.ok(
    (await Promise.all(flood)).every(({ status }) => status === 201),
    'and nothing of the flood is lost either',
  );
});
