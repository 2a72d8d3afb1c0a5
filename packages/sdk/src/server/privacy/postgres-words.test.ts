import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { postgresStore } from '../../store/postgres.js';
import { type TestServer as Database, query, startTestServer } from '../../store/postgres.test.kit.js';
import { CANARY, aKey, testServer } from '../handler.test.kit.js';

let database: Database;

before(async () => {
  database = await startTestServer();
});

after(() => database.stop());

/** The tables in which this text stands, in any column of any row. */
const tablesWith = async (connectionString: string, text: string): Promise<string[]> => {
  const tables = await query(
    connectionString,
    `SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'msp'`,
  );
  const found: string[] = [];
  for (const { name } of tables) {
    const [row] = await query(
      connectionString,
      `SELECT count(*)::int AS n FROM msp.${String(name)} t WHERE t::text LIKE '%${text}%'`,
    );
    if (row?.['n'] !== 0) found.push(String(name));
  }
  return found;
};

test('what people wrote stands nowhere in the database; a text that does would be found', async () => {
  const connectionString = await database.newDatabase();
  const server = testServer({ store: postgresStore({ connectionString }) });
  try {
    const key = aKey();
    const raised = await server.send('POST', '/v1/concerns', {
      as: { role: 'referrer' },
      key,
      body: { whatHappened: CANARY, adult: { name: CANARY, address: CANARY }, referrer: { name: CANARY } },
    });
    const { caseId } = (await raised.json()) as { caseId: string };
    const record = (version: number, type: string, data: object) =>
      server.send('POST', `/v1/cases/${caseId}/events`, {
        as: { role: 'practitioner' },
        key: aKey(),
        version,
        body: { type, data },
      });
    assert.equal(
      (await record(1, 'conversation.held', { with: ['person'], how: 'phone', freeToSpeak: 'yes', words: CANARY }))
        .status,
      201,
    );
    const [first] = await server.recordOf(caseId);
    const correction = {
      entryId: first?.id,
      because: CANARY,
      data: { whatHappened: CANARY, types: ['financialOrMaterial'] },
    };
    assert.equal((await record(2, 'entry.corrected', correction)).status, 201);
    assert.equal(
      (await record(3, 'plan.agreed', { actions: [{ what: CANARY, who: CANARY, by: '2026-04-01' }] })).status,
      422,
    );
    const read = await server.send('GET', `/v1/cases/${caseId}`, { as: { role: 'practitioner' } });
    assert.ok((await read.text()).includes(CANARY), 'and yet it is read');
    assert.deepEqual(await tablesWith(connectionString, CANARY), []);
    assert.deepEqual(await tablesWith(connectionString, key), [], 'nor what would let somebody try words');
    assert.deepEqual(await tablesWith(connectionString, 'conversation.held'), ['events']);
    assert.equal(await server.store.eraseWords('council', caseId, { subject: 'manager-1' }), true);
    assert.deepEqual(await query(connectionString, 'SELECT count(*)::int AS n FROM msp.case_keys'), [{ n: 0 }]);
    const erased = await server.send('GET', `/v1/cases/${caseId}`, { as: { role: 'practitioner' } });
    assert.ok(!(await erased.text()).includes(CANARY));
    const audit = await query(connectionString, `SELECT action, subject FROM msp.audit WHERE action = 'erase-words'`);
    assert.deepEqual(audit, [{ action: 'erase-words', subject: 'manager-1' }]);
  } finally {
    await server.store.close();
  }
});
