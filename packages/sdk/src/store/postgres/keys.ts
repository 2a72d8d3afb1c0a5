import { checkTexts } from '../check.js';
import { pageSize } from '../page.js';
import type { KeyKind, KeyStore, WrappedKey } from '../port/keys.js';
import type { Pool } from './driver.js';
import { inTenant } from './transaction.js';

const PLACES: Readonly<Record<KeyKind, { readonly table: string; readonly name: string }>> = {
  case: { table: 'msp.case_keys', name: 'case_id' },
  tenant: { table: 'msp.tenant_keys', name: 'name' },
};

// Rows are locked in one order, so that two who do this at once wait for each other and never both ways.
const rewrap = (kind: KeyKind): string => {
  const { table, name } = PLACES[kind];
  return `WITH wanted AS (SELECT * FROM json_to_recordset($2::json) AS w(name text, "from" text, "to" text)),
    locked AS (
      SELECT k.${name} AS name, w."to" FROM ${table} k JOIN wanted w ON w.name = k.${name}
      WHERE k.tenant = $1 AND k.wrapped = w."from" ORDER BY k.${name} FOR NO KEY UPDATE OF k)
    UPDATE ${table} k SET wrapped = l."to" FROM locked l WHERE k.tenant = $1 AND k.${name} = l.name RETURNING k.${name}`;
};

type Use = <T>(work: (pool: Pool) => Promise<T>) => Promise<T>;

/** Every wrapped key there is. */
export const postgresKeys = (use: Use, isFindable: (...ids: string[]) => boolean): KeyStore => ({
  listKeys: (tenant, kind, { limit, after = '' }) =>
    use(async (pool) => {
      const size = pageSize(limit);
      if (!isFindable(tenant, after)) return [];
      const { table, name } = PLACES[kind];
      const text = `SELECT ${name} AS name, wrapped FROM ${table} WHERE tenant = $1 AND ${name} > $2 ORDER BY ${name} LIMIT $3`;
      return inTenant(pool, tenant, async (client) => {
        const { rows } = await client.query(text, [tenant, after, size]);
        return { value: rows as WrappedKey[], keep: false };
      });
    }),
  rewrapKeys: (tenant, kind, keys) =>
    use(async (pool) => {
      for (const { name, from, to } of keys) checkTexts({ tenant, name, from, to });
      if (keys.length === 0) return 0;
      return inTenant(pool, tenant, async (client) => {
        const { rows } = await client.query(rewrap(kind), [tenant, JSON.stringify(keys)]);
        return { value: rows.length, keep: rows.length > 0 };
      });
    }),
});
