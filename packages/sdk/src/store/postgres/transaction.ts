import type { Pool, PoolClient, Queryable } from './driver.js';
import { failure, toStoreError } from './failure.js';

/** Text as a literal of SQL, whatever `standard_conforming_strings` says. */
const literal = (text: string): string => {
  const doubled = text.replaceAll("'", "''").replaceAll('\\', '\\\\');
  return doubled.includes('\\') ? `E'${doubled}'` : `'${doubled}'`;
};

/**
 * What every transaction begins with, in one round trip: the role that owns nothing, the one tenant that its rows may belong to,
 * and time limits. All of it ends with the transaction, so that nothing is left for the next user of a pooled connection.
 */
const begin = (tenant: string): string =>
  [
    'BEGIN ISOLATION LEVEL READ COMMITTED',
    'SET LOCAL ROLE msp_app',
    `SELECT set_config('msp.tenant', ${literal(tenant)}, true)`,
    "SET LOCAL statement_timeout = '15s'",
    "SET LOCAL idle_in_transaction_session_timeout = '15s'",
  ].join('; ');

/** Connections whose breaking is listened to. */
const heard = new WeakSet<PoolClient>();

/**
 * A connection that breaks between two queries says so by an event, and an event of an error that nobody listens to ends the process. What
 * it means for the work is found by the next query.
 */
const listenTo = (client: PoolClient): PoolClient => {
  if (!heard.has(client)) client.on?.('error', () => undefined);
  heard.add(client);
  return client;
};

const connect = async (pool: Pool): Promise<PoolClient> => {
  try {
    return listenTo(await pool.connect());
  } catch (error) {
    throw toStoreError(error);
  }
};

const commit = async (client: Queryable): Promise<void> => {
  let command: string;
  try {
    ({ command } = await client.query('COMMIT'));
  } catch (error) {
    const known = toStoreError(error);
    throw known.code === 'unreachable' || known.code === 'busy' ? failure('outcome-unknown', known.sqlState) : known;
  }
  if (command !== 'COMMIT') throw failure('refused');
};

type Work<T> = (client: Queryable) => Promise<{ value: T; keep: boolean }>;

/**
 * Does `work` in one transaction of one tenant. `keep: false` undoes it. Resolves only after the database said that it committed.
 *
 * @throws StoreError
 */
export const inTenant = async <T>(pool: Pool, tenant: string, work: Work<T>): Promise<T> => {
  const client = await connect(pool);
  let isSound = false;
  try {
    try {
      await client.query(begin(tenant));
      const { value, keep } = await work(client);
      if (keep) await commit(client);
      else await client.query('ROLLBACK');
      isSound = true;
      return value;
    } catch (error) {
      const known = toStoreError(error);
      const mayGoOn = known.code !== 'unreachable' && known.code !== 'outcome-unknown';
      isSound =
        mayGoOn &&
        (await client.query('ROLLBACK').then(
          () => true,
          () => false,
        ));
      throw known;
    }
  } finally {
    client.release(!isSound);
  }
};
