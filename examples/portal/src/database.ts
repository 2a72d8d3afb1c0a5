import type { Store } from '@msp/sdk/store';
import { StoreError } from '@msp/sdk/store';
import { startEmbeddedPostgres } from '@msp/sdk/store/embedded';
import { migrate, postgresStore } from '@msp/sdk/store/postgres';
import { TENANT } from './people.js';
import type { Settings } from './settings.js';

export type Database = {
  readonly store: Store;
  /** How many cases the council has. */
  countCases(): Promise<number>;
  /** Waits for what is under way, then lets go of everything. */
  close(): Promise<void>;
};

const countCases = async (store: Store): Promise<number> => {
  let count = 0;
  let before: string | undefined;
  do {
    const page = await store.listCases(TENANT, { limit: 500, ...(before !== undefined && { before }) });
    count += page.cases.length;
    before = page.next;
  } while (before !== undefined);
  return count;
};

/**
 * Opens the database, brings its tables up to date, and makes sure that it keeps what it says it keeps: the one in
 * `DATABASE_URL`, or one of its own in the data folder.
 *
 * @throws StoreError, whose code says what is in the way
 */
export const openDatabase = async ({ databaseUrl, dataDir }: Settings): Promise<Database> => {
  const own = databaseUrl === undefined ? await startEmbeddedPostgres({ directory: dataDir }) : undefined;
  try {
    const connectionString = own?.connectionString ?? databaseUrl ?? '';
    await migrate({ connectionString });
    const store = postgresStore({ connectionString });
    const readiness = await store.ready();
    if (!readiness.ok) throw new StoreError(readiness.reason, 'The database is not ready to keep anything.');
    return {
      store,
      countCases: () => countCases(store),
      close: async () => {
        await store.close();
        await own?.stop();
      },
    };
  } catch (error) {
    await own?.stop();
    throw error;
  }
};
