import type { StdioOptions } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chown, mkdir, open, readFile, readdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { StoreError } from '../store-error.js';
import { type Home, clusterFolder, ended, openLog, passwordFile, runIn, startFailed } from './home.js';
import { removeUnfinished } from './leftovers.js';

const UNFINISHED = 'postgres.new-';

const makePassword = async ({ directory, user }: Home): Promise<string> => {
  const path = passwordFile(directory);
  const unfinished = `${path}.new`;
  await writeFile(unfinished, `${randomBytes(24).toString('base64url')}\n`, { mode: 0o600 });
  if (user) await chown(unfinished, user.uid, user.gid);
  await rename(unfinished, path);
  return path;
};

/** Makes the cluster beside its place and moves it there whole, so that a process killed meanwhile leaves nothing half made. */
const makeCluster = async (home: Home): Promise<void> => {
  const { directory, binaries, user } = home;
  for (const name of await readdir(directory)) {
    if (name.startsWith(UNFINISHED)) await removeUnfinished(join(directory, name));
  }
  const folder = join(directory, `${UNFINISHED}${randomBytes(6).toString('hex')}`);
  await mkdir(folder, { mode: 0o700 });
  if (user) await chown(folder, user.uid, user.gid);
  const password = await open(await makePassword(home), 'r');
  const log = await openLog(directory);
  try {
    const source = process.platform === 'linux' ? '/proc/self/fd/3' : passwordFile(directory);
    const args = ['-U', 'postgres', `--pwfile=${source}`, '-A', 'scram-sha-256', '-E', 'UTF8', '--locale=C'];
    const stdio: StdioOptions = ['ignore', log.fd, log.fd, password.fd];
    const code = await ended(runIn(folder, binaries.initdb, args, home, stdio));
    if (code !== 0) throw startFailed(directory);
  } finally {
    await password.close();
    await log.close();
  }
  await rename(folder, clusterFolder(directory));
  if (process.platform !== 'win32') {
    const parent = await open(directory, 'r');
    await parent.sync().finally(() => parent.close());
  }
};

/** @returns whether the cluster was made just now */
export const ensureCluster = async (home: Home): Promise<boolean> => {
  const { directory, binaries } = home;
  const file = join(clusterFolder(directory), 'PG_VERSION');
  const major = await readFile(file, 'utf8').catch(() => undefined);
  if (major === undefined) {
    await makeCluster(home);
    return true;
  }
  if (major.trim() === binaries.major) return false;
  throw new StoreError(
    'data-folder-other-version',
    `The data folder ${directory} was made by PostgreSQL ${major.trim()}, and this is ${binaries.major}. Choose another folder, or go back to that version.`,
  );
};
