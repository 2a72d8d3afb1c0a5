import { createHash } from 'node:crypto';
import { StoreError } from '../store-error.js';
import { type Connection, type Pool, type PoolClient, openPool } from './driver.js';
import { toStoreError } from './failure.js';
import { migrations as released } from './migrations.js';
import type { Migration } from './migrations/migration.js';

// Any number does, as long as nobody else uses it: "msp" in ASCII.
const LOCK = 0x6d7370;

const LIST = `
CREATE SCHEMA IF NOT EXISTS msp;
CREATE TABLE IF NOT EXISTS msp.migrations (
  version integer PRIMARY KEY,
  name text NOT NULL,
  checksum text NOT NULL,
  applied_at timestamptz NOT NULL DEFAULT now()
);
`;

const checksumOf = (migration: Migration): string => createHash('sha256').update(migration.sql).digest('hex');

const checkApplied = (applied: Record<string, unknown>[], migrations: readonly Migration[]): void => {
  for (const { version, checksum } of applied) {
    const known = migrations[Number(version) - 1];
    if (!known) {
      throw new StoreError(
        'database-newer',
        `The database has migration ${String(version)}, which this version does not know. Use the newer version of @msp/sdk.`,
      );
    }
    if (checksumOf(known) !== checksum) {
      throw new StoreError(
        'migration-changed',
        `Migration ${known.version} is not what this database was prepared with. A released migration is never edited: add a new one.`,
      );
    }
  }
};

/** Applies the next migration, if one is missing. Other processes wait, then find it there. */
const step = async (client: PoolClient, migrations: readonly Migration[]): Promise<number | undefined> => {
  await client.query(`BEGIN; SELECT pg_advisory_xact_lock(${LOCK})`);
  await client.query(LIST);
  const { rows } = await client.query('SELECT version, checksum FROM msp.migrations ORDER BY version');
  checkApplied(rows, migrations);
  const next = migrations[rows.length];
  if (next) {
    await client.query(next.sql);
    const values = [next.version, next.name, checksumOf(next)];
    await client.query('INSERT INTO msp.migrations (version, name, checksum) VALUES ($1, $2, $3)', values);
  }
  await client.query('COMMIT');
  return next?.version;
};

const applyAll = async (pool: Pool, migrations: readonly Migration[]): Promise<number[]> => {
  const client = await pool.connect();
  let isDone = false;
  try {
    const applied: number[] = [];
    for (
      let version = await step(client, migrations);
      version !== undefined;
      version = await step(client, migrations)
    ) {
      applied.push(version);
    }
    isDone = true;
    return applied;
  } finally {
    client.release(!isDone);
  }
};

/** `migrate` with other migrations than the released ones: what its tests try. */
export const migrateTo = async (
  migrations: readonly Migration[],
  connection: Connection,
): Promise<{ applied: number[] }> => {
  const isOwn = 'connectionString' in connection;
  const pool = isOwn ? await openPool({ ...connection, maxConnections: 1 }) : connection.pool;
  try {
    return { applied: await applyAll(pool, migrations) };
  } catch (error) {
    throw toStoreError(error);
  } finally {
    if (isOwn) await pool.end();
  }
};

/**
 * Brings the database to the schema of this version, forward only, as its owner. Several processes may do so at once: one works, the
 * others wait. Each migration is one transaction: it is there whole or not at all.
 *
 * The login needs `CREATEROLE` where there is no role `msp_app` yet. Where another login runs the server, the owner grants it
 * that role: `GRANT msp_app TO your_login`.
 *
 * @returns the versions that were missing and are there now
 * @throws StoreError `database-newer`, `migration-changed`, or what the connection says
 */
export const migrate = (connection: Connection): Promise<{ applied: number[] }> => migrateTo(released, connection);
