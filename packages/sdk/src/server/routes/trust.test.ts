import assert from 'node:assert/strict';
import { test } from 'node:test';
import { buildEvent, journeys } from '@msp/workflows/testing';
import type { Audit, Chain } from '../../contract.js';
import type { KeptEvent } from '../../store/port.js';
import { CANARY, type TestServer, aCase, aKey, testServer } from '../handler.test.kit.js';

const manager = { role: 'manager', subject: 'manager-1' } as const;
const worker = { role: 'practitioner', subject: 'worker-1' } as const;

const get = async <T>(server: TestServer, path: string): Promise<T> => {
  const answer = await server.send('GET', path, { as: manager });
  assert.equal(answer.status, 200);
  return (await answer.json()) as T;
};

const erase = (server: TestServer, caseId: string, reference: string, as = manager as object) =>
  server.send('POST', `/v1/cases/${caseId}/erasure`, { as: as as typeof manager, body: { reference } });

/** A case that went all the way: every step through the interface. */
const aClosedCase = async (server: TestServer) => {
  const [, ...rest] = journeys.closed;
  const receipt = await aCase(server);
  for (const [index, [type, data, by]] of rest.entries()) {
    const { role } = buildEvent({ number: 1, type, ...(by ? { by } : {}) } as never).by;
    const staff = role === 'manager' || role === 'practitioner';
    const answer = await server.send('POST', `/v1/cases/${receipt.caseId}/events`, {
      as: { role, subject: `${role}-1`, ...(staff ? {} : { caseId: receipt.caseId }) },
      key: aKey(),
      version: index + 1,
      body: { type, ...(data === undefined ? {} : { data }) },
    });
    assert.equal(answer.status, 201, `${type}: ${await answer.clone().text()}`);
  }
  return { ...receipt, version: journeys.closed.length };
};

test('a manager sees who wrote in a case and who looked at it', async () => {
  const server = testServer();
  const { caseId } = await aCase(server);
  await server.send('GET', `/v1/cases/${caseId}`, { as: worker });
  await server.send('GET', `/v1/cases/${caseId}/events`, { as: { role: 'manager', subject: 'manager-2' } });
  const { entries } = await get<Audit>(server, `/v1/cases/${caseId}/audit`);
  assert.deepEqual(
    entries.map(({ subject, action, version }) => `${subject} ${action} ${version}`),
    ['manager-2 read 1', 'worker-1 read 1', 'referrer-1 append 1'],
  );
});

test('nobody but a manager of that organisation sees the audit or the chain, or erases', async () => {
  const server = testServer();
  const { caseId, reference } = await aCase(server);
  for (const path of [`/v1/cases/${caseId}/audit`, `/v1/cases/${caseId}/chain`]) {
    assert.equal((await server.send('GET', path, { as: worker })).status, 403);
    assert.equal((await server.send('GET', path, { as: { role: 'person', caseId } })).status, 403);
    assert.equal((await server.send('GET', path, { as: { ...manager, tenant: 'elsewhere' } })).status, 404);
    assert.equal((await server.send('GET', path)).status, 401);
  }
  assert.equal((await erase(server, caseId, reference, worker)).status, 403);
  assert.equal((await erase(server, caseId, reference, { ...manager, tenant: 'elsewhere' })).status, 404);
});

test('where access is restricted, a manager who is not named sees neither audit nor chain, and erases nothing', async () => {
  const server = testServer();
  const { caseId, reference } = await aCase(server);
  const restricted = await server.send('POST', `/v1/cases/${caseId}/events`, {
    as: { role: 'manager', subject: 'manager-2' },
    key: aKey(),
    version: 1,
    body: { type: 'access.restricted', data: { to: ['manager-2'], because: 'A relative works here' } },
  });
  assert.equal(restricted.status, 201, await restricted.clone().text());
  for (const path of ['audit', 'chain']) {
    assert.equal((await server.send('GET', `/v1/cases/${caseId}/${path}`, { as: manager })).status, 404);
    const named = { as: { role: 'manager', subject: 'manager-2' } } as const;
    assert.equal((await server.send('GET', `/v1/cases/${caseId}/${path}`, named)).status, 200);
  }
  assert.equal((await erase(server, caseId, reference)).status, 404);
});

