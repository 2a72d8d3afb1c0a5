import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbeddedPostgres } from '@msp/sdk/store/embedded';
import { type Pool, migrate } from '@msp/sdk/store/postgres';
import pg from 'pg';

const CONNECTIONS = 20;

export type Database = { readonly connectionString: string; readonly pool: pg.Pool & Pool };

/** Does `work` with a real PostgreSQL in a throw-away folder, prepared, and a pool of twenty connections to it. */
export const withDatabase = async <T>(
  work: (database: Database) => Promise<T>,
  connections = CONNECTIONS,
): Promise<T> => {
  const directory = await mkdtemp(join(tmpdir(), 'msp-proof-'));
  const server = await startEmbeddedPostgres({ directory });
  const { connectionString } = server;
  const pool = new pg.Pool({ connectionString, max: connections });
  // What the server says to connections that are closing while it stops is nobody's failure.
  pool.on('connect', (client) => void client.on('error', () => undefined));
  pool.on('error', () => undefined);
  try {
    await migrate({ connectionString });
    return await work({ connectionString, pool });
  } finally {
    await pool.end();
    await server.stop();
    await rm(directory, { recursive: true, force: true });
  }
};
