import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { certificates, englandCareAct, packHash, scotlandASP, walesSSWBA } from '@msp/workflows';
import * as z from 'zod/mini';
import { type RouteName, routes } from '../contract.js';
import { memoryStore } from '../store/memory.js';
import { type MspHandlerOptions, createMspHandler } from './handler.js';
import { START, aCase, aKey, testServer, testVault } from './handler.test.kit.js';

const answerOf = async (name: RouteName, response: Response): Promise<Record<string, unknown>> => {
  const route = routes[name];
  assert.equal(response.status, route.status);
  assert.equal(response.headers.get('content-type'), 'application/json');
  const body: unknown = await response.json();
  const parsed = z.safeParse(route.response as z.ZodMiniType, body);
  assert.ok(parsed.success, `the answer fits the contract of ${name}`);
  assert.deepEqual(parsed.data, body, `the contract of ${name} says everything that the answer says`);
  return body as Record<string, unknown>;
};

test('a raised concern is answered with a receipt, and is in the store by then', async () => {
  const server = testServer();
  const response = await server.send('POST', '/v1/concerns', {
    as: { role: 'referrer', subject: 'neighbour-7', organisation: 'housing' },
    key: aKey(),
    body: { whatHappened: 'She has no food in the house.', immediateDanger: 'yes' },
  });
  const receipt = await answerOf('raiseConcern', response);
  assert.equal(receipt['receivedAt'], new Date(START).toISOString());
  const kept = await server.store.readCase('council', String(receipt['caseId']));
  assert.equal(kept?.reference, receipt['reference']);
  assert.deepEqual(
    (await server.recordOf(String(receipt['caseId']))).map(({ id: _, hash: __, seal: ___, ...event }) => event),
    [
      {
        caseId: receipt['caseId'],
        type: 'concern.raised',
        at: '2026-03-20T10:00:00.000Z',
        by: { id: 'neighbour-7', role: 'referrer', organisation: 'housing' },
        data: { whatHappened: 'She has no food in the house.', immediateDanger: 'yes' },
        sequence: 1,
        recordedAt: '2026-03-20T10:00:00.000Z',
      },
    ],
  );
});

test('what somebody wrote is kept to the letter', async () => {
  const server = testServer();
  const whatHappened = '  “Two spaces”, a tab\t, ünïcödé, 👵🏽 and e\u0301 — kept as it is.  \n';
  const response = await server.send('POST', '/v1/concerns', {
    as: { role: 'person' },
    key: aKey(),
    body: { whatHappened },
  });
  const { caseId } = await answerOf('raiseConcern', response);
  assert.deepEqual((await server.recordOf(String(caseId)))[0]?.data, { whatHappened });
});

test('the list has one line per case, without names or words', async () => {
  const server = testServer();
  const { caseId, reference } = await aCase(server);
  const response = await server.send('GET', '/v1/cases', { as: { role: 'practitioner' } });
  const at = new Date(START).toISOString();
  assert.deepEqual(await answerOf('listCases', response), {
    cases: [{ caseId, reference, version: 1, stage: 'concern', danger: false, raisedAt: at, lastEventAt: at }],
  });
});

test('the list comes in pages, and no case is on two of them', async () => {
  const server = testServer();
  const raised = new Set<string>();
  for (let i = 0; i < 5; i += 1) {
    server.time.now += 1000;
    raised.add((await aCase(server)).caseId);
  }
  const seen: string[] = [];
  let before: string | undefined;
  do {
    const cursor: string = before === undefined ? '' : `&before=${encodeURIComponent(before)}`;
    const page = await answerOf(
      'listCases',
      await server.send('GET', `/v1/cases?limit=2${cursor}`, { as: { role: 'manager' } }),
    );
    seen.push(...(page['cases'] as { caseId: string }[]).map(({ caseId }) => caseId));
    before = page['next'] as string | undefined;
  } while (before !== undefined);
  assert.equal(seen.length, 5);
  assert.deepEqual(new Set(seen), raised);
});

test('a case is read as the engine shows it to the role, with its version as the ETag', async () => {
  const server = testServer();
  const { caseId, reference } = await aCase(server);
  const response = await server.send('GET', `/v1/cases/${caseId}`, { as: { role: 'practitioner' } });
  assert.equal(response.headers.get('etag'), '"1"');
  const answer = await answerOf('readCase', response);
  assert.deepEqual([answer['caseId'], answer['reference'], answer['version']], [caseId, reference, 1]);
  assert.equal((answer['view'] as { entries: unknown[] }).entries.length, 1);
});

test('an event is recorded by whom the token names, when the server says, in the place after the last', async () => {
  const server = testServer();
  const { caseId } = await aCase(server);
  server.time.now += 60_000;
  const response = await server.send('POST', `/v1/cases/${caseId}/events`, {
    as: { role: 'practitioner', subject: 'worker-3' },
    key: aKey(),
    version: 1,
    body: { type: 'concern.acknowledged', at: '2026-03-20T10:00:30+00:00' },
  });
  assert.equal(response.headers.get('etag'), '"2"');
  const answer = await answerOf('recordEvent', response);
  const kept = (await server.store.readCase('council', caseId))?.events[1];
  assert.deepEqual(answer, {
    event: { id: kept?.id, sequence: 2, recordedAt: '2026-03-20T10:01:00.000Z' },
    version: 2,
  });
  assert.deepEqual(kept?.by, { id: 'worker-3', role: 'practitioner', organisation: 'council' });
  assert.equal(kept?.at, '2026-03-20T10:00:30+00:00');
});

