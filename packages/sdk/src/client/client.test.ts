import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type MspClientOptions, MspError, createMspClient, newIdempotencyKey } from './index.js';

const CANARY = 'Quetzalcanary';
const receipt = {
  caseId: '01a20769-4214-771d-910b-0bb7d86235e1',
  reference: 'MSP-4K7Q-29XD',
  receivedAt: '2026-03-20T10:00:00.000Z',
};
const json = (body: unknown, status = 201): Response =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } });
const problem = (code: string, status: number, headers: Record<string, string> = {}): Response =>
  new Response(
    JSON.stringify({
      type: `urn:msp:problem:${code}`,
      title: 'A title',
      status,
      code,
      detail: 'A detail.',
      docs: '/openapi.json',
    }),
    { status, headers: { 'content-type': 'application/problem+json', ...headers } },
  );

type Step = Response | (() => Response | Promise<Response>);

/** A client whose network answers with these, one after the other; the last one stays. */
const clientOver = (steps: Step[], options: Partial<MspClientOptions> = {}) => {
  const sent: { url: string; init: RequestInit }[] = [];
  const waited: number[] = [];
  const client = createMspClient({
    endpoint: 'https://msp.example/',
    token: 'a.b.c',
    random: () => 0.5,
    delay: async (ms) => void waited.push(ms),
    fetch: async (url, init = {}) => {
      const step = steps[Math.min(sent.length, steps.length - 1)];
      sent.push({ url: String(url), init });
      if (step === undefined) throw new TypeError('nothing to answer with');
      return typeof step === 'function' ? step() : step.clone();
    },
    ...options,
  });
  const raise = (signal?: AbortSignal) =>
    client.raiseConcern({ whatHappened: CANARY }, { idempotencyKey: 'a'.repeat(32), ...(signal && { signal }) });
  return { client, raise, sent, waited };
};

const dropped = (): never => {
  throw new TypeError(`fetch failed: ${CANARY}`);
};

/** The error of a call, shown to repeat nothing that was written. */
const errorOf = async (call: Promise<unknown>): Promise<MspError> => {
  const error = await call.then(
    () => assert.fail('the call should have failed'),
    (reason: unknown) => reason,
  );
  assert.ok(error instanceof MspError, String(error));
  assert.ok(!JSON.stringify([error.message, error.stack, error, String(error.cause)]).includes(CANARY));
  assert.ok(error.message.endsWith('.'));
  return error;
};

test('it sends what the contract asks for, and nothing that a browser would add by itself', async () => {
  const { client, sent } = clientOver([
    json({ event: { id: 'e', sequence: 8, recordedAt: receipt.receivedAt }, version: 8 }),
  ]);
  await client.recordEvent(
    receipt.caseId,
    { type: 'danger.reported', data: { what: 'x' } },
    { idempotencyKey: 'k'.repeat(20), expectedVersion: 7 },
  );
  const [{ url, init } = { url: '', init: {} }] = sent;
  assert.equal(url, `https://msp.example/v1/cases/${receipt.caseId}/events`);
  const headers = new Headers(init.headers);
  assert.equal(headers.get('authorization'), 'Bearer a.b.c');
  assert.equal(headers.get('idempotency-key'), 'k'.repeat(20));
  assert.equal(headers.get('if-match'), '"7"');
  assert.equal(headers.get('msp-api-version'), '1');
  assert.equal(init.body, '{"type":"danger.reported","data":{"what":"x"}}');
  assert.deepEqual(
    [init.redirect, init.credentials, init.cache, init.referrerPolicy],
    ['error', 'omit', 'no-store', 'no-referrer'],
  );
});

test('what people wrote never stands in an address', async () => {
  const { client, sent } = clientOver([json({ events: [], version: 1 }, 200)]);
  await client.readEvents('../../admin?x=', { after: 3 });
  assert.equal(sent[0]?.url, 'https://msp.example/v1/cases/..%2F..%2Fadmin%3Fx%3D/events?after=3');
});

