import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync, readlinkSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { StoreError } from '../store-error.js';
import { identityOf, isNumberTaken } from './process-identity.js';

export type Postmaster = { readonly pid: number; readonly isReady: boolean };

/** What the file that PostgreSQL keeps in its data folder says about the server that wrote it. */
export const readPostmaster = async (cluster: string): Promise<Postmaster | undefined> => {
  const lines = (await readFile(join(cluster, 'postmaster.pid'), 'utf8').catch(() => '')).split('\n');
  const pid = Number(lines[0]);
  return Number.isSafeInteger(pid) && pid > 0 ? { pid, isReady: lines[7]?.trim() === 'ready' } : undefined;
};

/** Whether this process is one of PostgreSQL's that works in this folder, and not one that got the number since. */
const worksIn = (cluster: string, pid: number): boolean => {
  try {
    if (process.platform === 'linux') {
      const program = basename(readlinkSync(`/proc/${pid}/exe`)).split(' ')[0];
      return (program === 'postgres' || program === 'initdb') && readlinkSync(`/proc/${pid}/cwd`) === cluster;
    }
    if (process.platform === 'win32') {
      return execFileSync('tasklist', ['/fi', `PID eq ${pid}`, '/nh'], { encoding: 'utf8' }).includes('postgres');
    }
    const command = execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' });
    return command.includes('postgres') && command.includes(cluster);
  } catch {
    return false;
  }
};

const processesIn = (cluster: string): number[] =>
  process.platform === 'linux'
    ? readdirSync('/proc')
        .map(Number)
        .filter((pid) => pid > 0 && worksIn(cluster, pid))
    : [];

const signal = (pid: number, name: NodeJS.Signals): void => {
  try {
    process.kill(pid, name);
  } catch {
    // It is gone already.
  }
};

const isGoneWithin = async (pid: number, milliseconds: number): Promise<boolean> => {
  const identity = identityOf(pid);
  for (const deadline = Date.now() + milliseconds; identity !== undefined && identityOf(pid) === identity;) {
    if (Date.now() > deadline) return false;
    await wait(10);
  }
  return true;
};

/**
 * Stops a server the quick and clean way (open transactions are undone, everything committed stays), and the hard way only if that
 * takes long: what is committed stays then as well.
 *
 * @throws StoreError `start-failed`
 */
export const stopServer = async (pid: number): Promise<void> => {
  signal(pid, 'SIGINT');
  if (await isGoneWithin(pid, 20_000)) return;
  signal(pid, 'SIGQUIT');
  if (await isGoneWithin(pid, 10_000)) return;
  throw new StoreError('start-failed', `PostgreSQL (process ${pid}) does not stop. End it, then start again.`);
};

/** Removes a folder in which a cluster was being made when its process was killed. What still works there is ended first. */
export const removeUnfinished = async (folder: string): Promise<void> => {
  for (let left = processesIn(folder); left.length > 0; left = processesIn(folder)) {
    for (const pid of left) signal(pid, 'SIGKILL');
    for (const pid of left) await isGoneWithin(pid, 5_000);
  }
  // Where processes cannot be found by their folder, one may write on for a moment: then the next first start removes it.
  await rm(folder, { recursive: true, force: true, maxRetries: 5 }).catch(() => undefined);
};

/**
 * Clears away what a killed process left in its data folder, so that a server can be started there: a PostgreSQL that runs on
 * alone, its helpers, and a `postmaster.pid` whose number belongs to a stranger now. Only for the holder of the folder's claim.
 *
 * @param cluster the data folder of PostgreSQL, as `realpath` gives it
 */
export const clearLeftovers = async (cluster: string): Promise<void> => {
  const left = await readPostmaster(cluster);
  if (left && identityOf(left.pid) !== undefined && worksIn(cluster, left.pid)) await stopServer(left.pid);

  // A server killed alone leaves helpers that may still write, and one just born has no file yet.
  for (const pid of processesIn(cluster)) signal(pid, 'SIGTERM');
  for (const pid of processesIn(cluster)) {
    if (!(await isGoneWithin(pid, 5_000))) signal(pid, 'SIGKILL');
    await isGoneWithin(pid, 5_000);
  }

  // PostgreSQL itself takes over from a number that nobody has, with checks of its own. A stranger's, or that of a dead process not
  // yet buried, would stop it; nobody works here any more, as was just seen.
  const stale = await readPostmaster(cluster);
  if (stale && isNumberTaken(stale.pid) && !worksIn(cluster, stale.pid)) {
    await rm(join(cluster, 'postmaster.pid'), { force: true });
  }
};

/** The last words of a log, from where a start began. */
export const logSince = (file: string, from: number): string => {
  try {
    return readFileSync(file).subarray(from).toString('utf8');
  } catch {
    return '';
  }
};
