import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import * as z from 'zod/mini';
import { type ProblemCode, problemCodes, problemSchema, problems } from '../contract.js';
import { openApiDocument } from '../contract/openapi.js';
import { memoryStore } from '../store/memory.js';
import { StoreError } from '../store/store-error.js';
import { CANARY, aCase, aKey, testServer } from './handler.test.kit.js';

const document = openApiDocument() as { components: { responses: Record<string, unknown> } };
const reached = new Set<string>();

/** Every refusal looks the same: a problem of the contract, explained where it says, without a word of the request in it. */
const assertRefused = async (response: Response, code: ProblemCode): Promise<z.output<typeof problemSchema>> => {
  const text = await response.text();
  assert.ok(!JSON.stringify([text, [...response.headers]]).includes(CANARY), `${code} repeats nothing that was sent`);
  const problem = z.parse(z.strictObject(problemSchema.shape), JSON.parse(text));
  assert.equal(problem.code, code);
  assert.equal(response.status, problems[code].status);
  assert.equal(problem.status, response.status);
  assert.equal(problem.title, problems[code].title);
  assert.equal(problem.type, `urn:msp:problem:${code}`);
  assert.ok(problem.detail.endsWith('.'));
  assert.equal(response.headers.get('content-type'), 'application/problem+json');
  assert.equal(problem.docs, `/openapi.json#/components/responses/${code}`);
  assert.ok(document.components.responses[code], `${code} is explained where the problem says`);
  reached.add(code);
  return problem;
};

after(() => {
  assert.deepEqual([...reached].sort(), [...problemCodes].sort(), 'every code of the contract was met by a test above');
});

const staff = { role: 'practitioner' } as const;
const words = { whatHappened: `${CANARY} happened.` };

test('without a token, or with one that is none, nobody is known', async () => {
  const server = testServer();
  for (const headers of [
    {},
    { authorization: CANARY },
    { authorization: `Bearer ${CANARY}` },
    { authorization: `Basic ${CANARY}` },
  ]) {
    const response = await server.send('GET', '/v1/cases', { headers });
    assert.equal(response.headers.get('www-authenticate'), 'Bearer');
    await assertRefused(response, 'unauthenticated');
  }
});

test('a role that may not call a route is told so', async () => {
  const response = await testServer().send('GET', '/v1/cases', { as: { role: 'referrer' } });
  await assertRefused(response, 'forbidden');
});

test('a token that is good for one concern is refused for a second', async () => {
  const server = testServer();
  const token = await server.tokenFor({ role: 'referrer', once: true });
  const raise = () => server.send('POST', '/v1/concerns', { token, key: aKey(), body: words });
  assert.equal((await raise()).status, 201);
  await assertRefused(await raise(), 'token-used');
});

test('who asks too much is told so', async () => {
  const server = testServer({ limits: { perCaller: 1 } });
  await server.send('GET', '/v1/cases', { as: staff });
  const response = await server.send('GET', '/v1/cases', { as: staff });
  assert.ok(Number(response.headers.get('retry-after')) > 0);
  await assertRefused(response, 'too-many-requests');
});

test('an address that leads nowhere is not found, whatever stands in it', async () => {
  const server = testServer();
  await assertRefused(await server.send('GET', `/${CANARY}`), 'not-found');
  await assertRefused(await server.send('GET', `/v1/cases/${CANARY}`, { as: staff }), 'not-found');
  await assertRefused(
    await server.send('GET', '/v1/cases/01a20769-4214-771d-910b-0bb7d86235e1', { as: staff }),
    'not-found',
  );
  await assertRefused(await server.send('GET', `/v1/cases/%E0%A4%A`, { as: staff }), 'not-found');
});

test('a method that an address does not take is refused with those that it takes', async () => {
  const response = await testServer().send('DELETE', '/v1/cases/x/events', { as: staff });
  assert.equal(response.headers.get('allow'), 'GET, POST');
  await assertRefused(response, 'method-not-allowed');
});

test('only JSON is read, and not compressed', async () => {
  const server = testServer();
  for (const headers of [
    { 'content-type': 'text/plain' },
    { 'content-type': `application/${CANARY}` },
    { 'content-encoding': 'gzip' },
  ]) {
    const response = await server.send('POST', '/v1/concerns', {
      as: { role: 'person' },
      key: aKey(),
      body: words,
      headers,
    });
    await assertRefused(response, 'unsupported-media-type');
  }
});

