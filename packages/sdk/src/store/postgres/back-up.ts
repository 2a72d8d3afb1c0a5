import { StoreError } from '../store-error.js';
import { type Connection, type Pool, openPool } from './driver.js';
import { toStoreError } from './failure.js';
import { migrations } from './migrations.js';

/** In an order in which each table's rows find those that they refer to. */
const TABLES = [
  'cases',
  'events',
  'case_keys',
  'answers',
  'audit',
  'used_tokens',
  'drafts',
  'tenant_keys',
  'settings',
  'outbox',
  'access_codes',
  'person_marks',
  'not_same_person',
] as const;

const AT_A_TIME = 500;
const FORM = 'msp-back-up-1';

// Refused, rather than given the rows of no tenant: a login that row-level security holds back sees none.
const SEE_ALL = 'SET LOCAL row_security = off';

const withPool = async <T>(connection: Connection, work: (pool: Pool) => Promise<T>): Promise<T> => {
  const isOwn = 'connectionString' in connection;
  const pool = isOwn ? await openPool(connection) : connection.pool;
  try {
    return await work(pool);
  } catch (error) {
    throw toStoreError(error);
  } finally {
    if (isOwn) await pool.end();
  }
};

/**
 * Writes everything that a database keeps, as lines of text, as it stood at one moment, while others go on writing. What people wrote is
 * ciphertext in it; the vault is not in it, and has to be kept elsewhere. For small councils, and for drills: a database of millions of
 * events is backed up with the tools of PostgreSQL.
 *
 * The login has to see the rows of all tenants: a superuser, or one with BYPASSRLS.
 *
 * @param write takes each line; the next is made once it resolves.
 * @returns how many rows were written
 * @throws StoreError
 */
export const backUp = (connection: Connection, write: (line: string) => void | Promise<void>): Promise<number> =>
  withPool(connection, async (pool) => {
    const client = await pool.connect();
    try {
      await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
      await client.query(SEE_ALL);
      await write(JSON.stringify({ form: FORM, schema: migrations.length }));
      let written = 0;
      for (const table of TABLES) {
        await client.query(`DECLARE lines NO SCROLL CURSOR FOR SELECT row_to_json(t)::text AS row FROM msp.${table} t`);
        for (;;) {
          const { rows } = await client.query(`FETCH ${AT_A_TIME} FROM lines`);
          if (rows.length === 0) break;
          for (const { row } of rows) await write(`{"table":"${table}","row":${row as string}}`);
          written += rows.length;
        }
        await client.query('CLOSE lines');
      }
      await write(JSON.stringify({ end: written }));
      return written;
    } finally {
      await client.query('ROLLBACK').catch(() => undefined);
      client.release();
    }
  });

const wrongFile = (why: string): StoreError => new StoreError('refused', `This back-up was not restored: ${why}`);

/**
 * Puts back what `backUp` wrote, into a database that `migrate` prepared and that is empty: everything, or nothing.
 *
 * @returns how many rows were put back
 * @throws StoreError `refused` where the lines are not whole, or of another version, or the database is not empty
 */
export const restore = (connection: Connection, lines: AsyncIterable<string> | Iterable<string>): Promise<number> =>
  withPool(connection, async (pool) => {
    const client = await pool.connect();
    try {
      await client.query('BEGIN');
      await client.query(SEE_ALL);
      const { rows } = await client.query('SELECT FROM msp.cases UNION ALL SELECT FROM msp.settings LIMIT 1');
      if (rows.length > 0) throw wrongFile('the database is not empty.');
      let restored = 0;
      let isWhole = false;
      let batch: { table: string; rows: unknown[] } = { table: '', rows: [] };
      const flush = async (): Promise<void> => {
        const { table, rows: put } = batch;
        if (put.length === 0) return;
        await client.query(
          `INSERT INTO msp.${table} OVERRIDING SYSTEM VALUE SELECT * FROM json_populate_recordset(NULL::msp.${table}, $1::json)`,
          [`[${put.join()}]`],
        );
        restored += put.length;
      };
      let isFirst = true;
      for await (const line of lines) {
        if (isFirst) {
          const { form, schema } = JSON.parse(line) as { form?: string; schema?: number };
          if (form !== FORM || schema !== migrations.length)
            throw wrongFile('it is of another version. Restore it with the version that wrote it, then migrate.');
          isFirst = false;
          continue;
        }
        const row = /^\{"table":"([a-z_]+)","row":(.+)\}$/s.exec(line);
        if (!row) {
          await flush();
          batch = { table: '', rows: [] };
          isWhole = (JSON.parse(line) as { end?: number }).end === restored;
          break;
        }
        const [, table = '', text] = row;
        if (!(TABLES as readonly string[]).includes(table)) throw wrongFile('it has a table that is none of ours.');
        if (table !== batch.table || batch.rows.length >= AT_A_TIME) {
          await flush();
          batch = { table, rows: [] };
        }
        batch.rows.push(text);
      }
      if (!isWhole) throw wrongFile('its end is missing, or not all of it is there.');
      // The next entry of the audit comes after the last.
      await client.query(
        `SELECT setval(pg_get_serial_sequence('msp.audit', 'entry'), coalesce(max(entry), 0) + 1, false) FROM msp.audit`,
      );
      await client.query('COMMIT');
      return restored;
    } catch (error) {
      await client.query('ROLLBACK').catch(() => undefined);
      if (error instanceof SyntaxError) throw wrongFile('a line of it is not one of ours.');
      throw error;
    } finally {
      client.release();
    }
  });
