import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ledger } from '@msp/workflows';
import { journeys } from '@msp/workflows/testing';
import { memoryStore } from '../store/memory.js';
import type { Store } from '../store/port.js';
import { CANARY, type TestServer, aCase, aKey, testServer, testVault } from './handler.test.kit.js';
import { hash } from './hash.js';
import { localVault, newVaultSecret } from './privacy/vault.js';
import { type SchedulerEntry, type SchedulerOptions, createScheduler } from './scheduler.js';

const schedulerOf = (server: TestServer, more: Partial<SchedulerOptions> = {}) => {
  const log: SchedulerEntry[] = [];
  const scheduler = createScheduler({
    store: server.store,
    vault: testVault,
    tenants: () => ['council'],
    clock: () => new Date(server.time.now),
    logger: (entry) => void log.push(entry),
    ...more,
  });
  return { ...scheduler, log };
};

const at = (server: TestServer, instant: string): void => {
  server.time.now = Date.parse(instant);
};

const recordAs = async (server: TestServer, caseId: string, version: number, type: string, data?: object) => {
  const answer = await server.send('POST', `/v1/cases/${caseId}/events`, {
    as: { role: type === 'closure.requested' ? 'manager' : 'practitioner' },
    key: aKey(),
    version,
    body: { type, ...(data ? { data } : {}) },
  });
  assert.equal(answer.status, 201, `${type}: ${await answer.clone().text()}`);
};

/** A case with a plan, agreed at this moment, whose next check-in is on this day. */
const underWay = async (server: TestServer, since: string, due: string) => {
  at(server, since);
  const { caseId } = await aCase(server);
  const [, ...rest] = journeys.underWay;
  for (const [index, [type, data]] of rest.entries()) await recordAs(server, caseId, index + 1, type, data);
  const version = journeys.underWay.length;
  await recordAs(server, caseId, version, 'checkIn.scheduled', { due });
  return { caseId, version: version + 1 };
};

const bySystem = async (server: TestServer, caseId: string): Promise<string[]> =>
  (await server.recordOf(caseId))
    .filter(({ by }) => by.role === 'system')
    .map(({ type, at: when, data }) => [type, when, ...Object.values(data ?? {})].join(' '));

test('a check-in falls due on its day and goes overdue later, each once, at the moment it came about', async () => {
  const server = testServer();
  const { runOnce, log } = schedulerOf(server);
  const { caseId } = await underWay(server, '2026-03-20T10:00:00Z', '2026-03-27');
  at(server, '2026-03-26T23:59:59.999Z');
  await runOnce();
  assert.deepEqual(
    (await bySystem(server, caseId)).filter((said) => said.startsWith('checkIn')),
    [],
  );
  at(server, '2026-03-27T00:00:00Z');
  assert.equal(await runOnce(), 1);
  assert.equal(await runOnce(), 0, 'it is not due twice');
  at(server, '2026-05-01T09:00:00Z');
  await runOnce();
  const said = (await bySystem(server, caseId)).filter((one) => one.startsWith('checkIn'));
  assert.equal(said[0], 'checkIn.fellDue 2026-03-27T00:00:00.000Z');
  assert.match(said[1] ?? '', /^checkIn\.wentOverdue 2026-04-/);
  assert.equal(said.length, 2);
  assert.ok(log.every(({ what }) => what === 'recorded'));
});

for (const [night, day, midnight] of [
  ['clocks go forward', '2026-03-29', '2026-03-29T00:00:00.000Z'],
  ['the day after clocks go forward', '2026-03-30', '2026-03-29T23:00:00.000Z'],
  ['clocks go back', '2026-10-25', '2026-10-24T23:00:00.000Z'],
  ['the day after clocks go back', '2026-10-26', '2026-10-26T00:00:00.000Z'],
  ['a leap day', '2028-02-29', '2028-02-29T00:00:00.000Z'],
] as const) {
  test(`a check-in falls due at midnight in London: ${night}`, async () => {
    const server = testServer();
    const { runOnce } = schedulerOf(server);
    const { caseId } = await underWay(server, new Date(Date.parse(midnight) - 3 * 86_400_000).toISOString(), day);
    const fallen = async () => (await bySystem(server, caseId)).filter((said) => said.startsWith('checkIn'));
    server.time.now = Date.parse(midnight) - 1;
    await runOnce();
    assert.deepEqual(await fallen(), []);
    server.time.now += 1;
    await runOnce();
    assert.deepEqual(await fallen(), [`checkIn.fellDue ${midnight}`]);
  });
}

test('timescales pass by working days, and a scheduler that was down makes up for it', async () => {
  const server = testServer();
  at(server, '2026-03-20T16:00:00Z');
  const { caseId } = await aCase(server);
  at(server, '2026-06-01T09:00:00Z');
  assert.ok((await schedulerOf(server).runOnce()) >= 2);
  const said = await bySystem(server, caseId);
  assert.ok(
    said.some((one) => /^timescale\.passed 2026-03-2\d.* acknowledge$/.test(one)),
    said.join('\n'),
  );
  assert.ok(said.some((one) => / decide$/.test(one)));
  assert.equal(await schedulerOf(server).runOnce(), 0);
  const record = await server.recordOf(caseId);
  assert.equal(ledger.verify(record, { hash }).ok, true, 'on the same chain');
  assert.equal(record.at(-1)?.recordedAt, '2026-06-01T09:00:00.000Z', 'written down now, with when it was');
});

