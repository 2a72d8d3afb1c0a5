import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { memoryStore } from '../../store/memory.js';
import type { Store } from '../../store/port.js';
import { postgresStore } from '../../store/postgres.js';
import { type TestServer as Database, startTestServer } from '../../store/postgres.test.kit.js';
import { examineRecords } from '../examine.js';
import { CANARY, aCase, aKey, testServer } from '../handler.test.kit.js';
import { rotateKeys } from './rotate-keys.js';
import { type KeyVault, localVault, newVaultSecret } from './vault.js';

const CASES = 9;
/** With the one whose words were erased: without the settings no case is opened. */
const ALL = CASES + 1;
const [old, newest] = [newVaultSecret(), newVaultSecret()];
const original = localVault(old);
const during = localVault([newest, old]);
const afterwards = localVault(newest);

let database: Database;
before(async () => {
  database = await startTestServer();
});
after(() => database.stop());

/** Cases of two organisations, with settings and codes; one of them erased. @returns the ids of ours that have words */
const fill = async (store: Store): Promise<string[]> => {
  const server = testServer({ store, vault: original });
  const ids: string[] = [];
  for (let count = 0; count < CASES; count += 1) ids.push((await aCase(server)).caseId);
  await aCase(server, 'elsewhere');
  const erased = await aCase(server);
  await store.eraseWords('council', erased.caseId, { subject: 'manager-1' });
  await server.send('POST', '/v1/settings', { as: { role: 'manager' }, body: { draftDays: 3 }, version: 0 });
  return ids;
};

/** What somebody meets who has this vault and no other: how many cases do not open, and whether the settings do. */
const meets = async (store: Store, vault: KeyVault) => {
  const { broken } = await examineRecords({ store, vault }, 'council');
  const server = testServer({ store, vault });
  const { status } = await server.send('GET', '/v1/settings', { as: { role: 'manager' } });
  return { broken: broken.length, settings: status };
};

const stores: readonly (readonly [string, () => Promise<Store>])[] = [
  ['memory', async () => memoryStore()],
  ['PostgreSQL', async () => postgresStore({ connectionString: await database.newDatabase() })],
];

for (const [kind, makeStore] of stores) {
  test(`in ${kind}, every wrapped key is wrapped anew, and then everything opens without the old secret`, async () => {
    const store = await makeStore();
    await fill(store);
    assert.deepEqual(await meets(store, afterwards), { broken: ALL, settings: 500 }, 'without rotation nothing opens');
    const told: number[] = [];
    const onBatch = ({ rewrapped }: { rewrapped: number }): void => void told.push(rewrapped);
    const done = await rotateKeys({ store, vault: during, atATime: 4, onBatch }, 'council');
    const own = (await store.listKeys('council', 'tenant', { limit: 500 })).length;
    assert.ok(own >= 2, 'keys of settings and codes');
    assert.deepEqual(done, { keys: CASES + own, rewrapped: CASES + own, left: 0, unreadable: [] });
    assert.deepEqual([told[0], told.at(-1)], [4, CASES + own]);
    assert.deepEqual(await meets(store, afterwards), { broken: 0, settings: 200 });
    assert.deepEqual(await meets(store, original), { broken: ALL, settings: 500 }, 'the old one is worth nothing now');
    assert.equal((await examineRecords({ store, vault: original }, 'elsewhere')).broken.length, 0, 'theirs are theirs');
    assert.equal((await rotateKeys({ store, vault: during }, 'council')).rewrapped, 0, 'again: nothing to do');
    await store.close();
  });

  test(`in ${kind}, people go on writing and erasing meanwhile, and nobody is refused`, async () => {
    const store = await makeStore();
    const ids = await fill(store);
    const [erased = '', ...writing] = ids;
    // Between the reading of a case and the keeping of what is recorded in it, its key is wrapped anew: always.
    const third = newVaultSecret();
    const other = localVault([third, newest, old]);
    let turns = 0;
    const between: Store = {
      ...store,
      append: async (input) => {
        turns += 1;
        if (turns <= writing.length) await rotateKeys({ store, vault: turns % 2 === 0 ? during : other }, 'council');
        return store.append(input);
      },
    };
    const hurried = testServer({ store: between, vault: other });
    for (const caseId of writing) {
      const body = { type: 'concern.acknowledged', data: { because: `${CANARY} was told.` } };
      const answer = await hurried.send('POST', `/v1/cases/${caseId}/events`, {
        ...{ as: { role: 'practitioner' } as const, key: aKey(), version: 1, body },
      });
      assert.equal(answer.status, 201);
    }
    assert.ok(turns > writing.length, 'some of them were read again');
    // A key that is destroyed while it is being wrapped stays destroyed.
    const erasing: Store = {
      ...store,
      rewrapKeys: async (tenant, which, keys) => {
        await store.eraseWords('council', erased, { subject: 'manager-1' });
        return store.rewrapKeys(tenant, which, keys);
      },
    };
    const last = localVault([newVaultSecret(), third, newest, old]);
    const { left } = await rotateKeys({ store: erasing, vault: last }, 'council');
    assert.equal(left, 0);
    assert.equal((await store.readCase('council', erased))?.key, undefined);
    assert.deepEqual(await meets(store, last), { broken: 0, settings: 200 });
    await store.close();
  });

  test(`in ${kind}, a key that no secret of the vault opens is left as it is and named; a server that wraps with the old one is noticed`, async () => {
    const store = await makeStore();
    const [one = ''] = await fill(store);
    const [stranger] = await store.listKeys('council', 'case', { limit: 1 });
    assert.equal(stranger?.name, one);
    const name = stranger.wrapped.slice(0, stranger.wrapped.indexOf(':'));
    const theirs = `${name}:${await localVault(newVaultSecret()).wrap('council', newVaultSecret())}`;
    await store.rewrapKeys('council', 'case', [{ name: one, from: stranger.wrapped, to: theirs }]);
    const { left, unreadable } = await rotateKeys({ store, vault: during }, 'council');
    assert.deepEqual([left, unreadable], [1, [one]]);
    assert.equal((await store.listKeys('council', 'case', { limit: 1 }))[0]?.wrapped, theirs);
    const behind = testServer({ store, vault: localVault([old, newest]) });
    await aCase(behind);
    const stale: Store = { ...store, rewrapKeys: async () => 0 };
    assert.equal((await rotateKeys({ store: stale, vault: during }, 'council')).left, 2);
    assert.equal((await rotateKeys({ store, vault: during }, 'council')).left, 1);
    await store.close();
  });
}

