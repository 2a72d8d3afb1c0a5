import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  type CaseView,
  type EventType,
  type Role,
  englandCareAct,
  eventTypes,
  replay,
  roles,
  view,
} from '@msp/workflows';
import { bare } from './privacy/keep-words.js';
import { type Caller, CANARY, type TestServer, aCase, aKey, testServer } from './handler.test.kit.js';

const scoped: readonly Role[] = ['person', 'representative', 'advocate', 'referrer', 'partner'];

const paths = (caseId: string): [string, string][] => [
  ['GET', `/v1/cases/${caseId}`],
  ['GET', `/v1/cases/${caseId}/events`],
  ['POST', `/v1/cases/${caseId}/events`],
];

const call = (server: TestServer, method: string, path: string, as: Caller): Promise<Response> =>
  method === 'GET'
    ? server.send(method, path, { as })
    : server.send(method, path, {
        as,
        key: aKey(),
        version: 1,
        body: { type: 'danger.reported', data: { what: CANARY } },
      });

/** A refusal as somebody who tries doors would compare it: status, headers and body. */
const seen = async (response: Response): Promise<unknown> => [
  response.status,
  [...response.headers],
  await response.text(),
];

test('another organisation’s case looks exactly like one that does not exist, for every role and route', async () => {
  const server = testServer();
  const { caseId } = await aCase(server, 'council');
  const nobodys = '01a20769-4214-771d-910b-0bb7d86235e1';
  for (const role of roles) {
    const asScope = (id: string): Caller => ({
      role,
      tenant: 'trust',
      ...(scoped.includes(role) ? { caseId: id } : {}),
    });
    for (const [index, [method, path]] of paths(caseId).entries()) {
      const theirs = await seen(await call(server, method, path, asScope(caseId)));
      const [, missingPath] = paths(nobodys)[index] ?? ['', ''];
      const missing = await seen(await call(server, method, missingPath, asScope(nobodys)));
      assert.deepEqual(theirs, missing, `${role} ${method}`);
      assert.equal((theirs as number[])[0], 404);
    }
  }
  assert.equal((await server.store.readCase('council', caseId))?.version, 1);
});

test('a list has no case of another organisation', async () => {
  const server = testServer();
  await aCase(server, 'council');
  const { caseId } = await aCase(server, 'trust');
  const list = (await (await server.send('GET', '/v1/cases', { as: { role: 'manager', tenant: 'trust' } })).json()) as {
    cases: { caseId: string }[];
  };
  assert.deepEqual(
    list.cases.map((line) => line.caseId),
    [caseId],
  );
});

test('the same idempotency key in two organisations makes two concerns', async () => {
  const server = testServer();
  const key = aKey();
  const raise = (tenant: string): Promise<Response> =>
    server.send('POST', '/v1/concerns', { as: { role: 'person', tenant }, key, body: { whatHappened: 'x' } });
  const [one, two] = [await (await raise('council')).json(), await (await raise('trust')).json()];
  assert.notEqual((one as { caseId: string }).caseId, (two as { caseId: string }).caseId);
});

test('a token for one case reaches no other, whatever the role', async () => {
  const server = testServer();
  const mine = await aCase(server);
  const other = await aCase(server);
  for (const role of roles) {
    for (const [method, path] of paths(other.caseId)) {
      assert.equal((await call(server, method, path, { role, caseId: mine.caseId })).status, 404, `${role} ${method}`);
    }
    assert.equal(
      (await server.send('GET', `/v1/cases/${mine.caseId}`, { as: { role, caseId: mine.caseId } })).status,
      200,
      role,
    );
  }
  assert.equal((await server.store.readCase('council', other.caseId))?.version, 1);
});

test('who speaks for one person, and who raised a concern, needs a token for that case to read or record', async () => {
  const server = testServer();
  const { caseId } = await aCase(server);
  for (const role of scoped) {
    for (const [method, path] of paths(caseId)) {
      assert.equal((await call(server, method, path, { role })).status, 403, `${role} ${method}`);
    }
    const raised = await server.send('POST', '/v1/concerns', {
      as: { role },
      key: aKey(),
      body: { whatHappened: 'x' },
    });
    assert.equal(raised.status, 201, role);
  }
});

test('only practitioners and managers list cases, and not with a token for one case', async () => {
  const server = testServer();
  const { caseId } = await aCase(server);
  for (const role of roles) {
    const expected = role === 'practitioner' || role === 'manager' ? 200 : 403;
    assert.equal((await server.send('GET', '/v1/cases', { as: { role } })).status, expected, role);
    assert.equal((await server.send('GET', '/v1/cases', { as: { role, caseId } })).status, 403, role);
  }
});

