import type { KeptSettings } from '../port/tenants.js';
import type { Pool } from './driver.js';
import { inTenant } from './transaction.js';

const KEEP = `WITH made AS (
    INSERT INTO msp.tenant_keys (tenant, name, wrapped) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING RETURNING wrapped)
  SELECT wrapped FROM made`;
const READ = 'SELECT wrapped FROM msp.tenant_keys WHERE tenant = $1 AND name = $2';

/** Whoever comes second waits for the first to commit, and then reads what the first kept. */
export const keepTenantKey = (pool: Pool, tenant: string, name: string, wrapped: string): Promise<string> =>
  inTenant(pool, tenant, async (client) => {
    const made = (await client.query(KEEP, [tenant, name, wrapped])).rows[0];
    const kept = made ?? (await client.query(READ, [tenant, name])).rows[0];
    return { value: kept?.['wrapped'] as string, keep: made !== undefined };
  });

export const readTenantKey = (pool: Pool, tenant: string, name: string): Promise<string | undefined> =>
  inTenant(pool, tenant, async (client) => {
    const [kept] = (await client.query(READ, [tenant, name])).rows;
    return { value: kept?.['wrapped'] as string | undefined, keep: false };
  });

export const readSettings = (pool: Pool, tenant: string): Promise<KeptSettings | undefined> =>
  inTenant(pool, tenant, async (client) => {
    const text = 'SELECT version, words FROM msp.settings WHERE tenant = $1 ORDER BY version DESC LIMIT 1';
    const [row] = (await client.query(text, [tenant])).rows;
    return { value: row as KeptSettings | undefined, keep: false };
  });

const SAVE = `INSERT INTO msp.settings (tenant, version, words, subject)
  SELECT $1, $2::integer + 1, $3, $4
  WHERE $2 = coalesce((SELECT max(version) FROM msp.settings WHERE tenant = $1), 0)
  ON CONFLICT DO NOTHING RETURNING version`;

export const saveSettings = (
  pool: Pool,
  tenant: string,
  { expectedVersion, words, subject }: { expectedVersion: number; words: string; subject: string },
): Promise<boolean> =>
  inTenant(pool, tenant, async (client) => {
    const { rows } = await client.query(SAVE, [tenant, expectedVersion, words, subject]);
    return { value: rows.length > 0, keep: rows.length > 0 };
  });
