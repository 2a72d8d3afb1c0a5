import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const repository = fileURLToPath(new URL('../../../../', import.meta.url));
const SLOW_START_MS = 60_000;

/** A port that nobody uses now. */
export const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
};

/** How a start ended that was not to last. */
export type Ended = { readonly code: number | null; readonly said: string };

/** The portal as whoever types `npm start` runs it: a process of its own, on a folder. */
export class PortalProcess {
  readonly address: string;
  readonly #port: number;
  readonly #dataDir: string;
  #child: ChildProcess | undefined;
  #said = '';

  constructor(port: number, dataDir: string) {
    this.#port = port;
    this.#dataDir = dataDir;
    this.address = `http://127.0.0.1:${port}`;
  }

  /** Everything that the last start printed. */
  get said(): string {
    return this.#said;
  }

  /** Starts it and waits until it says where it is. */
  async start(): Promise<void> {
    const child = this.#spawn();
    const deadline = Date.now() + SLOW_START_MS;
    while (!this.#said.includes(this.address)) {
      if (child.exitCode !== null) throw new Error(`The portal ended with ${child.exitCode}: ${this.#said}`);
      if (Date.now() > deadline) throw new Error(`The portal did not start in time: ${this.#said}`);
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  }

  /** Starts it where it is not to last, and says how it ended. */
  async startAndEnd(env: NodeJS.ProcessEnv = {}): Promise<Ended> {
    const child = this.#spawn(env);
    const timer = setTimeout(() => child.kill('SIGKILL'), SLOW_START_MS);
    const [code] = (await once(child, 'close')) as [number | null];
    clearTimeout(timer);
    return { code, said: this.#said };
  }

  /** As if the power went: no chance to tidy up. */
  async kill(): Promise<void> {
    await this.#end('SIGKILL');
  }

  /** As whoever presses Ctrl and C. Says with which code it ended. */
  async stop(): Promise<number | null> {
    return this.#end('SIGINT');
  }

  /** Where the database that it started listens: the fourth line of what PostgreSQL keeps in its folder. */
  database(): { readonly port: number } {
    const lines = readFileSync(join(this.#dataDir, 'postgres', 'postmaster.pid'), 'utf8').split('\n');
    return { port: Number(lines[3]) };
  }

  #spawn(env: NodeJS.ProcessEnv = {}): ChildProcess {
    this.#said = '';
    const child = spawn(process.execPath, ['--enable-source-maps', 'examples/portal/dist/main.js'], {
      cwd: repository,
      env: { ...process.env, DATABASE_URL: '', PORT: String(this.#port), MSP_DATA_DIR: this.#dataDir, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => (this.#said += text));
    }
    this.#child = child;
    return child;
  }

  async #end(signal: NodeJS.Signals): Promise<number | null> {
    const child = this.#child;
    if (!child || child.exitCode !== null || child.signalCode !== null) return child?.exitCode ?? null;
    const ended = once(child, 'exit') as Promise<[number | null]>;
    child.kill(signal);
    return (await ended)[0];
  }
}
