import { type ChildProcess, type StdioOptions, spawn } from 'node:child_process';
import { type FileHandle, open, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { StoreError } from '../store-error.js';
import type { Binaries } from './binaries.js';
import type { ServerUser } from './server-user.js';

/** What a start works with: a data folder as `realpath` gives it, the programs, and as whom they run. */
export type Home = { directory: string; binaries: Binaries; user: ServerUser | undefined };

const LOG_KEPT_BYTES = 1_000_000;

export const clusterFolder = (directory: string): string => join(directory, 'postgres');
export const passwordFile = (directory: string): string => join(directory, 'password');
export const logFile = (directory: string): string => join(directory, 'postgres.log');

/**
 * Runs a program inside the data folder of PostgreSQL. On Linux the folder is named by the process's own working directory, which the
 * system enters before it changes the user: so folders above it may be closed to that user, as root's home is.
 */
export const runIn = (
  folder: string,
  program: string,
  args: string[],
  home: Home,
  stdio: StdioOptions,
): ChildProcess => {
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

/** Its exit code; null where a signal ended it. */
export const ended = (child: ChildProcess): Promise<number | null> =>
  new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', resolve);
  });

export const startFailed = (directory: string): StoreError =>
  new StoreError(
    'start-failed',
    `PostgreSQL did not start. ${logFile(directory)} says why; DATABASE_URL uses one of your own.`,
  );

export const openLog = async (directory: string): Promise<FileHandle> => {
  const path = logFile(directory);
  const size = await stat(path).then(
    ({ size: bytes }) => bytes,
    () => 0,
  );
  return open(path, size > LOG_KEPT_BYTES ? 'w' : 'a', 0o600);
};

export const readPassword = async (directory: string): Promise<string> => {
  const password = await readFile(passwordFile(directory), 'utf8').catch(() => '');
  if (password !== '') return password.trim();
  throw new StoreError(
    'start-failed',
    `The file ${passwordFile(directory)} is missing. Put it back from a copy, or choose a new folder.`,
  );
};
