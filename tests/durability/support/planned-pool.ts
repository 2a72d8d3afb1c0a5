import type { Pool } from '@msp/sdk/store/postgres';
import pg from 'pg';

/** Just before a COMMIT is sent, or just after the database said that it committed and before anybody was told. */
export type Moment = 'before-commit' | 'after-commit';

/** Comes to each COMMIT at both moments. What it waits for holds the transaction, or its answer, up. */
type AtCommit = (moment: Moment, client: pg.PoolClient) => Promise<void>;

/** A pool as the store opens one for itself, with somebody standing beside each COMMIT. */
export const plannedPool = (connectionString: string, atCommit: AtCommit): Pool => {
  const pool = new pg.Pool({
    connectionString,
    connectionTimeoutMillis: 5_000,
    query_timeout: 20_000,
    keepAlive: true,
    application_name: 'msp',
  });
  pool.on('error', () => undefined);
  // A connection that breaks while it is in use says so a second time, to nobody in particular: unheard, that ends the process.
  pool.on('connect', (client) => client.on('error', () => undefined));
  return {
    connect: async () => {
      const client = await pool.connect();
      return {
        query: async (text, values) => {
          if (text !== 'COMMIT') return client.query(text, values);
          await atCommit('before-commit', client);
          const result = await client.query(text);
          await atCommit('after-commit', client);
          return result;
        },
        release: (destroy) => client.release(destroy),
      };
    },
    end: () => pool.end(),
  };
};