test('everybody may raise a concern but the system', async () => {
  const server = testServer();
  for (const role of roles) {
    const response = await server.send('POST', '/v1/concerns', {
      as: { role },
      key: aKey(),
      body: { whatHappened: 'x' },
    });
    assert.equal(response.status, role === 'system' ? 403 : 201, role);
  }
});

test('who may record what is decided by the policy’s matrix, cell by cell', async () => {
  const server = testServer();
  const { caseId } = await aCase(server);
  const samples: Partial<Record<EventType, object>> = {
    'concern.raised': { whatHappened: 'x' },
    'danger.reported': { what: 'x' },
    'wishes.recorded': { about: 'enquire', answer: 'yes' },
    'outcome.expressed': { outcomeId: 'o', words: 'x', saidBy: 'person' },
    'conversation.held': { with: ['person'], how: 'phone', freeToSpeak: 'yes' },
    'closure.approved': { because: 'x' },
    'checkIn.fellDue': {},
    'timescale.passed': { what: 'decide' },
    'concern.acknowledged': {},
    'case.allocated': { to: 'worker-3' },
  };
  const types = eventTypes.filter((type) => samples[type] !== undefined);
  for (const type of types) {
    for (const role of roles) {
      const response = await server.send('POST', `/v1/cases/${caseId}/events`, {
        as: { role, ...(scoped.includes(role) ? { caseId } : {}) },
        key: aKey(),
        version: 0,
        body: { type, data: samples[type] },
      });
      assert.equal(response.status, 409, 'an old version is refused before anything is judged');
    }
  }
  for (const type of types) {
    for (const role of roles) {
      const fresh = await aCase(server);
      const response = await server.send('POST', `/v1/cases/${fresh.caseId}/events`, {
        as: { role, ...(scoped.includes(role) ? { caseId: fresh.caseId } : {}) },
        key: aKey(),
        version: 1,
        body: { type, data: samples[type] },
      });
      const may = englandCareAct.mayRecord[type]?.includes(role) ?? false;
      assert.equal(response.status === 403, !may, `${role} ${type} got ${response.status}`);
    }
  }
});

test('what is read is the engine’s view for the role, and nothing beside it', async () => {
  const server = testServer();
  const raised = await server.send('POST', '/v1/concerns', {
    as: { role: 'referrer', subject: `${CANARY}-subject` },
    key: aKey(),
    body: { whatHappened: 'x', referrer: { name: CANARY, stayAnonymousToPerson: 'yes' }, whoIsTheRisk: CANARY },
  });
  const { caseId } = (await raised.json()) as { caseId: string };
  const kept = await server.store.readCase('council', caseId);
  const current = replay((await server.recordOf(caseId)).map(bare));
  for (const role of roles) {
    const as = { role, caseId, organisation: 'Another Trust', subject: 'somebody' };
    const viewer = { id: as.subject, organisation: as.organisation };
    const answer = (await (await server.send('GET', `/v1/cases/${caseId}`, { as })).json()) as { view: CaseView };
    const expected = JSON.parse(JSON.stringify(view(current, role, viewer))) as CaseView;
    assert.deepEqual(answer, { caseId, reference: kept?.reference, version: 1, view: expected }, role);
    const events = (await (await server.send('GET', `/v1/cases/${caseId}/events`, { as })).json()) as unknown;
    assert.deepEqual(events, { events: expected.entries, version: 1 }, role);
    const isStaff = role === 'practitioner' || role === 'manager';
    assert.equal(JSON.stringify([answer, events]).includes(CANARY), isStaff, `${role} sees the names: ${isStaff}`);
  }
});

test('who may not see where a case stands does not learn it from a refusal either', async () => {
  const server = testServer();
  const { caseId } = await aCase(server);
  const policy = {
    ...englandCareAct,
    mayRecord: { ...englandCareAct.mayRecord, 'case.closed': ['referrer' as const, 'person' as const] },
  };
  const trying = testServer({ store: server.store, policy });
  const blockersFor = async (role: Role): Promise<unknown[]> => {
    const response = await trying.send('POST', `/v1/cases/${caseId}/events`, {
      as: { role, caseId },
      key: aKey(),
      version: 1,
      body: { type: 'case.closed', data: { because: 'x' } },
    });
    assert.equal(response.status, 422);
    return ((await response.json()) as { blockers: unknown[] }).blockers;
  };
  assert.match(JSON.stringify(await blockersFor('person')), /three-point test|acknowledged yet/);
  const told = JSON.stringify(await blockersFor('referrer'));
  assert.doesNotMatch(told, /three-point test|acknowledged yet|threshold|support\./);
});
