import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { buildAll } from './lib/build.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { root } from './lib/root.mjs';
import { giveUp, step } from './lib/say.mjs';

/**
 * A drill: backs up the database of `npm start` (or `DATABASE_URL`), restores it into one of its own, and examines every record there.
 * Nothing of it stays, and nothing is changed.
 */
const dataDir = resolve(root, process.env['MSP_DATA_DIR'] || '.data');
const secret = join(dataDir, 'vault-secret');
const tenants = process.argv.slice(3);

await ensureInstalled();
await buildAll().catch((error) => giveUp(error.message));
if (!existsSync(secret)) giveUp(`There is no vault secret in ${dataDir}. Set MSP_DATA_DIR to the folder that has it.`);
if (tenants.length === 0) tenants.push('larkshire');

const { startEmbeddedPostgres } = await import('@msp/sdk/store/embedded');
const { backUp, migrate, postgresStore, restore } = await import('@msp/sdk/store/postgres');
const { examineRecords } = await import('@msp/sdk/server');
const { fileVault } = await import('@msp/sdk/server/node');

const vault = await fileVault(secret);
const folder = mkdtempSync(join(tmpdir(), 'msp-drill-'));
const opened = [];

const examineAll = async (connectionString) => {
  const store = postgresStore({ connectionString });
  try {
    const found = [];
    for (const tenant of tenants) found.push({ tenant, ...(await examineRecords({ store, vault }, tenant)) });
    return found;
  } finally {
    await store.close();
  }
};

const drill = async () => {
  const given = process.env['DATABASE_URL'];
  const live = given ? undefined : await startEmbeddedPostgres({ directory: dataDir });
  if (live) opened.push(live);
  const source = given ?? live.connectionString;
  const copy = await startEmbeddedPostgres({ directory: folder });
  opened.push(copy);
  await migrate({ connectionString: copy.connectionString });

  const lines = [];
  const written = await backUp({ connectionString: source }, (line) => void lines.push(line));
  step(`${written} rows backed up`);
  step(`${await restore({ connectionString: copy.connectionString }, lines)} rows restored`);
  const [before, after] = [await examineAll(source), await examineAll(copy.connectionString)];
  for (const { tenant, cases, entries, broken } of after)
    step(`${tenant}: ${cases} cases, ${entries} entries, ${broken.length} broken ${broken.join(' ')}`.trimEnd());
  // While people go on writing, what is live may be ahead by now; what was restored must be whole in itself.
  const isSame = JSON.stringify(before) === JSON.stringify(after);
  if (after.some(({ broken }) => broken.length > 0)) return 'Some records did not come back whole.';
  if (!isSame) step('The live database has changed since: that is no fault.');
  return undefined;
};

const trouble = await drill().catch((error) => `The drill could not be done: ${error.message}`);
for (const each of opened) await each.stop();
rmSync(folder, { recursive: true, force: true });
if (trouble !== undefined) giveUp(trouble);
console.log('The back-up was restored, and every record in it is whole.');
