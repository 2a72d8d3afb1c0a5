import assert from 'node:assert/strict';
import { type IncomingMessage, createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, test } from 'node:test';
import { watchCase } from '../client/index.js';
import { memoryStore } from '../store/memory.js';
import type { Store } from '../store/port.js';
import { CANARY, aCase, aKey, testServer } from './handler.test.kit.js';
import { stopGracefully, toNodeListener } from './node.js';

const globals = [Request, Response];
const server = testServer();
const node = createServer(toNodeListener(server.handler));
let endpoint = '';

before(async () => {
  await new Promise<void>((resolve) => {
    node.listen(0, '127.0.0.1', resolve);
  });
  endpoint = `http://127.0.0.1:${(node.address() as AddressInfo).port}`;
});
after(() => {
  node.close();
  node.closeAllConnections();
});

test('a concern raised over Node’s own server is kept', async () => {
  const response = await fetch(`${endpoint}/v1/concerns`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${await server.tokenFor({ role: 'person' })}`,
      'content-type': 'application/json',
      'idempotency-key': aKey(),
    },
    body: JSON.stringify({ whatHappened: 'x' }),
  });
  assert.equal(response.status, 201);
  const { caseId } = (await response.json()) as { caseId: string };
  assert.equal((await server.store.readCase('council', caseId))?.version, 1);
});

test('live updates come through Node’s own server as they happen, and end when the page is gone', async () => {
  const { caseId } = await aCase(server);
  const leave = new AbortController();
  const versions: number[] = [];
  const record = async (version: number): Promise<void> => {
    const body = { type: 'concern.acknowledged' };
    await server.send('POST', `/v1/cases/${caseId}/events`, { as: { role: 'manager' }, key: aKey(), version, body });
  };
  await watchCase(caseId, {
    endpoint,
    token: () => server.tokenFor({ role: 'practitioner', ttlSeconds: 600 }),
    signal: leave.signal,
    onVersion: (version) => {
      versions.push(version);
      if (version === 1) void record(1);
      else leave.abort();
    },
  });
  assert.deepEqual(versions, [1, 2]);
});

test('a body that is too long is refused while it is still being sent', async () => {
  const authorization = `Bearer ${await server.tokenFor({ role: 'person' })}`;
  const answer = await new Promise<IncomingMessage>((resolve, reject) => {
    const headers = { authorization, 'content-type': 'application/json', 'idempotency-key': aKey() };
    const outgoing = request(`${endpoint}/v1/concerns`, { method: 'POST', headers }, resolve);
    outgoing.on('error', reject);
    const write = (left: number): void => {
      if (left > 0 && !outgoing.destroyed)
        outgoing.write(Buffer.alloc(64 * 1024, 0x20), () => setImmediate(write, left - 1));
    };
    write(40);
  });
  assert.equal(answer.statusCode, 413);
  answer.destroy();
});

test('what is no proper request is refused without repeating it', async () => {
  const response = await fetch(`${endpoint}/v1/cases/%00%ff${CANARY}`, {
    headers: { authorization: `Bearer ${CANARY}` },
  });
  assert.equal(response.status, 401);
  assert.ok(!(await response.text()).includes(CANARY));
});

test('the bridge to Node leaves the globals as they were', () => {
  assert.ok(globals[0] === Request && globals[1] === Response);
});

test('a server that stops answers what is under way, takes nothing new, and cuts off what never ends', async () => {
  const inner = memoryStore();
  let isSaving = (): void => undefined;
  const saving = new Promise<void>((resolve) => (isSaving = resolve));
  const store: Store = {
    ...inner,
    append: async (input) => {
      isSaving();
      await new Promise((resolve) => setTimeout(resolve, 200));
      return inner.append(input);
    },
  };
  const slow = testServer({ store });
  const stopping = createServer(toNodeListener(slow.handler));
  await new Promise<void>((resolve) => stopping.listen(0, '127.0.0.1', resolve));
  const address = `http://127.0.0.1:${(stopping.address() as AddressInfo).port}`;
  const authorization = `Bearer ${await slow.tokenFor({ role: 'manager' })}`;
  const headers = { authorization, 'content-type': 'application/json', 'idempotency-key': aKey() };
  const sent = fetch(`${address}/v1/concerns`, { method: 'POST', headers, body: '{"whatHappened":"x"}' });
  await saving;
  const stopped = stopGracefully(stopping, { graceMs: 1_000 });
  await assert.rejects(fetch(`${address}/health/live`));
  const { caseId } = (await (await sent).json()) as { caseId: string };
  assert.equal((await inner.readCase('council', caseId))?.version, 1);
  await stopped;

  const again = createServer(toNodeListener(slow.handler));
  await new Promise<void>((resolve) => again.listen(0, '127.0.0.1', resolve));
  const live = `http://127.0.0.1:${(again.address() as AddressInfo).port}/v1/cases/${caseId}/live`;
  const stream = (await fetch(live, { headers: { authorization } })).body?.getReader();
  await stream?.read();
  await stopGracefully(again, { graceMs: 100 });
  await assert.rejects(async () => {
    for (;;) if ((await stream?.read())?.done !== false) throw new Error('it ended');
  });
});
