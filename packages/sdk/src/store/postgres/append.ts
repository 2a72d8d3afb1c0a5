import type { Role } from '@msp/workflows';
import { toInstant } from '../check.js';
import type { AppendInput, AppendResult, CaseAppend, JsonValue } from '../port.js';
import type { Pool, Queryable } from './driver.js';
import { inTenant } from './transaction.js';

const APPEND = 'SELECT * FROM msp.append($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)';

const SET_DUE = 'UPDATE msp.cases SET next_due = $3::timestamptz WHERE tenant = $1 AND case_id = $2';

// Everything else that an append brings, in one round trip. Whoever comes second with one token, or one code, waits for the first to commit,
// and then finds it taken.
const REST = `WITH due AS (
    UPDATE msp.cases SET next_due = $3::timestamptz WHERE tenant = $1 AND case_id = $2),
  told AS (
    INSERT INTO msp.outbox (tenant, message_id, endpoint, case_id, body, due_at)
      SELECT $1, m ->> 'id', m ->> 'endpoint', $2, m -> 'body', $5::timestamptz FROM json_array_elements($4::json) AS m),
  marked AS (
    INSERT INTO msp.person_marks (tenant, mark, case_id, kind)
      SELECT $1, m ->> 'mark', $2, m ->> 'kind' FROM json_array_elements($6::json) AS m ON CONFLICT DO NOTHING),
  coded AS (
    INSERT INTO msp.access_codes
        (tenant, code_id, case_id, role, subject, organisation, hash, made_at, opens_until, reusable)
      SELECT $1, c ->> 'id', $2, c ->> 'role', c ->> 'subject', c ->> 'organisation', c ->> 'hash',
        (c ->> 'madeAt')::timestamptz, (c ->> 'opensUntil')::timestamptz, (c ->> 'reusable')::boolean
      FROM json_array_elements($7::json) AS c ON CONFLICT DO NOTHING RETURNING code_id),
  used AS (
    INSERT INTO msp.used_tokens (tenant, token_id) SELECT $1, $8 WHERE $8::text IS NOT NULL
      ON CONFLICT DO NOTHING RETURNING token_id)
  SELECT EXISTS (SELECT FROM coded) AS coded, EXISTS (SELECT FROM used) AS used`;

const FORGET_MARKS = 'DELETE FROM msp.person_marks WHERE tenant = $1 AND case_id = $2';

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
    const { tenant, beside = [] } = input;
    const value = await appendOne(client, tenant, input);
    if (!value.ok) return { value, keep: false };
    for (const [index, other] of beside.entries()) {
      const result = await appendOne(client, tenant, besideOf(input, other, index));
      if (!result.ok) return { value: result, keep: false };
    }
    return { value, keep: true };
  });

/** A case beside another: the request is answered by the first one, and these keep a key of their own that nobody asks for. */
const besideOf = ({ idempotency }: AppendInput, other: CaseAppend, index: number): Omit<AppendInput, 'tenant'> => {
  const { subject, requestHash } = idempotency;
  return {
    ...other,
    expectedVersion: 0,
    idempotency: { subject, requestHash, key: `${idempotency.key} ${index + 2}`, response: null },
  };
};

const appendOne = async (
  client: Queryable,
  tenant: string,
  input: Omit<AppendInput, 'tenant'>,
): Promise<AppendResult> => {
  const { caseId, idempotency, case: row, messages = [], marks, code } = input;
  const { rows } = await client.query(APPEND, [
    caseId,
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
  if (!value.ok) return value;
  if (marks && input.expectedVersion > 0) await client.query(FORGET_MARKS, [tenant, caseId]);
  const rest = await client.query(REST, [
    tenant,
    caseId,
    row.nextDue ?? null,
    JSON.stringify(messages),
    toInstant(row.lastEventAt),
    JSON.stringify(marks ?? []),
    JSON.stringify(code ? [code] : []),
    idempotency.once ?? null,
  ]);
  const { coded, used } = rest.rows[0] as { coded: boolean; used: boolean };
  if (idempotency.once !== undefined && !used) return { ok: false, reason: 'token-used' };
  return code && !coded ? { ok: false, reason: 'reference-taken' } : value;
};

/** Destroys the key of a case, and notes who did. */
export const eraseWords = (pool: Pool, tenant: string, caseId: string, subject: string): Promise<boolean> =>
  inTenant(pool, tenant, async (client) => {
    const { rows } = await client.query('SELECT msp.erase_words($1, $2) AS erased', [caseId, subject]);
    const value = rows[0]?.['erased'] === true;
    if (value) await client.query(FORGET_MARKS, [tenant, caseId]);
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