test('what was recorded by mistake and struck out is due again, and is recorded again', async () => {
  const server = testServer();
  const { runOnce } = schedulerOf(server);
  const { caseId } = await aCase(server);
  at(server, '2026-04-20T09:00:00Z');
  const first = await runOnce();
  const passed = (await server.recordOf(caseId)).find(({ type }) => type === 'timescale.passed');
  assert.ok(passed && first >= 2);
  await recordAs(server, caseId, first + 1, 'entry.corrected', { entryId: passed.id, because: 'The clock was wrong' });
  assert.equal(await runOnce(), 1);
  assert.equal(await runOnce(), 0);
});

test('several processes that look at the same moment record everything once', async () => {
  const server = testServer();
  const cases = await Promise.all(Array.from({ length: 20 }, () => aCase(server)));
  at(server, '2026-06-01T09:00:00Z');
  const many = Array.from({ length: 5 }, () => schedulerOf(server));
  await Promise.all(many.map(({ runOnce }) => runOnce()));
  await Promise.all(many.map(({ runOnce }) => runOnce()));
  for (const { caseId } of cases) {
    const said = await bySystem(server, caseId);
    assert.ok(said.length >= 2);
    assert.deepEqual(said, [...new Set(said)]);
  }
  assert.ok(many.every(({ log }) => log.every(({ what }) => what === 'recorded')));
});

test('a case that somebody works on meanwhile is settled in the next round', async () => {
  const inner = memoryStore();
  let meanwhile: (() => Promise<void>) | undefined;
  const store: Store = {
    ...inner,
    append: async (input) => {
      const first = meanwhile;
      meanwhile = undefined;
      await first?.();
      return inner.append(input);
    },
  };
  const server = testServer({ store });
  const { caseId } = await aCase(server);
  at(server, '2026-06-01T09:00:00Z');
  const { runOnce, log } = schedulerOf(server);
  meanwhile = () => recordAs(server, caseId, 1, 'concern.acknowledged');
  assert.equal(await runOnce(), 0);
  assert.ok((await runOnce()) >= 1);
  assert.deepEqual(
    log.filter(({ what }) => what === 'failed'),
    [],
  );
});

test('a case in which nothing is due any more is put off, not looked at again and again', async () => {
  const inner = memoryStore();
  let reads = 0;
  const store: Store = { ...inner, readCase: async (...given) => ((reads += 1), inner.readCase(...given)) };
  const server = testServer({ store });
  const { caseId } = await aCase(server);
  await inner.postpone('council', caseId, { version: 1, nextDue: '2026-01-01T00:00:00Z' });
  const { runOnce } = schedulerOf(server);
  reads = 0;
  assert.equal(await runOnce(), 0);
  assert.equal(reads, 1);
  assert.equal(await runOnce(), 0);
  assert.equal(reads, 1);
  at(server, '2026-06-01T09:00:00Z');
  assert.ok((await runOnce()) >= 1, 'and is found again when its time comes');
});

test('a case that cannot be read keeps nobody waiting, and what is told of it are ids and codes', async () => {
  const server = testServer();
  const keysOfItsOwn: Partial<Store> = {
    readTenantKey: async () => undefined,
    keepTenantKey: async (_tenant, _name, wrapped) => wrapped,
  };
  const stranger = { ...server.store, ...keysOfItsOwn };
  const { caseId: unreadable } = await aCase(testServer({ store: stranger, vault: localVault(newVaultSecret()) }));
  const raised = await server.send('POST', '/v1/concerns', {
    as: { role: 'referrer' },
    key: aKey(),
    body: { whatHappened: CANARY },
  });
  const { caseId } = (await raised.json()) as { caseId: string };
  at(server, '2026-06-01T09:00:00Z');
  const { runOnce, log } = schedulerOf(server, { tenants: () => ['nobody', 'council'] });
  assert.ok((await runOnce()) >= 2);
  const failed = log.filter(({ what }) => what === 'failed');
  assert.deepEqual(
    failed.map((entry) => [entry.tenant, entry.caseId, entry.errorName]),
    [['council', unreadable, 'UnreadableError']],
  );
  assert.ok((await bySystem(server, caseId)).length >= 2);
  assert.ok(!JSON.stringify(log).includes(CANARY));
});

test('a store that does not answer ends no round for good', async () => {
  const server = testServer();
  const failing: Store = { ...server.store, dueCases: () => Promise.reject(new Error(CANARY)) };
  const { runOnce, log } = schedulerOf(server, { store: failing });
  assert.equal(await runOnce(), 0);
  assert.deepEqual(
    log.map(({ what, tenant }) => [what, tenant]),
    [['failed', 'council']],
  );
  assert.ok(!JSON.stringify(log).includes(CANARY));
});

test('started, it goes on by itself until it is stopped', async () => {
  const server = testServer();
  const { caseId } = await aCase(server);
  const scheduler = schedulerOf(server, { everyMs: 5 });
  scheduler.start();
  scheduler.start();
  at(server, '2026-06-01T09:00:00Z');
  for (let tries = 0; (await bySystem(server, caseId)).length === 0; tries += 1) {
    assert.ok(tries < 400, 'nothing was recorded');
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  await scheduler.stop();
  const before = scheduler.log.length;
  at(server, '2027-06-01T09:00:00Z');
  await new Promise((resolve) => setTimeout(resolve, 40));
  assert.equal(scheduler.log.length, before);
  await scheduler.stop();
});
