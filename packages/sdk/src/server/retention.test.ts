import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { journeys } from '@msp/workflows/testing';
import type { DueErasures } from '../contract.js';
import { memoryStore } from '../store/memory.js';
import type { Store } from '../store/port.js';
import { postgresStore } from '../store/postgres.js';
import { type TestServer as Database, startTestServer } from '../store/postgres.test.kit.js';
import { type TestServer, aCase, aKey, testServer, testVault } from './handler.test.kit.js';
import { yearsBefore } from './retention.js';
import { type SchedulerEntry, createScheduler } from './scheduler.js';

let database: Database;
before(async () => {
  database = await startTestServer();
});
after(() => database.stop());

const set = (server: TestServer, body: object, version: number) =>
  server.send('POST', '/v1/settings', { as: { role: 'manager' }, body, version });

const due = async (server: TestServer): Promise<DueErasures> => {
  const answer = await server.send('GET', '/v1/erasures', { as: { role: 'manager' } });
  assert.equal(answer.status, 200);
  return (await answer.json()) as DueErasures;
};

/** A case that was closed in two minutes. @returns when its last entry was made */
const aClosedCase = async (server: TestServer) => {
  const { caseId, reference } = await aCase(server);
  const [, ...rest] = journeys.closed;
  for (const [index, [type, data]] of rest.entries()) {
    const body = { type, ...(data ? { data } : {}) };
    const send = (role: 'practitioner' | 'manager' | 'person') =>
      server.send('POST', `/v1/cases/${caseId}/events`, { as: { role }, key: aKey(), version: index + 1, body });
    let answer = await send('practitioner');
    if (answer.status !== 201) answer = await send('manager');
    assert.equal(answer.status, 201, `${type}: ${await answer.clone().text()}`);
  }
  return { caseId, reference };
};

const stores: readonly (readonly [string, () => Promise<Store>])[] = [
  ['memory', async () => memoryStore()],
  ['PostgreSQL', async () => postgresStore({ connectionString: await database.newDatabase() })],
];

for (const [kind, makeStore] of stores) {
  test(`in ${kind}, a closed case is due for erasure after as many years as were set, is named to managers, and erased by nobody else`, async () => {
    const store = await makeStore();
    const server = testServer({ store });
    const log: SchedulerEntry[] = [];
    const scheduler = createScheduler({
      ...{
        store,
        vault: testVault,
        tenants: () => ['council'],
        logger: (entry: SchedulerEntry) => void log.push(entry),
      },
      clock: () => new Date(server.time.now),
    });
    const said = () => log.filter(({ what }) => what === 'erasure-due').map(({ cases }) => cases);
    const { caseId, reference } = await aClosedCase(server);
    const open = await aCase(server);
    const closedAt = server.time.now;
    assert.deepEqual(await due(server), { cases: [] }, 'nothing was set');
    assert.equal((await set(server, { closedCasesYears: 7 }, 0)).status, 200);

    server.time.now =
      Date.parse(new Date(closedAt).toISOString().replace(/^\d{4}/, (year) => String(Number(year) + 7))) - 1;
    assert.deepEqual(await due(server), { closedCasesYears: 7, cases: [] });
    await scheduler.runOnce();
    assert.deepEqual(said(), []);

    server.time.now += 1 + 86_400_000;
    const lastEventAt = new Date(closedAt).toISOString();
    assert.deepEqual(await due(server), { closedCasesYears: 7, cases: [{ caseId, reference, lastEventAt }] });
    await scheduler.runOnce();
    await scheduler.runOnce();
    assert.deepEqual(said(), [1], 'once a day');
    server.time.now += 86_400_000;
    await scheduler.runOnce();
    assert.deepEqual(said(), [1, 1], 'and again until somebody decides');
    assert.ok((await store.readCase('council', caseId))?.key !== undefined, 'nothing is erased by itself');

    for (const role of ['practitioner', 'referrer'] as const)
      assert.equal((await server.send('GET', '/v1/erasures', { as: { role } })).status, 403);
    const erased = await server.send('POST', `/v1/cases/${caseId}/erasure`, {
      as: { role: 'manager' },
      body: { reference },
    });
    assert.deepEqual(await erased.json(), { erased: true });
    assert.deepEqual((await due(server)).cases, []);
    assert.ok((await store.readCase('council', open.caseId))?.key !== undefined);
    await store.close();
  });

  test(`in ${kind}, the code of a receipt opens for as many days as were set`, async () => {
    const store = await makeStore();
    const server = testServer({ store });
    const untilOf = async (): Promise<number> => {
      const { caseId } = await aCase(server);
      const [code] = await store.listCodes('council', caseId);
      return (Date.parse(code?.opensUntil ?? '') - server.time.now) / 86_400_000;
    };
    assert.equal(await untilOf(), 180);
    await set(server, { receiptDays: 30 }, 0);
    assert.equal(await untilOf(), 30);
    for (const wrong of [{ receiptDays: 0 }, { receiptDays: 366 }, { closedCasesYears: 0 }, { closedCasesYears: 101 }])
      assert.equal((await set(server, wrong, 1)).status, 400, JSON.stringify(wrong));
    await store.close();
  });
}

test('years are those of the calendar, and nothing is due a day early', () => {
  const before = (now: string, years: number): string => yearsBefore(new Date(now), years).toISOString();
  assert.equal(before('2033-03-20T10:00:00.000Z', 7), '2026-03-20T10:00:00.000Z');
  assert.equal(before('2032-02-29T10:00:00.000Z', 4), '2028-02-29T10:00:00.000Z');
  assert.equal(before('2032-02-29T10:00:00.000Z', 1), '2031-02-28T10:00:00.000Z');
});
