import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import { mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { StoreError } from '../store-error.js';
import { identityOf } from './process-identity.js';

const CLAIM = /^lock-(\d+)-([0-9a-f]{16})-[0-9a-f]{8}$/;
const HELD = 'held';
const PATIENCE_MS = 5_000;

const newClaim = (): string => `lock-${process.pid}-${identityOf(process.pid) ?? ''}-${randomBytes(4).toString('hex')}`;

const unwritable = (directory: string): StoreError =>
  new StoreError(
    'data-folder-unwritable',
    `The data folder ${directory} cannot be written to. Give this user the right to write there, or choose another folder.`,
  );

const inUse = (directory: string, pid: number): StoreError =>
  new StoreError(
    'data-folder-in-use',
    `The data folder ${directory} is in use by a running process (${pid}). Stop that one first, or choose another folder.`,
  );

/** Claims of other processes that live. What dead ones left is removed: its name says whose it was, so nobody else can lose by it. */
const othersIn = async (directory: string, own: string): Promise<{ name: string; pid: number }[]> => {
  const others: { name: string; pid: number }[] = [];
  for (const name of await readdir(directory)) {
    const [, pid, identity] = CLAIM.exec(name) ?? [];
    if (pid === undefined || name === own) continue;
    if (identityOf(Number(pid)) === identity) others.push({ name, pid: Number(pid) });
    else await rm(join(directory, name), { force: true });
  }
  return others;
};

const isHeld = async (path: string): Promise<boolean> => (await readFile(path, 'utf8').catch(() => '')) === HELD;

/** A folder that this process alone may use until it gives it back or dies. */
export type FolderClaim = { release(): void };

type Attempt = { claim: FolderClaim } | { other: number; isHeld: boolean };

const attempt = async (directory: string): Promise<Attempt> => {
  const own = newClaim();
  const path = join(directory, own);
  const release = (): void => rmSync(path, { force: true });
  try {
    await writeFile(path, '', { flag: 'wx', mode: 0o600 });
    const others = await othersIn(directory, own);
    const [other] = others;
    if (!other) {
      await writeFile(path, HELD);
      return { claim: { release } };
    }
    release();
    const held = await Promise.all(others.map(({ name }) => isHeld(join(directory, name))));
    return { other: other.pid, isHeld: held.includes(true) };
  } catch (error) {
    release();
    throw error;
  }
};

/**
 * Claims a folder for this process.
 *
 * Each process writes a claim of its own first and looks for others afterwards, so that of two at least one sees the other: both never hold.
 * Who sees another steps back and tries again, until that one holds or is gone. A claim names its process by number and start, so
 * that one left by `kill -9` is known as such, even when its number was given to another process since. Processes must
 * see each other for this: not two containers on one volume.
 *
 * @throws StoreError `data-folder-in-use`, `data-folder-unwritable`
 */
export const claimFolder = async (directory: string): Promise<FolderClaim> => {
  const deadline = Date.now() + PATIENCE_MS;
  try {
    await mkdir(directory, { recursive: true, mode: 0o700 });
    for (;;) {
      const result = await attempt(directory);
      if ('claim' in result) return result.claim;
      if (result.isHeld || Date.now() > deadline) throw inUse(directory, result.other);
      await wait(20 + Math.random() * 100);
    }
  } catch (error) {
    throw error instanceof StoreError ? error : unwritable(directory);
  }
};
