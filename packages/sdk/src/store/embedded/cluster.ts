import { type ChildProcess, type StdioOptions, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  type FileHandle,
  chown,
  mkdir,
  open,
  readFile,
  readdir,
  realpath,
  rename,
  rm,
  stat,
  writeFile,
} from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { StoreError } from '../store-error.js';
import type { Binaries } from './binaries.js';
import { clearLeftovers, logSince, readPostmaster } from './leftovers.js';
import type { ServerUser } from './server-user.js';

const START_WITHIN_MS = 120_000;
const LOG_KEPT_BYTES = 1_000_000;

/** Names inside the data folder. */
const CLUSTER = 'postgres';
const UNFINISHED = 'postgres.new-';
const PASSWORD = 'password';
const LOG = 'postgres.log';

export const clusterFolder = (directory: string): string => join(directory, CLUSTER);

/** Nothing a server must not do to keep what it acknowledged, and nothing in its log that people wrote. */
const SETTINGS = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  fsync: 'on',
  synchronous_commit: 'on',
  full_page_writes: 'on',
  log_error_verbosity: 'terse',
  log_min_error_statement: 'panic',
  log_parameter_max_length: '0',
  log_parameter_max_length_on_error: '0',
  log_statement: 'none',
  log_min_duration_statement: '-1',
  log_checkpoints: 'off',
  logging_collector: 'off',
  log_destination: 'stderr',
  log_timezone: 'UTC',
  timezone: 'UTC',
  password_encryption: 'scram-sha-256',
};

type Home = { directory: string; binaries: Binaries; user: ServerUser | undefined };

/**
 * Runs a program inside the data folder of PostgreSQL. On Linux the folder is named by the process's own working directory, which the
 * system enters before it changes the user: so folders above it may be closed to that user, as root's home is.
 */
const runIn = (folder: string, program: string, args: string[], home: Home, stdio: StdioOptions): ChildProcess => {
  const isLinux = process.platform === 'linux';
  const env = process.platform === 'win32' ? process.env : { PATH: process.env['PATH'], LC_ALL: 'C', LANG: 'C' };
  return spawn(program, ['-D', isLinux ? '/proc/self/cwd' : folder, ...args], {
    cwd: folder,
    env,
    stdio,
    // A group of its own: Ctrl-C ends our process first, which then stops the server when nothing is under way any more.
    detached: true,
    windowsHide: true,
    ...home.user,
  });
};

const ended = (child: ChildProcess): Promise<number | null> =>
  new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', resolve);
  });

const startFailed = (directory: string): StoreError =>
  new StoreError(
    'start-failed',
    `PostgreSQL did not start. ${join(directory, LOG)} says why; DATABASE_URL uses one of your own.`,
  );

const openLog = async (directory: string): Promise<FileHandle> => {
  const path = join(directory, LOG);
  const size = await stat(path).then(
    ({ size: bytes }) => bytes,
    () => 0,
  );
  return open(path, size > LOG_KEPT_BYTES ? 'w' : 'a', 0o600);
};

export const readPassword = async (directory: string): Promise<string> => {
  const password = await readFile(join(directory, PASSWORD), 'utf8').catch(() => '');
  if (password !== '') return password.trim();
  throw new StoreError(
    'start-failed',
    `The file ${join(directory, PASSWORD)} is missing. Put it back from a copy, or choose a new folder.`,
  );
};

const makePassword = async ({ directory, user }: Home): Promise<string> => {
  const path = join(directory, PASSWORD);
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
    if (name.startsWith(UNFINISHED)) await rm(join(directory, name), { recursive: true, force: true });
  }
  const folder = join(directory, `${UNFINISHED}${randomBytes(6).toString('hex')}`);
  await mkdir(folder, { mode: 0o700 });
  if (user) await chown(folder, user.uid, user.gid);
  const password = await open(await makePassword(home), 'r');
  const log = await openLog(directory);
  try {
    const passwordFile = process.platform === 'linux' ? '/proc/self/fd/3' : join(directory, PASSWORD);
    const args = ['-U', 'postgres', `--pwfile=${passwordFile}`, '-A', 'scram-sha-256', '-E', 'UTF8', '--locale=C'];
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

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });

const portBusy = (port: number): StoreError =>
  new StoreError('port-busy', `Port ${port} is used by another program. Choose another one, or leave the port out.`);

export type Running = { readonly pid: number; readonly port: number; readonly exited: Promise<unknown> };

const startOnce = async (home: Home, port: number): Promise<Running> => {
  const { directory, binaries } = home;
  const cluster = clusterFolder(directory);
  const log = await openLog(directory);
  const { size } = await log.stat();
  const settings = Object.entries({ ...SETTINGS, port: String(port) }).flatMap(([name, value]) => [
    '-c',
    `${name}=${value}`,
  ]);
  const child = runIn(cluster, binaries.postgres, settings, home, ['ignore', log.fd, log.fd]);
  let isOver = false;
  const exited = ended(child)
    .catch(() => undefined)
    .finally(() => (isOver = true));
  child.unref();
  await log.close();
  for (const deadline = Date.now() + START_WITHIN_MS; !isOver && Date.now() < deadline; await wait(10)) {
    const postmaster = await readPostmaster(cluster);
    if (postmaster?.isReady && postmaster.pid === child.pid) return { pid: child.pid, port, exited };
  }
  child.kill('SIGQUIT');
  throw /could not bind|could not create any TCP/.test(logSince(join(directory, LOG), size))
    ? portBusy(port)
    : startFailed(directory);
};

/** Starts the server, after clearing away what a killed process left. A random port that somebody takes meanwhile is replaced. */
export const startServer = async (home: Home, port: number | undefined): Promise<Running> => {
  const cluster = await realpath(clusterFolder(home.directory));
  for (let tries = 1; ; tries += 1) {
    await clearLeftovers(cluster);
    try {
      return await startOnce(home, port ?? (await freePort()));
    } catch (error) {
      const isFinal = tries === 4 || (port !== undefined && error instanceof StoreError && error.code === 'port-busy');
      if (isFinal) throw error;
    }
  }
};
