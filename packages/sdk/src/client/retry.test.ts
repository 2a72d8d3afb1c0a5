import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CANARY, clientOver, dropped, errorOf, json, problem, receipt } from './client.test.kit.js';
import { createMspClient } from './index.js';

test('what was lost on the way is sent again with the same key and the same words, after growing pauses', async () => {
  const { raise, sent, waited } = clientOver([
    dropped,
    problem('unavailable', 503),
    new Response('', { status: 502 }),
    json(receipt),
  ]);
  assert.deepEqual(await raise(), receipt);
  assert.equal(sent.length, 4);
  assert.equal(new Set(sent.map(({ init }) => new Headers(init.headers).get('idempotency-key'))).size, 1);
  assert.equal(new Set(sent.map(({ init }) => init.body)).size, 1);
  assert.deepEqual(waited, [200, 400, 800]);
});

test('it waits at least as long as the server asks, and never longer than eight seconds', async () => {
  const { raise, waited } = clientOver([
    problem('unavailable', 503, { 'retry-after': '3' }),
    problem('unavailable', 503, { 'retry-after': '900' }),
    problem('unavailable', 503, { 'retry-after': 'tomorrow' }),
    json(receipt),
  ]);
  await raise();
  assert.deepEqual(waited, [3000, 8000, 800]);
});

test('it gives up after four attempts, and says that it is not known whether anything arrived', async () => {
  const { raise, sent } = clientOver([dropped]);
  const error = await errorOf(raise());
  assert.deepEqual([error.code, error.status, sent.length], ['unreachable', 0, 4]);
  const gateway = clientOver([new Response('<html>', { status: 504 })]);
  assert.deepEqual([(await errorOf(gateway.raise())).code, gateway.sent.length], ['unavailable', 4]);
});

test('what will not get better by waiting is sent once', async () => {
  const codes = [
    ['forbidden', 403],
    ['not-found', 404],
    ['invalid-request', 400],
    ['idempotency-key-reused', 422],
    ['version-conflict', 409],
    ['event-refused', 422],
    ['internal', 500],
  ] as const;
  for (const [code, status] of codes) {
    const { raise, sent, waited } = clientOver([problem(code, status)]);
    const error = await errorOf(raise());
    assert.deepEqual([error.code, error.status, error.message, error.detail], [code, status, 'A title.', 'A detail.']);
    assert.deepEqual([sent.length, waited.length], [1, 0]);
  }
});

test('a connection that breaks in the middle of the answer is no answer', async () => {
  const half = (): Response =>
    new Response(
      new ReadableStream({
        start: (controller) => {
          controller.enqueue(new TextEncoder().encode(JSON.stringify(receipt).slice(0, 40)));
          controller.error(new TypeError(`terminated ${CANARY}`));
        },
      }),
      { status: 201, headers: { 'content-type': 'application/json' } },
    );
  const { raise, sent } = clientOver([half, json(receipt)]);
  assert.deepEqual(await raise(), receipt);
  assert.equal(sent.length, 2);
  assert.equal((await errorOf(clientOver([half]).raise())).code, 'unreachable');
});

test('an expired token is fetched anew, once', async () => {
  let fetched = 0;
  const token = (): string => `token.number.${(fetched += 1)}`;
  const { raise, sent } = clientOver([problem('unauthenticated', 401), json(receipt)], { token });
  assert.deepEqual(await raise(), receipt);
  assert.deepEqual(
    sent.map(({ init }) => new Headers(init.headers).get('authorization')),
    ['Bearer token.number.1', 'Bearer token.number.2'],
  );
  const refused = clientOver([problem('unauthenticated', 401)], { token });
  assert.equal((await errorOf(refused.raise())).code, 'unauthenticated');
  assert.equal(refused.sent.length, 2);
});

test('a token that is no function cannot be fetched anew, and is sent once', async () => {
  const { raise, sent } = clientOver([problem('unauthenticated', 401)]);
  assert.equal((await errorOf(raise())).code, 'unauthenticated');
  assert.equal(sent.length, 1);
});

test('a token that cannot be fetched just now is asked for again; nothing was sent by then', async () => {
  let asked = 0;
  const { raise, sent } = clientOver([json(receipt)], {
    token: async () => {
      asked += 1;
      if (asked < 3) throw new Error(CANARY);
      return 'a.b.c';
    },
  });
  assert.deepEqual(await raise(), receipt);
  assert.deepEqual([asked, sent.length], [3, 1]);
  const never = clientOver([json(receipt)], {
    token: () => {
      throw new Error(CANARY);
    },
  });
  assert.equal((await errorOf(never.raise())).code, 'unreachable');
});

test('a call can be given up before it is sent, while it is on its way and between two attempts', async () => {
  const reason = new Error('I changed my mind.');
  const before = clientOver([json(receipt)]);
  await assert.rejects(before.raise(AbortSignal.abort(reason)), reason);
  assert.equal(before.sent.length, 0);

  const onItsWay = new AbortController();
  const hanging = clientOver([], {
    fetch: (_, init) =>
      new Promise((_resolve, reject) => {
        init?.signal?.addEventListener('abort', () => reject(new DOMException('Aborted', 'AbortError')));
        onItsWay.abort(reason);
      }),
  });
  await assert.rejects(hanging.raise(onItsWay.signal), reason);

  const between = new AbortController();
  const waiting = createMspClient({
    endpoint: 'https://msp.example',
    token: 'a.b.c',
    random: () => 1,
    fetch: async () => {
      setTimeout(() => between.abort(reason), 5);
      throw new TypeError('fetch failed');
    },
  });
  const began = performance.now();
  await assert.rejects(waiting.readCase(receipt.caseId, { signal: between.signal }), reason);
  assert.ok(performance.now() - began < 350, 'it did not wait to the end of the pause');
});

test('an attempt that hangs is ended after its time, and made again', async () => {
  let calls = 0;
  const { raise } = clientOver([], {
    timeoutMs: 10,
    fetch: (_, init) => {
      calls += 1;
      return calls === 2
        ? Promise.resolve(json(receipt))
        : new Promise((_resolve, reject) => {
            // As in a browser, where an open request keeps the page alive.
            const alive = setTimeout(() => undefined, 5000);
            init?.signal?.addEventListener('abort', () => {
              clearTimeout(alive);
              reject(init.signal?.reason as Error);
            });
          });
    },
  });
  assert.deepEqual(await raise(), receipt);
  assert.equal(calls, 2);
});

test('what is sent does not change between two attempts, whatever the page does to the data meanwhile', async () => {
  const data = { whatHappened: 'first' };
  const { client, sent } = clientOver([
    () => {
      data.whatHappened = 'changed';
      return dropped();
    },
    json(receipt),
  ]);
  await client.raiseConcern(data, { idempotencyKey: 'a'.repeat(32) });
  assert.deepEqual(
    sent.map(({ init }) => init.body),
    ['{"whatHappened":"first"}', '{"whatHappened":"first"}'],
  );
});

test('a token that never comes does not hang the call', async () => {
  const alive = setTimeout(() => undefined, 5000);
  const { raise, sent } = clientOver([json(receipt)], {
    timeoutMs: 10,
    token: () => new Promise<string>(() => undefined),
  });
  assert.equal((await errorOf(raise())).code, 'unreachable');
  assert.equal(sent.length, 0);
  clearTimeout(alive);
});