test('entries after a sequence are read alone', async () => {
  const server = testServer();
  const { caseId } = await aCase(server);
  for (const version of [1, 2]) {
    await server.send('POST', `/v1/cases/${caseId}/events`, {
      as: { role: 'practitioner' },
      key: aKey(),
      version,
      body: version === 1 ? { type: 'concern.acknowledged' } : { type: 'case.allocated', data: { to: 'worker-3' } },
    });
  }
  const response = await server.send('GET', `/v1/cases/${caseId}/events?after=1`, { as: { role: 'manager' } });
  const { events, version } = await answerOf('readEvents', response);
  assert.deepEqual(
    (events as { type: string }[]).map(({ type }) => type),
    ['concern.acknowledged', 'case.allocated'],
  );
  assert.equal(version, 3);
});

test('it says that it lives, and that it is ready, without a token', async () => {
  const server = testServer();
  assert.deepEqual(await answerOf('live', await server.send('GET', '/health/live')), { status: 'ok' });
  assert.deepEqual(await answerOf('ready', await server.send('GET', '/health/ready')), { status: 'ok' });
});

test('it describes itself', async () => {
  const answer = await answerOf('openApi', await testServer().send('GET', '/openapi.json'));
  assert.equal(answer['openapi'], '3.1.0');
});

test('a reference that another case has is made again, and the concern is kept', async () => {
  const references = ['MSP-2222-2222', 'MSP-2222-2222', 'MSP-3333-3333'];
  const server = testServer({ newReference: () => references.shift() ?? 'MSP-4444-4444' });
  assert.equal((await aCase(server)).reference, 'MSP-2222-2222');
  assert.equal((await aCase(server)).reference, 'MSP-3333-3333');
});

test('every answer, also a refusal, is not to be stored, sniffed or framed, and names the version of the interface', async () => {
  const server = testServer();
  for (const path of ['/health/live', '/openapi.json', '/v1/cases', '/nowhere']) {
    const { headers } = await server.send('GET', path);
    assert.equal(headers.get('cache-control'), 'no-store', path);
    assert.equal(headers.get('x-content-type-options'), 'nosniff', path);
    assert.equal(headers.get('referrer-policy'), 'no-referrer', path);
    assert.equal(headers.get('content-security-policy'), "default-src 'none'; frame-ancestors 'none'", path);
    assert.equal(headers.get('msp-api-version'), '1', path);
  }
});

test('mounted under a path, it answers there and nowhere else', async () => {
  const server = testServer({ basePath: '/safeguarding' });
  assert.equal((await server.send('GET', '/safeguarding/health/live')).status, 200);
  assert.equal((await server.send('GET', '/health/live')).status, 404);
  const problem = (await (await server.send('GET', '/safeguarding/nowhere')).json()) as { docs: string };
  assert.equal(problem.docs, '/safeguarding/openapi.json#/components/responses/not-found');
});

test('it is not made without a store or without a way to know who calls, and says which is missing', () => {
  const make = (options: object) => () => testServer(options);
  assert.throws(make({ basePath: 'safeguarding' }), /"basePath"/);
  for (const draftDays of [0, 31, 1.5, NaN]) assert.throws(make({ draftDays }), /"draftDays"/);
  assert.throws(make({ allowedOrigins: ['*'] }), /"allowedOrigins"/);
  assert.throws(make({ allowedOrigins: ['https://portal.example/path'] }), /"allowedOrigins"/);
  assert.throws(make({ auth: { issuer: '' } }), /"issuer"/);
  assert.throws(make({ auth: { audience: '' } }), /"audience"/);
  const store = memoryStore();
  const vault = testVault;
  assert.throws(() => createMspHandler({ auth: async () => undefined } as unknown as MspHandlerOptions), /"store"/);
  assert.throws(() => createMspHandler({ store, vault } as unknown as MspHandlerOptions), /"auth"/);
  assert.throws(() => createMspHandler({ store, vault, auth: [] }), /"auth"/);
  const auth = async (): Promise<undefined> => undefined;
  assert.throws(() => createMspHandler({ store, auth } as unknown as MspHandlerOptions), /"vault"/);
});

test('a policy pack that nobody proved is said loudly at the start; one that was proven is not', () => {
  const said: string[] = [];
  const warn = (sentence: string): void => void said.push(sentence);
  for (const policy of [englandCareAct, walesSSWBA, scotlandASP]) testServer({ policy, warn });
  testServer({ warn });
  assert.deepEqual(said, []);
  const ours = { ...englandCareAct, id: 'ours', name: 'Our council' };
  testServer({ policy: ours, warn });
  assert.match(said[0] ?? '', /“Our council” has no certificate of proof\..+run prove\(policy\) first\.$/);
  testServer({ policy: { ...englandCareAct, adultFrom: 17 }, warn });
  assert.match(said[1] ?? '', /is not the one that was proven/);
  const pack = packHash(ours, (text) => createHash('sha256').update(text).digest('hex'));
  testServer({ policy: ours, warn, certificates: { [ours.id]: { pack, engine: '0.0.1' } } });
  assert.match(said[2] ?? '', /was proven with another version of the engine/);
  const engine = String(certificates['england-care-act']?.engine);
  testServer({ policy: ours, warn, certificates: { [ours.id]: { pack, engine } } });
  assert.equal(said.length, 3);
});

test('where nobody takes warnings, they go to standard error', (t) => {
  const lines: string[] = [];
  t.mock.method(console, 'warn', (line: string) => void lines.push(line));
  testServer({ policy: { ...englandCareAct, id: 'ours' } });
  assert.equal(lines.length, 1);
  assert.match(lines[0] ?? '', /^\[@msp\/sdk\] The policy pack /);
});