test('a body beyond the limit is refused', async () => {
  const body = { whatHappened: CANARY.repeat(30_000) };
  const response = await testServer().send('POST', '/v1/concerns', { as: { role: 'person' }, key: aKey(), body });
  const { detail } = await assertRefused(response, 'body-too-large');
  assert.match(detail, /262144 bytes/);
});

test('fields that do not fit are named with what is wanted, and never with what was sent', async () => {
  const server = testServer();
  const refused = async (body: unknown, issues: { path: string; message: RegExp }[]): Promise<void> => {
    const response = await server.send('POST', '/v1/concerns', { as: { role: 'person' }, key: aKey(), body });
    const problem = await assertRefused(response, 'invalid-request');
    assert.deepEqual(
      problem.issues?.map(({ path }) => path),
      issues.map(({ path }) => path),
    );
    issues.forEach(({ message }, index) => assert.match(problem.issues?.[index]?.message ?? '', message));
  };
  await refused(`{"whatHappened": "${CANARY}`, [{ path: '', message: /has to be JSON/ }]);
  await refused([words], [{ path: '', message: /kind object/ }]);
  await refused({}, [{ path: 'whatHappened', message: /is missing/ }]);
  await refused({ whatHappened: ' ' }, [{ path: 'whatHappened', message: /must not be empty/ }]);
  await refused({ whatHappened: `${CANARY}\u0000` }, [{ path: 'whatHappened', message: /cannot be stored/ }]);
  await refused({ ...words, [CANARY]: 1 }, [{ path: '', message: /not part of the interface/ }]);
  await refused({ ...words, adult: { dateOfBirth: CANARY, ageBand: CANARY, name: [CANARY] } }, [
    { path: 'adult.name', message: /kind string/ },
    { path: 'adult.dateOfBirth', message: /a date like/ },
    { path: 'adult.ageBand', message: /one of: under18/ },
  ]);
  await refused({ ...words, types: ['physical', CANARY] }, [{ path: 'types.1', message: /one of/ }]);
});

test('headers and queries that do not fit are named', async () => {
  const server = testServer();
  const { caseId } = await aCase(server);
  const events = `/v1/cases/${caseId}/events`;
  const refused = async (response: Promise<Response>, path: string): Promise<void> => {
    const { issues } = await assertRefused(await response, 'invalid-request');
    assert.equal(issues?.[0]?.path, path);
  };
  const body = { type: 'concern.acknowledged' };
  await refused(server.send('POST', events, { as: staff, key: CANARY, version: 1, body }), 'Idempotency-Key');
  await refused(
    server.send('POST', events, { as: staff, key: aKey(), headers: { 'if-match': CANARY }, body }),
    'If-Match',
  );
  await refused(server.send('GET', `${events}?after=${CANARY}`, { as: staff }), 'after');
  await refused(server.send('GET', `${events}?${CANARY}=1`, { as: staff }), '');
  await refused(server.send('GET', '/v1/cases?limit=501', { as: staff }), 'limit');
  await refused(server.send('GET', `/v1/cases?before=${CANARY}`, { as: staff }), 'before');
  await refused(
    server.send('GET', '/v1/cases', { as: staff, headers: { 'msp-api-version': CANARY } }),
    'MSP-API-Version',
  );
});

test('what has not happened yet cannot be recorded, but for clocks that differ a little', async () => {
  const server = testServer();
  const { caseId } = await aCase(server);
  const at = (ms: number): object => ({
    type: 'concern.acknowledged',
    at: new Date(server.time.now + ms).toISOString(),
  });
  const send = (body: object): Promise<Response> =>
    server.send('POST', `/v1/cases/${caseId}/events`, { as: staff, key: aKey(), version: 1, body });
  const { issues } = await assertRefused(await send(at(30_001)), 'invalid-request');
  assert.equal(issues?.[0]?.path, 'at');
  assert.equal((await send(at(30_000))).status, 201);
});

test('nothing is written without an idempotency key and, in a case, the version that was seen', async () => {
  const server = testServer();
  const { caseId } = await aCase(server);
  const events = `/v1/cases/${caseId}/events`;
  const body = { type: 'concern.acknowledged', data: { because: CANARY } };
  await assertRefused(await server.send('POST', '/v1/concerns', { as: staff, body: words }), 'idempotency-key-missing');
  await assertRefused(await server.send('POST', events, { as: staff, version: 1, body }), 'idempotency-key-missing');
  await assertRefused(await server.send('POST', events, { as: staff, key: aKey(), body }), 'version-missing');
  assert.equal((await server.store.readCase('council', caseId))?.version, 1);
});

