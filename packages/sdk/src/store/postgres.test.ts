import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import pg from 'pg';
import type { Store } from './port.js';
import type { Pool, PoolClient } from './postgres.js';
import { openPool } from './postgres/driver.js';
import { postgresStore } from './postgres.js';
import { type TestServer, asOwner, query, startTestServer } from './postgres.test.kit.js';
import { runStoreSuite } from './suite.js';
import { failuresOf } from './suite.test.kit.js';
import { append, newCaseId, newTenant } from './suite/sample.js';

let server: TestServer;
let connectionString: string;

before(async () => {
  server = await startTestServer();
  connectionString = await server.newDatabase();
});

after(() => server.stop());

const openStore = (): Store => postgresStore({ connectionString });

runStoreSuite({
  test,
  makeStore: openStore,
  openAgain: async () => openStore(),
  cleanup: (store) => store.close(),
});

test('a tenant may be called anything, and its name is never read as SQL', async () => {
  const store = openStore();
  const caseId = newCaseId();
  const names = ["o'brien", 'back\\slash', "\\'; DROP SCHEMA msp CASCADE; --", '$1', '"', 'caf\u00e9 \u{1F499}'];
  for (const tenant of names) {
    assert.deepEqual(await store.append(append({ tenant, caseId })), { ok: true, version: 1 });
  }
  for (const tenant of names) assert.equal((await store.listCases(tenant)).cases.length, 1);
  await store.close();
});

test('every append has its audit entry, and no append that was refused has one', async () => {
  const store = openStore();
  const [tenant, caseId] = [newTenant(), newCaseId()];
  const first = append({ tenant, caseId, count: 2 });
  await store.append(first);
  await store.append(append({ tenant, caseId, expectedVersion: 2, subject: 'somebody-else' }));
  await store.append(append({ tenant, caseId, expectedVersion: 2 }));
  await store.append(first);
  await store.close();
  const text = 'SELECT subject, action, case_id, version FROM msp.audit WHERE tenant = $1 ORDER BY entry';
  assert.deepEqual(await query(connectionString, text, [tenant]), [
    { subject: 'subject-practitioner', action: 'append', case_id: caseId, version: 2 },
    { subject: 'somebody-else', action: 'append', case_id: caseId, version: 3 },
  ]);
});

test('a connection that breaks before the commit leaves nothing, and says so', async () => {
  const store = openStore();
  const [tenant, caseId] = [newTenant(), newCaseId()];
  await store.append(append({ tenant, caseId }));
  const second = append({ tenant, caseId, expectedVersion: 1 });
  await asOwner(connectionString, async (client) => {
    await client.query('BEGIN');
    await client.query('SELECT FROM msp.cases WHERE tenant = $1 FOR UPDATE', [tenant]);
    const broken = assert.rejects(store.append(second), { name: 'StoreError', code: 'unreachable' });
    const waiting = `SELECT pid FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()`;
    let pids: unknown[] = [];
    while (pids.length === 0) pids = (await client.query(waiting)).rows.map(({ pid }: { pid: unknown }) => pid);
    await client.query('SELECT pg_terminate_backend($1::int)', [pids[0]]);
    await broken;
    await client.query('ROLLBACK');
  });
  assert.equal((await store.readCase(tenant, caseId))?.version, 1);
  assert.deepEqual(await store.append(second), { ok: true, version: 2 });
  await store.close();
});

test('a connection that breaks in the middle of a transaction, between two of its queries, ends no process', async () => {
  const inner = await openPool({ connectionString });
  const broken: Promise<unknown>[] = [];
  const pool: Pool = {
    end: () => inner.end(),
    connect: async () => {
      const client = await inner.connect();
      const query: PoolClient['query'] = async (text, values) => {
        const answer = await client.query(text, values);
        if (!text.startsWith('BEGIN')) return answer;
        // The server cuts the connection while nothing is asked of it.
        const [row] = (await client.query('SELECT pg_backend_pid() AS pid')).rows;
        const cut = new Promise((resolve) => client.on?.('error', resolve));
        broken.push(cut);
        await asOwner(connectionString, (owner) => owner.query('SELECT pg_terminate_backend($1::int)', [row?.['pid']]));
        await cut;
        return answer;
      };
      return {
        query,
        release: (destroy) => client.release(destroy),
        on: (...given: [never, never]) => client.on?.(...given),
      };
    },
  };
  const store = postgresStore({ pool });
  const caseId = newCaseId();
  const input = append({ tenant: newTenant(), caseId });
  await assert.rejects(store.append(input), { name: 'StoreError', code: 'unreachable' });
  assert.equal(broken.length, 1);
  await store.close();
  await inner.end();
});

const losingTheAnswerToCommit = (good: Pool): Pool => ({
  end: () => good.end(),
  connect: async () => {
    const client = await good.connect();
    const query: PoolClient['query'] = async (text, values) => {
      const result = await client.query(text, values);
      if (text === 'COMMIT') throw new Error('Connection terminated unexpectedly');
      return result;
    };
    return { query, release: (destroy) => client.release(destroy) };
  },
});

