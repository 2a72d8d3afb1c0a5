import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { memoryStore } from '../../store/memory.js';
import type { Change, Store } from '../../store/port.js';
import { type TestServer, aCase, aKey, testServer } from '../handler.test.kit.js';

// A stream keeps no process alive, and a test that waits for one would end with it.
const alive = setInterval(() => undefined, 1_000);
after(() => clearInterval(alive));

const practitioner = { role: 'practitioner' } as const;

/** What comes through a stream, read as far as a test wants. */
const readerOf = (response: Response) => {
  const reader = (response.body as ReadableStream<Uint8Array>).getReader();
  const decoder = new TextDecoder();
  let text = '';
  const next = async (): Promise<boolean> => {
    const { done, value } = await reader.read();
    text += decoder.decode(value);
    return !done;
  };
  const versions = (): number[] =>
    [...text.matchAll(/data: \{"version":(\d+)\}/g)].map(([, version]) => Number(version));
  return {
    text: () => text,
    versions,
    until: async (version: number): Promise<void> => {
      while (!versions().includes(version)) assert.ok(await next(), `the stream ended after ${versions().join()}`);
    },
    end: async (): Promise<void> => {
      while (await next());
    },
    cancel: () => reader.cancel(),
  };
};

const watch = (server: TestServer, caseId: string, as: object = practitioner) =>
  server.send('GET', `/v1/cases/${caseId}/live`, { as: as as typeof practitioner });
const record = async (server: TestServer, caseId: string, version: number, body: object, as: object = practitioner) => {
  const sent = { as: as as typeof practitioner, key: aKey(), version, body };
  const answer = await server.send('POST', `/v1/cases/${caseId}/events`, sent);
  assert.equal(answer.status, 201, await answer.clone().text());
};

test('a page hears of each new version at once, and of the one that there is when it comes', async () => {
  const server = testServer();
  const { caseId } = await aCase(server);
  const response = await watch(server, caseId);
  assert.match(response.headers.get('content-type') ?? '', /^text\/event-stream/);
  assert.equal(response.headers.get('cache-control'), 'no-store');
  const stream = readerOf(response);
  await stream.until(1);
  await record(server, caseId, 1, { type: 'concern.acknowledged' });
  await stream.until(2);
  await record(server, caseId, 2, { type: 'case.allocated', data: { to: 'worker-3' } });
  await stream.until(3);
  assert.deepEqual(stream.versions(), [1, 2, 3]);
  assert.ok(!stream.text().includes('worker-3'));
  await stream.cancel();
});

test('what another process of the server recorded is heard of too, and what the news of it was lost, at the next beat', async () => {
  const inner = memoryStore();
  let isDeaf = false;
  const store: Store = {
    ...inner,
    watchChanges: (watcher) => inner.watchChanges((news) => void (isDeaf || watcher(news))),
  };
  const [here, there] = [testServer({ store, beatMs: 20 }), testServer({ store })];
  const { caseId } = await aCase(there);
  const stream = readerOf(await watch(here, caseId));
  await stream.until(1);
  await record(there, caseId, 1, { type: 'concern.acknowledged' });
  await stream.until(2);
  isDeaf = true;
  await record(there, caseId, 2, { type: 'case.allocated', data: { to: 'worker-3' } });
  await stream.until(3);
  await stream.cancel();
});

test('after a lost connection to the database it looks for itself', async () => {
  const inner = memoryStore();
  let tell: (news: Change | 'missed') => void = () => undefined;
  const store: Store = { ...inner, watchChanges: (watcher) => ((tell = watcher), () => undefined) };
  const server = testServer({ store });
  const { caseId } = await aCase(server);
  const stream = readerOf(await watch(server, caseId));
  await stream.until(1);
  await record(server, caseId, 1, { type: 'concern.acknowledged' });
  tell('missed');
  await stream.until(2);
  await stream.cancel();
});

test('it ends with the token, and when access to the case is restricted', async () => {
  const server = testServer();
  const { caseId } = await aCase(server);
  const manager = { role: 'manager', subject: 'manager-1' };
  const stream = readerOf(await watch(server, caseId));
  await stream.until(1);
  await record(
    server,
    caseId,
    1,
    { type: 'access.restricted', data: { because: 'A relative works here.', to: ['manager-1'] } },
    manager,
  );
  await stream.end();
  assert.deepEqual(stream.versions(), [1]);
  assert.equal((await watch(server, caseId)).status, 404);
  const short = await server.tokenFor({ ...manager, role: 'manager', ttlSeconds: 1 });
  server.time.now += 900;
  const theirs = await server.send('GET', `/v1/cases/${caseId}/live`, { token: short });
  await readerOf(theirs).end();
});

test('the version alone is asked for without being noted as reading', async () => {
  const server = testServer();
  const { caseId } = await aCase(server);
  const answer = await server.send('GET', `/v1/cases/${caseId}/version`, { as: practitioner });
  assert.deepEqual(await answer.json(), { version: 1 });
  await (await watch(server, caseId)).body?.cancel();
  assert.deepEqual(
    (await server.store.readAudit('council', caseId)).map(({ action }) => action),
    ['append'],
  );
});

test('only who may read a case may watch it', async () => {
  const server = testServer();
  const [{ caseId }, other] = [await aCase(server), await aCase(server)];
  for (const path of ['live', 'version']) {
    const status = async (as: object) =>
      (await server.send('GET', `/v1/cases/${caseId}/${path}`, { as: as as typeof practitioner })).status;
    assert.equal(await status({ ...practitioner, tenant: 'elsewhere' }), 404);
    assert.equal(await status({ role: 'person', caseId: other.caseId }), 404);
    assert.equal(await status({ role: 'person' }), 403);
  }
});

test('a stream that nobody reads any more leaves nothing behind', async () => {
  const inner = memoryStore();
  let watchers = 0;
  const store: Store = {
    ...inner,
    watchChanges: () => {
      watchers += 1;
      return () => void (watchers -= 1);
    },
  };
  const server = testServer({ store });
  const { caseId } = await aCase(server);
  const streams = await Promise.all([watch(server, caseId), watch(server, caseId)]);
  assert.equal(watchers, 1);
  for (const { body } of streams) await body?.cancel();
  assert.equal(watchers, 0);
});
