import { readFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '@msp/sdk/store/embedded';
import { migrate } from '@msp/sdk/store/postgres';
import pg from 'pg';

const PATIENCE_MS = 60_000;

/** The whole of PostgreSQL at once, the process that watches over the others, or one that works for a connection. */
export const targets = ['everything', 'postmaster', 'backend'] as const;
export type Target = (typeof targets)[number];

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

const killNow = (pid: number): void => {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It is gone already.
  }
};

type Rows = readonly Record<string, unknown>[];

/** A PostgreSQL of our own in a folder that is thrown away, which can be killed and started again on the same folder. */
export class Database {
  readonly #directory: string;
  #running: EmbeddedPostgres;

  private constructor(directory: string, running: EmbeddedPostgres) {
    this.#directory = directory;
    this.#running = running;
  }

  static async start(): Promise<Database> {
    const directory = await mkdtemp(join(tmpdir(), 'msp-durability-'));
    const database = new Database(directory, await startEmbeddedPostgres({ directory }));
    await migrate(database.#running);
    return database;
  }

  get connectionString(): string {
    return this.#running.connectionString;
  }

  /** Asks as the owner, past the store. While the server recovers from a kill it lets nobody in: then the question waits. */
  async query(text: string, values: unknown[] = []): Promise<Rows> {
    for (const deadline = Date.now() + PATIENCE_MS; ; await wait(20)) {
      const client = new pg.Client({ connectionString: this.connectionString });
      client.on('error', () => undefined);
      try {
        await client.connect();
        return (await client.query(text, values)).rows as Rows;
      } catch (error) {
        if (Date.now() > deadline) throw error;
      } finally {
        await client.end().catch(() => undefined);
      }
    }
  }

  /** What no COMMIT waited for stays in memory for ten seconds. */
  async slowLogWriter(): Promise<void> {
    await this.query("ALTER SYSTEM SET wal_writer_delay = '10s'");
    await this.query('SELECT pg_reload_conf()');
  }

  /** Kills the hard way. What was killed whole is started again on its folder; a lost backend PostgreSQL gets over by itself. */
  async kill(target: Target): Promise<void> {
    const processes = await this.query(
      "SELECT pid, application_name = 'msp' AS ours, state IS DISTINCT FROM 'idle' AS busy FROM pg_stat_activity",
    );
    if (target === 'backend') {
      const ours = processes.filter(({ ours }) => ours === true);
      const one = ours.find(({ busy }) => busy === true) ?? ours[0];
      if (!one) throw new Error('Nobody is connected whose backend could be killed.');
      killNow(Number(one['pid']));
      return;
    }
    const postmaster = await this.#postmaster();
    killNow(postmaster);
    if (target === 'everything') for (const { pid } of processes) killNow(Number(pid));
    while (isAlive(postmaster)) await wait(2);
  }

  /** Starts again what was killed whole, under the same address. */
  async startAgain(): Promise<void> {
    const port = Number(new URL(this.connectionString).port);
    await this.#running.stop();
    for (const deadline = Date.now() + PATIENCE_MS; ; await wait(50)) {
      try {
        this.#running = await startEmbeddedPostgres({ directory: this.#directory, port });
        return;
      } catch (error) {
        const isBusy = (error as { code?: string }).code === 'port-busy';
        if (!isBusy || Date.now() > deadline) throw error;
      }
    }
  }

  async remove(): Promise<void> {
    await this.#running.stop();
    await rm(this.#directory, { recursive: true, force: true, maxRetries: 5 });
  }

  /** The first line of what PostgreSQL keeps in its folder. */
  async #postmaster(): Promise<number> {
    return Number((await readFile(join(this.#directory, 'postgres', 'postmaster.pid'), 'utf8')).split('\n')[0]);
  }
}
