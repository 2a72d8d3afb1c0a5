import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { clearLeftovers } from './embedded/leftovers.js';

const CHILD = fileURLToPath(new URL('./embedded.test.child.js', import.meta.url));

export type Said = { started?: true; fresh?: boolean; kept?: string; code?: string; message?: string; error?: string };

export type Child = {
  readonly process: ChildProcess;
  readonly said: Said[];
  /** What the child says next that fits, or said already. */
  until(fits: (said: Said) => boolean): Promise<Said>;
  /** Kills it the hard way, with no chance to tidy up. */
  kill(): Promise<void>;
  readonly ended: Promise<number | null>;
};

export const startChild = (directory: string, task: 'append' | 'exit' | 'wait'): Child => {
  const child = spawn(process.execPath, [CHILD, directory, task], { stdio: ['ignore', 'pipe', 'inherit'] });
  const said: Said[] = [];
  const waiting = new Set<() => void>();
  const tell = (): void => waiting.forEach((look) => look());
  const ended = new Promise<number | null>((resolve) => {
    child.once('close', (code) => {
      resolve(code);
      tell();
    });
  });
  createInterface(child.stdout).on('line', (line) => {
    said.push(JSON.parse(line) as Said);
    tell();
  });
  const until: Child['until'] = (fits) =>
    new Promise((resolve, reject) => {
      const look = (): void => {
        const found = said.find(fits);
        const isOver = child.exitCode !== null || child.signalCode !== null;
        if (!found && !isOver) return;
        waiting.delete(look);
        if (found) resolve(found);
        else reject(new Error(`the child ended and said only ${JSON.stringify(said.slice(-3))}`));
      };
      waiting.add(look);
      look();
    });
  const kill = async (): Promise<void> => {
    child.kill('SIGKILL');
    await ended;
  };
  const started = { process: child, said, until, kill, ended };
  children.push(started);
  return started;
};

const folders: string[] = [];
const children: Child[] = [];

export const newFolder = async (): Promise<string> => {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'msp-embedded-test-')));
  folders.push(folder);
  return folder;
};

/** Ends whatever a failed test left running, then removes its folders. */
export const removeFolders = async (): Promise<void> => {
  await Promise.all(children.map((child) => child.kill()));
  for (const folder of folders) {
    await clearLeftovers(join(folder, 'postgres'));
    await rm(folder, { recursive: true, force: true });
  }
};
