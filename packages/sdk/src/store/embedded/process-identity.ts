import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

const short = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 16);

/** Whether the system has given this number to somebody, be it to a dead process that nobody has buried yet. */
export const isNumberTaken = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
};

const startOnLinux = (pid: number): string | undefined => {
  let stat: string;
  try {
    stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  } catch {
    return undefined;
  }
  // The name stands in brackets and may hold anything; after it the fields count from 3. 22 is the start in ticks since boot.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const [state, start] = [fields[0], fields[19]];
  if (state === 'Z' || state === 'X') return undefined;
  return `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8')} ${start}`;
};

const startElsewhere = (pid: number): string | undefined => {
  if (!isNumberTaken(pid)) return undefined;
  if (process.platform === 'win32') return 'running';
  try {
    return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' });
  } catch {
    return undefined;
  }
};

/**
 * What tells this process from every other that ever had its number: a fingerprint of when it started. Undefined when there is no such
 * process, or only what the system keeps of a dead one.
 */
export const identityOf = (pid: number): string | undefined => {
  const start = process.platform === 'linux' ? startOnLinux(pid) : startElsewhere(pid);
  return start === undefined ? undefined : short(start);
};
