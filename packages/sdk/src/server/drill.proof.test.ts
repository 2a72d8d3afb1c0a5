import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type TestServer as Database, query, startTestServer } from '../store/postgres.test.kit.js';
import { backUp, migrate, postgresStore, restore } from '../store/postgres.js';
import { examineRecords } from './examine.js';
import { CANARY, aCase, aKey, testServer, testVault } from './handler.test.kit.js';

let databases: Database;
let live: string;

before(async () => {
  databases = await startTestServer();
  live = await databases.newDatabase();
});
after(() => databases.stop());

/** Some cases with some history, in two organisations. */
const fill = async (): Promise<void> => {
  const store = postgresStore({ connectionString: live });
  const server = testServer({ store });
  for (let count = 0; count < 6; count += 1) {
    const { caseId } = await aCase(server, count % 3 === 0 ? 'elsewhere' : 'council');
    const as = { role: 'practitioner', tenant: count % 3 === 0 ? 'elsewhere' : 'council' } as const;
    const body = { type: 'concern.acknowledged', data: { because: `${CANARY} “quotes”, \\ and 👵🏽` } };
    await server.send('POST', `/v1/cases/${caseId}/events`, { as, key: aKey(), version: 1, body });
    await server.send('POST', `/v1/cases/${caseId}/codes`, { as, body: { role: 'person' } });
  }
  await server.send('POST', '/v1/drafts', { as: { role: 'referrer' }, body: { draft: { page: 1 } } });
  await server.send('POST', '/v1/settings', { as: { role: 'manager' }, body: { draftDays: 3 }, version: 0 });
  await store.close();
};

const examine = async (connectionString: string, tenant: string, vault = testVault) => {
  const store = postgresStore({ connectionString });
  try {
    return await examineRecords({ store, vault }, tenant);
  } finally {
    await store.close();
  }
};

const copyOf = async (connectionString: string): Promise<string[]> => {
  const lines: string[] = [];
  await backUp({ connectionString }, (line) => void lines.push(line));
  return lines;
};

test('what was backed up is restored whole: the same rows, every chain intact, every word readable, and work goes on', async () => {
  await fill();
  const lines = await copyOf(live);
  assert.ok(!lines.join('\n').includes(CANARY), 'what people wrote is ciphertext in it');
  const connectionString = await databases.newDatabase();
  const restored = await restore({ connectionString }, lines);
  assert.equal(restored, lines.length - 2);
  assert.deepEqual(await copyOf(connectionString), lines);
  for (const tenant of ['council', 'elsewhere']) {
    const found = await examine(connectionString, tenant);
    assert.deepEqual(found, await examine(live, tenant));
    assert.deepEqual([found.cases, found.entries, found.broken], tenant === 'council' ? [4, 8, []] : [2, 4, []]);
  }
  const store = postgresStore({ connectionString });
  const { caseId } = await aCase(testServer({ store }));
  assert.deepEqual(
    (await store.readAudit('council', caseId)).map(({ action }) => action),
    ['append'],
  );
  await store.close();
});

test('a table that is not backed up would be noticed', async () => {
  const tables = await query(
    live,
    `SELECT tablename FROM pg_tables WHERE schemaname = 'msp' AND tablename <> 'migrations'`,
  );
  const filled = new Set((await copyOf(live)).flatMap((line) => /^\{"table":"([a-z_]+)"/.exec(line)?.[1] ?? []));
  const empty = tables.map(({ tablename }) => String(tablename)).filter((table) => !filled.has(table));
  for (const table of empty) {
    const [row] = await query(live, `SELECT count(*)::int AS rows FROM msp.${table}`);
    assert.equal(row?.['rows'], 0, `${table} has rows and is not in the back-up`);
  }
});

test('a back-up that is cut short, changed in its count, or of another kind restores nothing', async () => {
  const lines = await copyOf(live);
  const [head = '', ...rest] = lines;
  const wrong: string[][] = [
    lines.slice(0, -1),
    lines.filter((_, index) => index !== 3),
    [...rest],
    [head.replace('msp-back-up-1', 'msp-back-up-0'), ...rest],
    [head, '{"table":"migrations","row":{"version":99}}', ...rest],
    [head, CANARY, ...rest],
    [],
  ];
  const connectionString = await databases.newDatabase();
  for (const given of wrong) {
    await assert.rejects(restore({ connectionString }, given), (error: Error) => {
      assert.equal(error.name, 'StoreError');
      assert.ok(!error.message.includes(CANARY));
      return true;
    });
    assert.deepEqual(await query(connectionString, 'SELECT case_id FROM msp.cases'), []);
  }
  await restore({ connectionString }, lines);
  await assert.rejects(restore({ connectionString }, lines), { name: 'StoreError', code: 'refused' });
});

test('an entry that was changed in the back-up, and a vault that is not the one of then, are noticed', async () => {
  const lines = await copyOf(live);
  const at = lines.findIndex((line) => line.includes('"table":"events"') && line.includes('concern.acknowledged'));
  const tampered = lines.map((line, index) =>
    index === at ? line.replace('"practitioner-1"', '"practitioner-2"') : line,
  );
  assert.notDeepEqual(tampered, lines);
  const connectionString = await databases.newDatabase();
  await restore({ connectionString }, tampered);
  const both = [await examine(connectionString, 'council'), await examine(connectionString, 'elsewhere')];
  assert.equal(both.flatMap(({ broken }) => broken).length, 1);
  const { localVault, newVaultSecret } = await import('./privacy/vault.js');
  const other = await examine(live, 'council', localVault(newVaultSecret()));
  assert.equal(other.broken.length, other.cases);
});

test('a login that row-level security holds back is refused, and does not write an empty back-up', async () => {
  const role = `msp_weak_${Date.now()}`;
  await query(
    live,
    `CREATE ROLE ${role} LOGIN PASSWORD 'weak'; GRANT USAGE ON SCHEMA msp TO ${role}; GRANT SELECT ON ALL TABLES IN SCHEMA msp TO ${role}`,
  );
  const address = new URL(live);
  address.username = role;
  address.password = 'weak';
  const lines: string[] = [];
  await assert.rejects(
    backUp({ connectionString: address.href }, (line) => void lines.push(line)),
    { name: 'StoreError' },
  );
  await query(live, `DROP OWNED BY ${role}; DROP ROLE ${role}`);
  await migrate({ connectionString: live });
});
