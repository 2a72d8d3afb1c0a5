import { randomBytes } from 'node:crypto';
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { Package } from './embedded/binaries.js';
import { startPostgres } from './embedded/start.js';
import { migrate } from './postgres.js';

/** The package with the programs of another version, where `npm run proof:postgres` names one. */
const programsGiven = async (): Promise<Package | undefined> => {
  const root = process.env['MSP_POSTGRES_PACKAGE'];
  if (!root) return undefined;
  const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { version: string };
  return { root, version };
};

const mustBe = async (connectionString: string, { version }: Package): Promise<void> => {
  const [row] = await query(connectionString, 'SHOW server_version');
  const [wanted, found] = [version, String(row?.['server_version'])].map((text) => text.split('.')[0]);
  if (wanted !== found) throw new Error(`PostgreSQL ${wanted} was asked for, and this is ${found}.`);
};

/** A login of the server that may make databases: DATABASE_URL, or a server of our own in a throw-away folder. */
const startServer = async () => {
  const given = process.env['DATABASE_URL'];
  if (given) return { connectionString: given, log: async () => '', stop: async () => undefined };
  const directory = await mkdtemp(join(tmpdir(), 'msp-store-test-'));
  const programs = await programsGiven();
  // The initdb of 15 leaves its folder and goes back there by its name: where root lends a user, that one has to be able to.
  if (programs) await chmod(directory, 0o711);
  const { connectionString, stop } = await startPostgres({ directory, ...(programs && { programs }) });
  try {
    if (programs) await mustBe(connectionString, programs);
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    connectionString,
    log: () => readFile(join(directory, 'postgres.log'), 'utf8'),
    stop: async () => {
      await stop();
      await rm(directory, { recursive: true, force: true });
    },
  };
};

export type Rows = Record<string, unknown>[];

/** One connection as the login itself, outside of the store. */
export const asOwner = async <T>(connectionString: string, work: (client: pg.Client) => Promise<T>): Promise<T> => {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
};

export const query = (connectionString: string, text: string, values: unknown[] = []): Promise<Rows> =>
  asOwner(connectionString, async (client) => (await client.query(text, values)).rows as Rows);

export type TestServer = {
  newDatabase: (options?: { prepared?: boolean }) => Promise<string>;
  log: () => Promise<string>;
  stop: () => Promise<void>;
};

/** A server, and databases on it that are gone afterwards. */
export const startTestServer = async (): Promise<TestServer> => {
  const server = await startServer();
  const names: string[] = [];
  return {
    log: server.log,
    newDatabase: async ({ prepared = true } = {}) => {
      const name = `msp_test_${randomBytes(6).toString('hex')}`;
      await query(server.connectionString, `CREATE DATABASE ${name}`);
      names.push(name);
      const address = new URL(server.connectionString);
      address.pathname = `/${name}`;
      if (prepared) await migrate({ connectionString: address.href });
      return address.href;
    },
    stop: async () => {
      for (const name of names) await query(server.connectionString, `DROP DATABASE ${name} WITH (FORCE)`);
      await server.stop();
    },
  };
};