test('a connection that breaks in the commit says that the outcome is unknown, and a retry finds it out', async () => {
  const pool = new pg.Pool({ connectionString });
  const broken = postgresStore({ pool: losingTheAnswerToCommit(pool) });
  const [tenant, caseId] = [newTenant(), newCaseId()];
  const input = append({ tenant, caseId });
  await assert.rejects(broken.append(input), { name: 'StoreError', code: 'outcome-unknown' });
  await broken.close();
  const good = postgresStore({ pool });
  const retried = await good.append(input);
  assert.ok(!retried.ok && retried.reason === 'already-answered');
  assert.equal((await good.readCase(tenant, caseId))?.version, 1);
  await good.close();
  await pool.end();
});

test('an error of the database never carries what people wrote, neither to us nor to its log', async () => {
  const database = await server.newDatabase();
  await query(database, `ALTER TABLE msp.events ADD CONSTRAINT planted CHECK (data ->> 'because' NOT LIKE 'canary%')`);
  const store = postgresStore({ connectionString: database });
  const [tenant, caseId] = [newTenant(), newCaseId()];
  const input = append({ tenant, caseId, words: 'canary-7f3a she is afraid of him' });
  await assert.rejects(store.append(input), (error: Error & { sqlState?: string }) => {
    assert.equal(error.name, 'StoreError');
    assert.equal(error.sqlState, '23514');
    const everything = [error.stack, ...Object.values(error), JSON.stringify(error), error.cause].join(' ');
    assert.doesNotMatch(everything, /canary|afraid/);
    return true;
  });
  assert.equal(await store.readCase(tenant, caseId), undefined);
  assert.equal(await store.findAnswer(tenant, input.idempotency.subject, input.idempotency.key), undefined);
  assert.deepEqual(await store.listCases(tenant), { cases: [] });
  assert.doesNotMatch(await server.log(), /canary|afraid/);
  await store.close();

  // The driver's own error does carry it: without that this test would show nothing.
  const insert = `INSERT INTO msp.events SELECT 'a', 'b', 1, 'c', 'd', 'e', 'f', 'g', 'h', '{"because":"canary"}', 'i'`;
  await assert.rejects(query(database, insert), (error: { detail?: string }) => /canary/.test(error.detail ?? ''));
});

test('a store is not ready, and accepts nothing, while the database may forget what it committed', async () => {
  const database = await server.newDatabase();
  const name = new URL(database).pathname.slice(1);
  await query(database, `ALTER DATABASE ${name} SET synchronous_commit = off`);
  const store = postgresStore({ connectionString: database });
  assert.deepEqual(await store.ready(), { ok: false, reason: 'unsafe-settings' });
  const [tenant, caseId] = [newTenant(), newCaseId()];
  await assert.rejects(store.append(append({ tenant, caseId })), { name: 'StoreError', code: 'unsafe-settings' });
  assert.equal(await store.readCase(tenant, caseId), undefined);
  await store.close();
});

test('a store says why it is not ready: no server, no migration, a newer one, a login without the role', async () => {
  const reasonOf = async (address: string): Promise<unknown> => {
    const store = postgresStore({ connectionString: address });
    const readiness = await store.ready();
    await store.close();
    return readiness;
  };
  const nowhere = new URL(connectionString);
  nowhere.port = '1';
  assert.deepEqual(await reasonOf(nowhere.href), { ok: false, reason: 'unreachable' });

  const database = await server.newDatabase({ prepared: false });
  assert.deepEqual(await reasonOf(database), { ok: false, reason: 'not-migrated' });

  const newer = await server.newDatabase();
  await query(newer, `INSERT INTO msp.migrations (version, name, checksum) VALUES (9999, 'later', '')`);
  assert.deepEqual(await reasonOf(newer), { ok: false, reason: 'database-newer' });

  const stranger = new URL(connectionString);
  const login = `msp_test_stranger_${process.pid}`;
  await query(connectionString, `CREATE ROLE ${login} LOGIN PASSWORD 'stranger'`);
  stranger.username = login;
  stranger.password = 'stranger';
  assert.deepEqual(await reasonOf(stranger.href), { ok: false, reason: 'unsafe-role' });
  await query(connectionString, `DROP ROLE ${login}`);
});

const DATABASE_FAULTS = [
  {
    says: 'may keep one key twice',
    plant: 'ALTER TABLE msp.answers DROP CONSTRAINT answers_pkey',
    noticed: /once per idempotency key/,
  },
  {
    says: 'does not look at the version',
    plant: `DO $$ BEGIN EXECUTE replace(pg_get_functiondef('msp.append'::regproc), 'AND c.version = p_expected', ''); END $$`,
    noticed: /saw the same version/,
  },
  {
    says: 'keeps references apart for all tenants together',
    plant: 'CREATE UNIQUE INDEX ON msp.cases (reference)',
    noticed: /find out which case id, reference/,
  },
];

for (const { says, plant, noticed } of DATABASE_FAULTS) {
  test(`the suite notices a database that ${says}`, async () => {
    const database = await server.newDatabase();
    await query(database, plant);
    const failures = await failuresOf(() => postgresStore({ connectionString: database }), noticed);
    assert.equal(failures.length, 1);
  });
}
