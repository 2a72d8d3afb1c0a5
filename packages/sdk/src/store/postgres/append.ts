import type { Role } from '@msp/workflows';
import { toInstant } from '../check.js';
import type { AppendInput, AppendResult, JsonValue } from '../port.js';
import { writeCode } from './codes.js';
import type { Pool } from './driver.js';
import { writeMessages } from './outbox.js';
import { writeMarks } from './people.js';
import { inTenant } from './transaction.js';

const APPEND = 'SELECT * FROM msp.append($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)';

const SET_DUE = 'UPDATE msp.cases SET next_due = $3::timestamptz WHERE tenant = $1 AND case_id = $2';

// Whoever comes second with one token waits for the first to commit, and then finds it used.
const USE_TOKEN =
  'INSERT INTO msp.used_tokens (tenant, token_id) VALUES ($1, $2) ON CONFLICT DO NOTHING RETURNING token_id';

type Row = {
  outcome: 'ok' | 'already-answered' | 'version-conflict' | 'reference-taken';
  version: number;
  request_hash: string;
  response: JsonValue;
  last_at: string | null;
  last_role: Role | null;
};

const resultOf = (row: Row): AppendResult => {
  switch (row.outcome) {
    case 'ok':
      return { ok: true, version: row.version };
    case 'already-answered':
      return { ok: false, reason: 'already-answered', requestHash: row.request_hash, response: row.response };
    case 'reference-taken':
      return { ok: false, reason: 'reference-taken' };
    case 'version-conflict': {
      const { version, last_at: at, last_role: role } = row;
      return {
        ok: false,
        reason: 'version-conflict',
        version,
        ...(at !== null && role !== null && { last: { at, role } }),
      };
    }
  }
};

/** One call of the database's own `msp.append`, which either keeps everything or says why not; then COMMIT or ROLLBACK. */
export const append = (pool: Pool, input: AppendInput): Promise<AppendResult> =>
  inTenant<AppendResult>(pool, input.tenant, async (client) => {
    const { idempotency, case: row } = input;
    const { rows } = await client.query(APPEND, [
      input.caseId,
      input.expectedVersion,
      JSON.stringify(input.events),
      idempotency.subject,
      idempotency.key,
      idempotency.requestHash,
      JSON.stringify(idempotency.response),
      row.reference,
      row.stage,
      row.danger,
      toInstant(row.raisedAt),
      toInstant(row.lastEventAt),
      input.key?.wrapped ?? null,
      input.key?.isNew ?? null,
    ]);
    const value = resultOf(rows[0] as Row);
    if (!value.ok) return { value, keep: false };
    if (idempotency.once !== undefined) {
      const used = await client.query(USE_TOKEN, [input.tenant, idempotency.once]);
      if (used.rows.length === 0) return { value: { ok: false, reason: 'token-used' }, keep: false };
    }
    await client.query(SET_DUE, [input.tenant, input.caseId, row.nextDue ?? null]);
    await writeMessages(client, input);
    if (input.marks) await writeMarks(client, input.tenant, input.caseId, input.marks);
    const isTaken = input.code && !(await writeCode(client, input.tenant, input.code));
    if (isTaken) return { value: { ok: false, reason: 'reference-taken' }, keep: false };
    return { value, keep: true };
  });

/** Destroys the key of a case, and notes who did. */
export const eraseWords = (pool: Pool, tenant: string, caseId: string, subject: string): Promise<boolean> =>
  inTenant(pool, tenant, async (client) => {
    const { rows } = await client.query('SELECT msp.erase_words($1, $2) AS erased', [caseId, subject]);
    const value = rows[0]?.['erased'] === true;
    if (value) await writeMarks(client, tenant, caseId, []);
    return { value, keep: value };
  });

/** Sets when something is next due in a case, unless somebody wrote since. */
export const postpone = (
  pool: Pool,
  tenant: string,
  caseId: string,
  { version, nextDue }: { readonly version: number; readonly nextDue: string | undefined },
): Promise<boolean> =>
  inTenant(pool, tenant, async (client) => {
    const values = [tenant, caseId, nextDue ?? null, version];
    const { rows } = await client.query(`${SET_DUE} AND version = $4 RETURNING version`, values);
    return { value: rows.length > 0, keep: rows.length > 0 };
  });
