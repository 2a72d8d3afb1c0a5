import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import pg from 'pg';
import { postgresStore } from './postgres.js';
import { type Rows, type TestServer, asOwner, query, startTestServer } from './postgres.test.kit.js';
import { append, newCaseId } from './suite/sample.js';

let server: TestServer;
let connectionString: string;
const caseId = newCaseId();

before(async () => {
  server = await startTestServer();
  connectionString = await server.newDatabase();
  const store = postgresStore({ connectionString });
  for (const tenant of ['ours', 'theirs']) await store.append(append({ tenant, caseId, words: `said in ${tenant}` }));
  await store.close();
});

after(() => server.stop());

/** Tables that keep the rows of tenants, by everything that could let one of them see or touch another's. */
const WEAK = `
SELECT c.relname AS table, weakness
FROM pg_class c
CROSS JOIN LATERAL (
  SELECT 'row-level security is not forced' WHERE NOT (c.relrowsecurity AND c.relforcerowsecurity)
  UNION ALL
  SELECT 'has no policy for reading and writing by tenant' WHERE NOT EXISTS (
    SELECT FROM pg_policies p WHERE p.schemaname = 'msp' AND p.tablename = c.relname AND p.cmd = 'ALL'
      AND p.qual LIKE '%tenant = current_setting(''msp.tenant''%' AND p.with_check = p.qual)
  UNION ALL
  SELECT 'has a second policy, which would widen the first' WHERE 1 <> (
    SELECT count(*) FROM pg_policies p WHERE p.schemaname = 'msp' AND p.tablename = c.relname)
  UNION ALL
  SELECT 'has no primary key' WHERE NOT EXISTS (SELECT FROM pg_index i WHERE i.indrelid = c.oid AND i.indisprimary)
  UNION ALL
  SELECT 'a unique key without tenant: ' || i.indexrelid::regclass FROM pg_index i
    WHERE i.indrelid = c.oid AND i.indisunique AND NOT EXISTS (
      SELECT FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname = 'tenant' AND a.attnum = ANY (i.indkey))
  UNION ALL
  SELECT 'a foreign key without tenant: ' || k.conname FROM pg_constraint k
    WHERE k.conrelid = c.oid AND k.contype = 'f' AND NOT EXISTS (
      SELECT FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname = 'tenant' AND a.attnum = ANY (k.conkey))
  UNION ALL
  SELECT 'tenant may be missing' WHERE NOT EXISTS (
    SELECT FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname = 'tenant' AND a.attnotnull)
) AS found (weakness)
WHERE c.relnamespace = 'msp'::regnamespace AND c.relkind IN ('r', 'p', 'm', 'v', 'f') AND c.relname <> 'migrations'
ORDER BY 1, 2`;

test('every table keeps tenants apart: forced row-level security, and the tenant in every key', async () => {
  assert.deepEqual(await query(connectionString, WEAK), []);
  const tables = await query(connectionString, `SELECT tablename FROM pg_tables WHERE schemaname = 'msp' ORDER BY 1`);
  assert.deepEqual(
    tables.map(({ tablename }) => tablename),
    [
      'access_codes',
      'answers',
      'audit',
      'case_keys',
      'cases',
      'drafts',
      'events',
      'migrations',
      'not_same_person',
      'outbox',
      'person_marks',
      'settings',
      'tenant_keys',
      'used_tokens',
    ],
  );
});

test('a table that does not keep tenants apart would be noticed', async () => {
  const database = await server.newDatabase();
  await query(
    database,
    `CREATE TABLE msp.leaky (tenant text, case_id text UNIQUE, id int PRIMARY KEY REFERENCES msp.migrations);
     CREATE VIEW msp.peephole AS SELECT * FROM msp.events;
     ALTER TABLE msp.events NO FORCE ROW LEVEL SECURITY;
     CREATE POLICY everybody ON msp.cases USING (true);`,
  );
  const found = await query(database, WEAK);
  const weaknessesOf = (table: string): number => found.filter((row) => row['table'] === table).length;
  assert.equal(weaknessesOf('leaky'), 7);
  assert.equal(weaknessesOf('events'), 1);
  assert.equal(weaknessesOf('cases'), 1);
  assert.ok(weaknessesOf('peephole') > 0);
});

test('the role that every transaction works in owns nothing, may not log in, and passes no row security', async () => {
  const [role] = await query(
    connectionString,
    `SELECT rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolcanlogin,
       EXISTS (SELECT FROM pg_shdepend d WHERE d.refobjid = r.oid AND d.deptype = 'o') AS owns
     FROM pg_roles r WHERE rolname = 'msp_app'`,
  );
  assert.deepEqual(role, {
    rolsuper: false,
    rolbypassrls: false,
    rolcreaterole: false,
    rolcreatedb: false,
    rolcanlogin: false,
    owns: false,
  });
});

