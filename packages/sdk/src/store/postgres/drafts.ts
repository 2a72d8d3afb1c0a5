import type { KeptDraft } from '../port.js';
import type { Pool } from './driver.js';
import { inTenant } from './transaction.js';

const SAVE = `INSERT INTO msp.drafts (tenant, draft_id, words, expires_at) VALUES ($1, $2, $3, $4::timestamptz)
  ON CONFLICT (tenant, draft_id) DO UPDATE SET words = excluded.words, expires_at = excluded.expires_at`;

/** Keeps a draft in place of what was kept under its id before. */
export const saveDraft = (pool: Pool, tenant: string, id: string, { words, expiresAt }: KeptDraft): Promise<void> =>
  inTenant(pool, tenant, async (client) => {
    await client.query(SAVE, [tenant, id, words, expiresAt]);
    return { value: undefined, keep: true };
  });

/** The draft of this id that has not expired. */
export const readDraft = (pool: Pool, tenant: string, id: string, now: string): Promise<KeptDraft | undefined> =>
  inTenant<KeptDraft | undefined>(pool, tenant, async (client) => {
    const text = `SELECT words, expires_at FROM msp.drafts
      WHERE tenant = $1 AND draft_id = $2 AND expires_at > $3::timestamptz`;
    const [row] = (await client.query(text, [tenant, id, now])).rows;
    const draft = row && { words: row['words'] as string, expiresAt: (row['expires_at'] as Date).toISOString() };
    return { value: draft, keep: false };
  });

const drop = (pool: Pool, tenant: string, which: string, value: string): Promise<number> =>
  inTenant(pool, tenant, async (client) => {
    const { rows } = await client.query(`DELETE FROM msp.drafts WHERE tenant = $1 AND ${which} RETURNING draft_id`, [
      tenant,
      value,
    ]);
    return { value: rows.length, keep: rows.length > 0 };
  });

export const dropDraft = async (pool: Pool, tenant: string, id: string): Promise<boolean> =>
  (await drop(pool, tenant, 'draft_id = $2', id)) > 0;

export const dropExpiredDrafts = (pool: Pool, tenant: string, now: string): Promise<number> =>
  drop(pool, tenant, 'expires_at <= $2::timestamptz', now);