test('the chain of a case is intact, and says where it ends', async () => {
  const server = testServer();
  const { caseId, version } = await aClosedCase(server);
  const chain = await get<Chain>(server, `/v1/cases/${caseId}/chain`);
  const last = (await server.recordOf(caseId)).at(-1);
  const head = { caseId, sequence: version, hash: last?.hash };
  assert.deepEqual(chain, { intact: true, says: 'chain intact', erased: 0, head });
});

test('an entry that was changed, dropped or moved behind the server’s back is found, and named', async () => {
  const server = testServer();
  const { caseId } = await aClosedCase(server);
  const kept = await server.store.readCase('council', caseId);
  assert.ok(kept);
  type Change = (events: readonly KeptEvent[]) => readonly KeptEvent[];
  const after = async (change: Change) => {
    const store = { ...server.store, readCase: async () => ({ ...kept, events: change(kept.events) }) };
    const { intact, at, says } = await get<Chain>(testServer({ store }), `/v1/cases/${caseId}/chain`);
    return `${intact} ${at ?? ''} ${/[.]$/.test(says)}`;
  };
  const at = (events: readonly KeptEvent[], index: number): KeptEvent => events[index] as KeptEvent;
  assert.equal(
    await after((events) => events.with(5, { ...at(events, 5), at: '2020-01-01T00:00:00Z' })),
    'false 6 true',
  );
  assert.equal(
    await after((events) => events.with(3, { ...at(events, 3), by: { ...at(events, 3).by, id: 'somebody-else' } })),
    'false 4 true',
  );
  assert.equal(await after((events) => events.filter((_, index) => index !== 4)), 'false 5 true', 'dropped');
  assert.equal(await after((events) => events.slice(0, -1)), `false ${kept.events.length} true`, 'cut off at its end');
  const swapped: Change = (events) => events.with(2, at(events, 3)).with(3, at(events, 2));
  assert.equal(await after(swapped), 'false 3 true', 'moved');
  const otherWords: Change = (events) => events.with(0, { ...at(events, 0), words: at(events, 5).words ?? '' });
  assert.equal(await after(otherWords), 'false  true', 'words of another entry');
  assert.equal(await after((events) => [...events]), `true  false`, 'and one that nobody touched is intact');
});

test('the words of a closed case are erased for good: by its reference, once, and it still verifies', async () => {
  const server = testServer();
  const { caseId, reference } = await aClosedCase(server);
  const before = JSON.stringify(await server.recordOf(caseId));
  assert.ok(before.includes('bank card'));
  const mistyped = await erase(server, caseId, 'MSP-2222-2222');
  assert.equal(mistyped.status, 400);
  assert.deepEqual(((await mistyped.json()) as { issues: { path: string }[] }).issues[0]?.path, 'reference');
  assert.deepEqual(await (await erase(server, caseId, reference)).json(), { erased: true });
  assert.deepEqual(await (await erase(server, caseId, reference)).json(), { erased: false });
  assert.ok(!JSON.stringify(await server.recordOf(caseId)).includes('bank card'));
  const chain = await get<Chain>(server, `/v1/cases/${caseId}/chain`);
  assert.equal(chain.says, 'redacted, chain intact');
  assert.ok(chain.intact && chain.erased > 10);
  const { entries } = await get<Audit>(server, `/v1/cases/${caseId}/audit`);
  assert.deepEqual([entries[0]?.action, entries[0]?.subject], ['erase-words', 'manager-1']);
  const read = (await (await server.send('GET', `/v1/cases/${caseId}`, { as: worker })).json()) as { view: object };
  assert.match(JSON.stringify(read.view), /"stage":"closed"/);
});

test('the words of an open case are not erased', async () => {
  const server = testServer();
  const { caseId, reference } = await aCase(server);
  const refused = await erase(server, caseId, reference);
  assert.equal(refused.status, 403);
  assert.match(((await refused.json()) as { detail: string }).detail, /Only the words of a closed case/);
  assert.match(JSON.stringify(await server.recordOf(caseId)), /bank card/);
});

test('audit and chain hold nothing that anybody wrote', async () => {
  const server = testServer();
  const raised = await server.send('POST', '/v1/concerns', {
    as: { role: 'referrer' },
    key: aKey(),
    body: { whatHappened: CANARY, adult: { name: CANARY } },
  });
  const { caseId } = (await raised.json()) as { caseId: string };
  for (const path of ['audit', 'chain']) {
    assert.ok(!JSON.stringify(await get(server, `/v1/cases/${caseId}/${path}`)).includes(CANARY));
  }
});