test('the role may read and add, and change nothing but the newest state of a case', async () => {
  const tables = `SELECT table_name || ' ' || privilege_type AS may FROM information_schema.table_privileges
    WHERE grantee = 'msp_app' AND table_schema = 'msp' ORDER BY 1`;
  const mays = (rows: Rows): unknown[] => rows.map(({ may }) => may);
  assert.deepEqual(mays(await query(connectionString, tables)), [
    'access_codes INSERT',
    'access_codes SELECT',
    'answers INSERT',
    'answers SELECT',
    'audit INSERT',
    'audit SELECT',
    'case_keys DELETE',
    'case_keys INSERT',
    'case_keys SELECT',
    'cases INSERT',
    'cases SELECT',
    'drafts DELETE',
    'drafts INSERT',
    'drafts SELECT',
    'events INSERT',
    'events SELECT',
    'migrations SELECT',
    'not_same_person INSERT',
    'not_same_person SELECT',
    'outbox INSERT',
    'outbox SELECT',
    'person_marks DELETE',
    'person_marks INSERT',
    'person_marks SELECT',
    'settings INSERT',
    'settings SELECT',
    'tenant_keys INSERT',
    'tenant_keys SELECT',
    'used_tokens INSERT',
    'used_tokens SELECT',
  ]);
  const columns = `SELECT table_name || '.' || column_name AS may FROM information_schema.column_privileges
    WHERE grantee = 'msp_app' AND privilege_type = 'UPDATE' ORDER BY 1`;
  assert.deepEqual(mays(await query(connectionString, columns)), [
    'access_codes.attempts',
    'access_codes.last_attempt_at',
    'access_codes.opened_at',
    'access_codes.revoked_at',
    'access_codes.session_hash',
    'access_codes.session_until',
    'case_keys.wrapped',
    'cases.danger',
    'cases.last_event_at',
    'cases.next_due',
    'cases.stage',
    'cases.version',
    'drafts.expires_at',
    'drafts.words',
    'outbox.attempts',
    'outbox.due_at',
    'outbox.last_status',
    'outbox.state',
    'tenant_keys.wrapped',
  ]);
});

const inRole = async (tenant: string | undefined, text: string): Promise<Rows> =>
  asOwner(connectionString, async (client) => {
    await client.query('BEGIN; SET LOCAL ROLE msp_app');
    if (tenant !== undefined) await client.query(`SELECT set_config('msp.tenant', $1, true)`, [tenant]);
    return (await client.query(text)).rows as Rows;
  });

test('without a tenant there are no rows, and with one only its own, whatever is asked', async () => {
  for (const table of ['cases', 'events', 'answers']) {
    const all = `SELECT tenant FROM msp.${table}`;
    assert.deepEqual(await inRole(undefined, all), []);
    assert.deepEqual(await inRole('', all), []);
    assert.deepEqual(await inRole('ours', all), [{ tenant: 'ours' }]);
    assert.deepEqual(await inRole('ours', `${all} WHERE tenant = 'theirs'`), []);
    // Outside of the role both are there: it is the role that keeps them apart.
    assert.equal((await query(connectionString, all)).length, 2);
  }
});

test('a row of another tenant cannot be written, and its case cannot be touched', async () => {
  const insert = `INSERT INTO msp.answers (tenant, subject, key, request_hash, response) VALUES ('theirs', 'a', 'b', 'c', '1')`;
  await assert.rejects(inRole('ours', insert), { code: '42501' });
  const update = `UPDATE msp.cases SET version = 99 WHERE tenant = 'theirs' RETURNING version`;
  assert.deepEqual(await inRole('ours', update), []);
  const event = `INSERT INTO msp.events (tenant, case_id, sequence, event_id, type, at, by_id, by_role, by_organisation, recorded_at)
    VALUES ('ours', 'a case of theirs', 1, 'a', 'b', 'c', 'd', 'e', 'f', 'g')`;
  await assert.rejects(inRole('ours', event), { code: '23503' });
});

test('events and audit entries are never changed or removed: not by the role, not even by their owner', async () => {
  for (const table of ['events', 'audit']) {
    const attempts = [
      `UPDATE msp.${table} SET case_id = 'x'`,
      `DELETE FROM msp.${table}`,
      `TRUNCATE msp.${table} CASCADE`,
    ];
    for (const attempt of attempts) {
      await assert.rejects(inRole('ours', attempt), { code: '42501' });
      await assert.rejects(query(connectionString, attempt), { code: 'MSP02' });
    }
  }
});

test('a pooled connection keeps neither tenant nor role for its next user', async () => {
  const pool = new pg.Pool({ connectionString, max: 1 });
  const store = postgresStore({ pool });
  const look = async (): Promise<unknown> => {
    const text = `SELECT pg_backend_pid() AS pid, current_user = session_user AS same, current_setting('msp.tenant', true) AS tenant`;
    return (await pool.query(text)).rows[0];
  };
  const before = await look();
  await store.readCase('ours', caseId);
  await store.append(append({ tenant: 'ours', caseId, expectedVersion: 1 }));
  await store.append(append({ tenant: 'ours', caseId, expectedVersion: 1 }));
  const spoilt = append({ tenant: 'ours', caseId: newCaseId() });
  await assert.rejects(store.append({ ...spoilt, case: { ...spoilt.case, stage: null as never } }), {
    code: 'refused',
  });
  await store.close();
  assert.deepEqual(await look(), { ...(before as object), tenant: '' });
  await pool.query('BEGIN; SET LOCAL ROLE msp_app');
  assert.deepEqual((await pool.query('SELECT FROM msp.events')).rows, []);
  await pool.query('ROLLBACK');
  await pool.end();
});