test('a process that is killed in the middle leaves every key openable, and the next run goes on with what is left', async () => {
  const connectionString = await database.newDatabase();
  const store = postgresStore({ connectionString });
  await fill(store);
  const file = fileURLToPath(new URL('./rotate-keys.test.child.js', import.meta.url));
  const secrets = [newest, old].map((secret) => Buffer.from(secret).toString('base64url'));
  const child = spawn(process.execPath, [file, connectionString, ...secrets], { stdio: ['ignore', 'pipe', 'inherit'] });
  let said = '';
  child.stdout.on('data', (text: Buffer) => {
    said += String(text);
    if (said.includes('4\n')) child.kill('SIGKILL');
  });
  const [, signal] = (await once(child, 'close')) as [unknown, string | null];
  assert.equal(signal, 'SIGKILL');
  assert.deepEqual(await meets(store, during), { broken: 0, settings: 200 });
  const kept = await store.listKeys('council', 'case', { limit: 500 });
  const isNew = await Promise.all(
    kept.map(async ({ wrapped }) => afterwards.isNewest('council', wrapped.slice(wrapped.indexOf(':') + 1))),
  );
  assert.deepEqual(new Set(isNew), new Set([true, false]), 'some are wrapped anew, some not yet');
  const { keys, rewrapped, left } = await rotateKeys({ store, vault: during }, 'council');
  assert.equal(left, 0);
  assert.ok(rewrapped > 0 && rewrapped < keys, 'only what was left');
  assert.deepEqual(await meets(store, afterwards), { broken: 0, settings: 200 });
  await store.close();
});

test('a vault that wraps what it cannot open again changes nothing, and one that cannot tell its keys apart is refused', async () => {
  const store = memoryStore();
  await fill(store);
  const kept = await store.listKeys('council', 'case', { limit: 500 });
  const broken: KeyVault = { ...during, wrap: async (tenant) => during.wrap(tenant, newVaultSecret()) };
  await assert.rejects(rotateKeys({ store, vault: broken }, 'council'), { code: 'words-unreadable' });
  const { isNewest: _, ...plain } = during;
  await assert.rejects(rotateKeys({ store, vault: plain }, 'council'), { name: 'TypeError', message: /isNewest/ });
  const away: KeyVault = { ...during, unwrap: () => Promise.reject(new Error('The key service is away.')) };
  await assert.rejects(rotateKeys({ store, vault: away }, 'council'), /away/);
  assert.deepEqual(await store.listKeys('council', 'case', { limit: 500 }), kept);
});
