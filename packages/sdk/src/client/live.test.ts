import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type TestServer, aCase, aKey, testServer } from '../server/handler.test.kit.js';
import { MspError, type WatchOptions, watchCase } from './index.js';

type Fetch = NonNullable<WatchOptions['fetch']>;
type Through = (request: Request, go: () => Promise<Response>) => Promise<Response>;

const record = async (server: TestServer, caseId: string, version: number): Promise<void> => {
  const body = { type: 'concern.acknowledged' };
  await server.send('POST', `/v1/cases/${caseId}/events`, { as: { role: 'practitioner' }, key: aKey(), version, body });
};

/** Watches a case over a network, and waits for what it is told. */
const watching = (server: TestServer, caseId: string, through: Through, more: Partial<WatchOptions> = {}) => {
  const abort = new AbortController();
  const versions: number[] = [];
  const states: string[] = [];
  const waiting = new Set<() => void>();
  const told = (): void => waiting.forEach((look) => look());
  const fetch: Fetch = (url, init) => {
    const request = new Request(url, init);
    return through(request, () => server.handler(request));
  };
  const over = watchCase(caseId, {
    endpoint: 'https://msp.example',
    token: () => server.tokenFor({ role: 'practitioner' }),
    fetch,
    signal: abort.signal,
    everyMs: 5,
    delay: (ms) => new Promise((resolve) => setTimeout(resolve, Math.min(ms, 5))),
    onVersion: (version) => {
      versions.push(version);
      told();
    },
    onState: (state) => {
      states.push(state);
      told();
    },
    ...more,
  });
  const until = (isSo: () => boolean): Promise<void> =>
    new Promise((resolve) => {
      const look = (): void => {
        if (!isSo()) return;
        waiting.delete(look);
        resolve();
      };
      waiting.add(look);
      look();
    });
  const stop = async (): Promise<void> => {
    abort.abort();
    await over;
  };
  return { versions, states, until, stop, over };
};

const isStream = (request: Request): boolean => request.url.endsWith('/live');

test('a page is told of a new version, and of none that it has', async () => {
  const server = testServer();
  const { caseId } = await aCase(server);
  const page = watching(server, caseId, (_, go) => go(), { version: 1 });
  await page.until(() => page.states.includes('live'));
  await record(server, caseId, 1);
  await page.until(() => page.versions.includes(2));
  assert.deepEqual(page.versions, [2]);
  await page.stop();
});

test('a stream that breaks is opened again, and what came about meanwhile is told', async () => {
  const server = testServer();
  const { caseId } = await aCase(server);
  let streams = 0;
  const breaking: Through = async (request, go) => {
    const response = await go();
    if (!isStream(request) || (streams += 1) > 1) return response;
    const { value } = await (response.body as ReadableStream<Uint8Array>).getReader().read();
    await record(server, caseId, 1);
    return new Response(new TextDecoder().decode(value), response);
  };
  const page = watching(server, caseId, breaking);
  await page.until(() => page.versions.includes(2));
  assert.deepEqual([page.versions, page.states], [[1, 2], ['live']]);
  await page.stop();
});

test('where no stream comes through it asks now and then, and says when it cannot', async () => {
  const server = testServer();
  const { caseId } = await aCase(server);
  let isDown = false;
  const blocked: Through = async (request, go) => {
    if (isDown) throw new TypeError('fetch failed');
    return isStream(request)
      ? new Response('<html>Blocked</html>', { headers: { 'content-type': 'text/html' } })
      : go();
  };
  const page = watching(server, caseId, blocked);
  await page.until(() => page.versions.includes(1));
  isDown = true;
  await page.until(() => page.states.includes('lost'));
  await record(server, caseId, 1);
  isDown = false;
  await page.until(() => page.versions.includes(2));
  assert.deepEqual(page.versions, [1, 2]);
  assert.deepEqual(page.states.slice(0, 3), ['asking', 'lost', 'asking']);
  await page.stop();
});

test('a case that cannot be watched is said at once', async () => {
  const server = testServer();
  const page = watching(server, '01a20769-4214-771d-910b-0bb7d86235e1', (_, go) => go());
  await assert.rejects(page.over, (error) => error instanceof MspError && error.code === 'not-found');
});
