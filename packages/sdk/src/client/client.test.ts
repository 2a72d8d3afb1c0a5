import assert from 'node:assert/strict';
import { test } from 'node:test';
import { clientOver, errorOf, json, problem, receipt } from './client.test.kit.js';
import { type MspClientOptions, createMspClient, newIdempotencyKey } from './index.js';

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
