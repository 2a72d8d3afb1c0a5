import type { Readiness } from '../port.js';
import type { Pool } from './driver.js';
import { toStoreError } from './failure.js';
import { migrations } from './migrations.js';
import { inTenant } from './transaction.js';

const CHECK = `
SELECT
  'off' IN (current_setting('fsync'), current_setting('synchronous_commit'), current_setting('full_page_writes')) AS unsafe,
  (pg_is_in_recovery() OR current_setting('transaction_read_only') = 'on') AS frozen,
  (SELECT coalesce(max(version), 0) FROM msp.migrations) AS version,
  (SELECT rolsuper OR rolbypassrls FROM pg_roles WHERE rolname = current_user)
    OR EXISTS (SELECT FROM pg_class c JOIN pg_roles r ON r.oid = c.relowner WHERE r.rolname = current_user) AS mighty
`;

// A reader needs some tenant to begin a transaction; this one has no rows.
const NOBODY = 'nobody';

/** Asks the database what it would do with an append: in the role, and with the settings, that an append has. */
export const checkReadiness = async (pool: Pool): Promise<Readiness> => {
  try {
    const row = await inTenant(pool, NOBODY, async (client) => {
      const { rows } = await client.query(CHECK);
      return { value: rows[0] ?? {}, keep: false };
    });
    if (row['unsafe'] === true) return { ok: false, reason: 'unsafe-settings' };
    if (row['mighty'] !== false) return { ok: false, reason: 'unsafe-role' };
    if (row['frozen'] === true) return { ok: false, reason: 'unreachable' };
    const version = Number(row['version']);
    if (version > migrations.length) return { ok: false, reason: 'database-newer' };
    if (version < migrations.length) return { ok: false, reason: 'not-migrated' };
    return { ok: true };
  } catch (error) {
    const { code } = toStoreError(error);
    return { ok: false, reason: code === 'not-migrated' || code === 'unsafe-role' ? code : 'unreachable' };
  }
};
