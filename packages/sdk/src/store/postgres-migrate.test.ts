import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { migrate, postgresStore } from './postgres.js';
import { migrateTo } from './postgres/migrate.js';
import { migrations } from './postgres/migrations.js';
import { type TestServer, query, startTestServer } from './postgres.test.kit.js';

let server: TestServer;

before(async () => {
  server = await startTestServer();
});

after(() => server.stop());

const numbers = migrations.map(({ version }) => version);

test('migrations are numbered from 1 without a gap', () => {
  assert.deepEqual(
    numbers,
    migrations.map((_, index) => index + 1),
  );
});

test('several processes may migrate at once: each migration is applied once', async () => {
  const connectionString = await server.newDatabase({ prepared: false });
  const runs = await Promise.all(Array.from({ length: 5 }, () => migrate({ connectionString })));
  assert.deepEqual(runs.flatMap(({ applied }) => applied).sort(), numbers);
  assert.deepEqual(await migrate({ connectionString }), { applied: [] });
});

test('two databases of one server may be prepared at the same moment', async () => {
  const addresses = await Promise.all([1, 2, 3].map(() => server.newDatabase({ prepared: false })));
  const runs = await Promise.all(addresses.map((connectionString) => migrate({ connectionString })));
  assert.deepEqual(runs, [{ applied: numbers }, { applied: numbers }, { applied: numbers }]);
});

test('a migration that fails leaves nothing of itself, and what came before stays', async () => {
  const connectionString = await server.newDatabase();
  const version = migrations.length + 1;
  const broken = { version, name: 'broken', sql: 'CREATE TABLE msp.half (tenant text); SELECT 1 / 0;' };
  await assert.rejects(migrateTo([...migrations, broken], { connectionString }), {
    name: 'StoreError',
    sqlState: '22012',
  });
  const [row] = await query(
    connectionString,
    `SELECT to_regclass('msp.half') AS half, max(version) AS version FROM msp.migrations`,
  );
  assert.deepEqual(row, { half: null, version: migrations.length });
  const repaired = { ...broken, sql: 'CREATE TABLE msp.half (tenant text);' };
  assert.deepEqual(await migrateTo([...migrations, repaired], { connectionString }), { applied: [version] });
});

test('a released migration that was edited is noticed', async () => {
  const connectionString = await server.newDatabase();
  const edited = migrations.map((migration) => ({ ...migration, sql: `${migration.sql} ` }));
  await assert.rejects(migrateTo(edited, { connectionString }), { name: 'StoreError', code: 'migration-changed' });
});

test('a database of a newer version is left alone', async () => {
  const connectionString = await server.newDatabase();
  await assert.rejects(migrateTo([], { connectionString }), { name: 'StoreError', code: 'database-newer' });
});

test('what was kept before words were encrypted is still there, is read as it was, and is looked at by the scheduler', async () => {
  const connectionString = await server.newDatabase({ prepared: false });
  await migrateTo(migrations.slice(0, 1), { connectionString });
  const event = {
    id: '01960000-0000-7000-8000-000000001001',
    caseId: 'case-1',
    type: 'concern.raised',
    at: '2026-03-02T09:00:00+00:00',
    by: { id: 'neighbour-7', role: 'referrer', organisation: 'housing' },
    data: { whatHappened: 'She has no food in the house.' },
    sequence: 1,
    recordedAt: '2026-03-02T09:00:00.000Z',
  };
  const now = '2026-03-02T09:00:00Z';
  await query(
    connectionString,
    `BEGIN; SET LOCAL ROLE msp_app; SELECT set_config('msp.tenant', 'council', true);
    SELECT * FROM msp.append('case-1', 0, '[${JSON.stringify(event)}]', 'neighbour-7', 'key-1', 'hash', '{}',
      'MSP-4K7Q-29XD', 'concern', false, '${now}', '${now}'); COMMIT`,
  );
  await migrate({ connectionString });
  const store = postgresStore({ connectionString });
  try {
    assert.deepEqual(await store.readCase('council', 'case-1'), {
      reference: 'MSP-4K7Q-29XD',
      version: 1,
      events: [event],
    });
    assert.deepEqual(await store.dueCases('council', '2026-03-02T09:00:00Z', 10), ['case-1']);
  } finally {
    await store.close();
  }
});