test('a key that was used for something else is refused', async () => {
  const server = testServer();
  const key = aKey();
  await server.send('POST', '/v1/concerns', { as: { role: 'person' }, key, body: words });
  const other = { whatHappened: `${CANARY} happened again.` };
  await assertRefused(
    await server.send('POST', '/v1/concerns', { as: { role: 'person' }, key, body: other }),
    'idempotency-key-reused',
  );
});

test('who writes from an old page is told who wrote last, when, and the version now', async () => {
  const server = testServer();
  const { caseId } = await aCase(server);
  const send = (body: object): Promise<Response> =>
    server.send('POST', `/v1/cases/${caseId}/events`, { as: staff, key: aKey(), version: 1, body });
  server.time.now += 5000;
  await send({ type: 'concern.acknowledged', data: { because: CANARY } });
  server.time.now += 5000;
  const { conflict } = await assertRefused(
    await send({ type: 'case.allocated', data: { to: CANARY } }),
    'version-conflict',
  );
  assert.deepEqual(conflict, { version: 2, at: '2026-03-20T10:00:05.000Z', role: 'practitioner' });
});

test('an event that the engine refuses comes back with everything that stands in its way', async () => {
  const server = testServer();
  const { caseId } = await aCase(server);
  const response = await server.send('POST', `/v1/cases/${caseId}/events`, {
    as: staff,
    key: aKey(),
    version: 1,
    body: { type: 'case.closed', data: { because: CANARY } },
  });
  const { blockers } = await assertRefused(response, 'event-refused');
  assert.deepEqual(
    blockers?.map(({ code }) => code),
    ['wrong-stage', 'support-not-considered'],
  );
  assert.ok(blockers?.every(({ cites, message }) => cites !== '' && message !== ''));
});

test('a role that may not record an event learns that, and nothing of how the case stands', async () => {
  const server = testServer();
  const { caseId } = await aCase(server);
  const response = await server.send('POST', `/v1/cases/${caseId}/events`, {
    as: { role: 'person', caseId },
    key: aKey(),
    version: 1,
    body: { type: 'case.closed', data: { because: CANARY } },
  });
  const { blockers } = await assertRefused(response, 'forbidden');
  assert.deepEqual(
    blockers?.map(({ code }) => code),
    ['role-not-allowed'],
  );
});

test('a store that cannot be reached is a matter of moments, and asked for again', async () => {
  for (const code of ['unreachable', 'outcome-unknown', 'busy', 'closed', 'not-migrated', 'unsafe-settings'] as const) {
    const append = (): never => {
      throw new StoreError(code, CANARY);
    };
    const server = testServer({ store: { ...memoryStore(), append } });
    const response = await server.send('POST', '/v1/concerns', { as: { role: 'person' }, key: aKey(), body: words });
    assert.equal(response.headers.get('retry-after'), '1');
    await assertRefused(response, 'unavailable');
  }
});

test('it is not ready while its store is not', async () => {
  const server = testServer();
  await server.store.close();
  const { detail } = await assertRefused(await server.send('GET', '/health/ready'), 'unavailable');
  assert.match(detail, /\(closed\)/);
  assert.equal((await server.send('GET', '/health/live')).status, 200);
});

test('keys that cannot be fetched mean that nobody can be known just now, not that nobody is', async () => {
  const server = testServer({ auth: { keys: () => Promise.reject(new Error(CANARY)) } });
  await assertRefused(await server.send('GET', '/v1/cases', { as: staff }), 'unavailable');
});

test('an error that nobody foresaw says an id and nothing else, and the log has the same id', async () => {
  const failing = (): never => {
    throw new RangeError(`${CANARY}\n    at ${CANARY} (file:///x.js:1:1)`);
  };
  const server = testServer({ store: { ...memoryStore(), readCase: failing } });
  const { caseId } = await aCase(server);
  const { errorId, detail } = await assertRefused(
    await server.send('GET', `/v1/cases/${caseId}`, { as: staff }),
    'internal',
  );
  assert.equal(detail, problems.internal.next);
  const entry = server.log.at(-1);
  assert.equal(entry?.level, 'error');
  assert.equal(entry?.errorId, errorId);
  assert.equal(entry?.errorName, 'RangeError');
  assert.ok(entry?.errorAt?.[0]?.includes('failing'));
  assert.ok(!JSON.stringify(server.log).includes(CANARY));
});
