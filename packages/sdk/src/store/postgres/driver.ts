import { StoreError } from '../store-error.js';

/** The little of the `pg` package that a store needs, so that no caller has to have its types. */
export type Queryable = {
  query(text: string, values?: unknown[]): Promise<{ rows: Record<string, unknown>[]; command: string }>;
};

export type PoolClient = Queryable & {
  release(destroy?: boolean): void;
  on?(event: 'notification', listener: (message: { payload?: string | undefined }) => void): unknown;
  on?(event: 'error', listener: (error: Error) => void): unknown;
};

export type Pool = {
  connect(): Promise<PoolClient>;
  end(): Promise<void>;
};

type OwnPool = { readonly connectionString: string; readonly maxConnections?: number };

/** Where the database is: an address, or a pool of `pg` that the host already has and goes on owning. */
export type Connection = OwnPool | { readonly pool: Pool };

const loadPg = async () => {
  try {
    const { default: pg } = await import('pg');
    return pg;
  } catch {
    throw new StoreError('package-missing', 'The PostgreSQL store needs the package "pg". Install it: npm install pg');
  }
};

/** A pool that gives up rather than hang, and that survives the loss of an idle connection. */
export const openPool = async ({ connectionString, maxConnections = 10 }: OwnPool): Promise<Pool> => {
  const pg = await loadPg();
  const pool = new pg.Pool({
    connectionString,
    max: maxConnections,
    connectionTimeoutMillis: 5_000,
    query_timeout: 20_000,
    keepAlive: true,
    application_name: 'msp',
  });
  pool.on('error', () => undefined);
  // Nor does the pool listen to a connection that is in use, and an error that nobody listens to ends the process.
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
};