test('an endpoint on the same origin may be a path', async () => {
  const { client, sent } = clientOver([json({ cases: [] }, 200)], { endpoint: '/safeguarding' });
  await client.listCases({ limit: 2 });
  assert.equal(sent[0]?.url, '/safeguarding/v1/cases?limit=2');
});

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

test('blockers, conflict and issues come through', async () => {
  const full = {
    type: 'urn:msp:problem:event-refused',
    title: 'A title',
    status: 422,
    code: 'event-refused',
    detail: 'A detail.',
    docs: '/openapi.json',
    blockers: [{ code: 'person-not-heard', message: 'm', cites: 'c', clearedBy: ['conversation.held'] }],
    conflict: { version: 4, at: receipt.receivedAt, role: 'manager' },
    issues: [{ path: 'a.b', message: 'is missing' }],
    errorId: 'e-1',
  };
  const { raise } = clientOver([
    new Response(JSON.stringify(full), { status: 422, headers: { 'content-type': 'application/problem+json' } }),
  ]);
  const { blockers, conflict, issues, errorId } = await errorOf(raise());
  assert.deepEqual(
    { blockers, conflict, issues, errorId },
    {
      blockers: full.blockers,
      conflict: full.conflict,
      issues: full.issues,
      errorId: 'e-1',
    },
  );
});

test('no answer of something else is ever taken for a receipt', async () => {
  const html = { headers: { 'content-type': 'text/html' } };
  const impostors: Record<string, Response> = {
    'a log-in page of a Wi-Fi, with 200': new Response('<html>Log in</html>', { status: 200, ...html }),
    'a log-in page of a Wi-Fi, with 201': new Response('<html>Log in</html>', { status: 201, ...html }),
    'a page that calls itself JSON': new Response('<html>', {
      status: 201,
      headers: { 'content-type': 'application/json' },
    }),
    'an empty answer': new Response(null, { status: 204 }),
    'an empty object': json({}),
    'a receipt with the wrong status': json(receipt, 200),
    'a receipt without a case': json({ ...receipt, caseId: undefined }),
    'a receipt with a reference of another form': json({ ...receipt, reference: 'MSP-AAAA-0000' }),
    'a receipt with no time': json({ ...receipt, receivedAt: 'now' }),
    'a receipt as plain text': new Response(JSON.stringify(receipt), {
      status: 201,
      headers: { 'content-type': 'text/plain' },
    }),
    'a proxy’s own refusal': new Response('<html>Blocked</html>', { status: 403, ...html }),
    'a problem whose status is another': new Response(await problem('internal', 500).text(), {
      status: 404,
      headers: { 'content-type': 'application/problem+json' },
    }),
    'a list': json([receipt]),
    null: json(null),
  };
  for (const [name, response] of Object.entries(impostors)) {
    const { raise, sent } = clientOver([response]);
    const error = await errorOf(raise());
    assert.equal(error.code, 'unexpected-answer', name);
    assert.equal(error.status, response.status, name);
    assert.equal(sent.length, 1, name);
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

test('what is too long for the server is not sent, and said to be too long rather than lost', async () => {
  const { client, sent } = clientOver([json(receipt)]);
  const tooLong = { whatHappened: '👵🏽'.repeat(40_000) };
  const error = await errorOf(client.raiseConcern(tooLong, { idempotencyKey: 'a'.repeat(32) }));
  assert.deepEqual([error.code, error.status, sent.length], ['body-too-large', 0, 0]);
});

test('keys are different each time and such as the contract takes', () => {
  const keys = new Set(Array.from({ length: 1000 }, newIdempotencyKey));
  assert.equal(keys.size, 1000);
  for (const key of keys) assert.match(key, /^[0-9a-f]{32}$/);
});

test('it is not made without an endpoint or a token, and says which is missing', () => {
  assert.throws(() => createMspClient({ token: 'x' } as unknown as MspClientOptions), /"endpoint"/);
  assert.throws(() => createMspClient({ endpoint: '' } as unknown as MspClientOptions), /"token"/);
});
