import type { Role } from '@msp/workflows';
import { CODE_ATTEMPTS, CODE_LOCK_MINUTES, type CodeStore, type KeptCode, type NewCode } from '../port/codes.js';
import type { Pool, Queryable } from './driver.js';
import { inTenant } from './transaction.js';

const COLUMNS = `code_id, case_id, role, subject, organisation, made_at, opens_until, reusable, opened_at, revoked_at`;

const instant = (value: unknown): string => (value as Date).toISOString();

const codeOf = (row: Record<string, unknown> | undefined): KeptCode | undefined =>
  row && {
    id: row['code_id'] as string,
    caseId: row['case_id'] as string,
    role: row['role'] as Role,
    subject: row['subject'] as string,
    organisation: row['organisation'] as string,
    madeAt: instant(row['made_at']),
    opensUntil: instant(row['opens_until']),
    reusable: row['reusable'] as boolean,
    ...(row['opened_at'] !== null && { openedAt: instant(row['opened_at']) }),
    ...(row['revoked_at'] !== null && { revokedAt: instant(row['revoked_at']) }),
  };

const NOTE = `INSERT INTO msp.audit (tenant, subject, action, case_id, version)
  SELECT $1, $2, $3, c.case_id, c.version FROM msp.cases c WHERE c.tenant = $1 AND c.case_id = $4`;

const note = async (
  client: Queryable,
  tenant: string,
  subject: string,
  action: string,
  caseId: string,
): Promise<void> => {
  await client.query(NOTE, [tenant, subject, action, caseId]);
};

const WRITE = `INSERT INTO msp.access_codes (tenant, code_id, case_id, role, subject, organisation, hash, made_at, opens_until, reusable)
  SELECT $1, $2, c.case_id, $4, $5, $6, $7, $8::timestamptz, $9::timestamptz, $10
  FROM msp.cases c WHERE c.tenant = $1 AND c.case_id = $3
  ON CONFLICT DO NOTHING RETURNING code_id`;

const writeCode = async (client: Queryable, tenant: string, code: NewCode): Promise<boolean> => {
  const { id, caseId, role, subject, organisation, hash, madeAt, opensUntil, reusable } = code;
  const values = [tenant, id, caseId, role, subject, organisation, hash, madeAt, opensUntil, reusable];
  return (await client.query(WRITE, values)).rows.length > 0;
};

const keepCode = (pool: Pool, ...[tenant, code, { subject }]: Parameters<CodeStore['keepCode']>): Promise<boolean> =>
  inTenant(pool, tenant, async (client) => {
    const isKept = await writeCode(client, tenant, code);
    if (isKept) await note(client, tenant, subject, 'make-code', code.caseId);
    return { value: isKept, keep: isKept };
  });

const LOCKED = `(attempts >= ${CODE_ATTEMPTS} AND last_attempt_at > $4::timestamptz - interval '${CODE_LOCK_MINUTES} minutes')`;

// One statement: of two who try at the same moment the second waits for the first, and finds what it left.
const OPEN = `UPDATE msp.access_codes SET
    attempts = CASE WHEN hash = $3 THEN 0
      WHEN last_attempt_at <= $4::timestamptz - interval '${CODE_LOCK_MINUTES} minutes' THEN 1 ELSE attempts + 1 END,
    last_attempt_at = $4::timestamptz,
    opened_at = CASE WHEN hash = $3 THEN $4::timestamptz ELSE opened_at END,
    session_hash = CASE WHEN hash = $3 THEN $5 ELSE session_hash END,
    session_until = CASE WHEN hash = $3 THEN $6::timestamptz ELSE session_until END
  WHERE tenant = $1 AND code_id = $2 AND revoked_at IS NULL AND opens_until > $4::timestamptz
    AND (reusable OR opened_at IS NULL) AND NOT ${LOCKED} AND ($7::text IS NULL OR role = $7)
  RETURNING ${COLUMNS}, hash = $3 AS is_right`;

const openCode = (
  pool: Pool,
  ...[tenant, id, { hash, now, session, role }]: Parameters<CodeStore['openCode']>
): Promise<KeptCode | undefined> =>
  inTenant<KeptCode | undefined>(pool, tenant, async (client) => {
    const [row] = (await client.query(OPEN, [tenant, id, hash, now, session.hash, session.until, role ?? null])).rows;
    const code = row?.['is_right'] === true ? codeOf(row) : undefined;
    if (code) await note(client, tenant, code.subject, 'open-code', code.caseId);
    return { value: code, keep: row !== undefined };
  });

const find = (pool: Pool, tenant: string, where: string, values: unknown[]): Promise<readonly KeptCode[]> =>
  inTenant(pool, tenant, async (client) => {
    const text = `SELECT ${COLUMNS} FROM msp.access_codes WHERE tenant = $1 AND ${where} ORDER BY made_at DESC, code_id`;
    const { rows } = await client.query(text, [tenant, ...values]);
    return { value: rows.flatMap((row) => codeOf(row) ?? []), keep: false };
  });

const REVOKE = `UPDATE msp.access_codes SET revoked_at = $4::timestamptz
  WHERE tenant = $1 AND code_id = $2 AND case_id = $3 AND revoked_at IS NULL RETURNING code_id`;

const revokeCode = (
  pool: Pool,
  ...[tenant, { caseId, id }, { subject, now }]: Parameters<CodeStore['revokeCode']>
): Promise<boolean> =>
  inTenant(pool, tenant, async (client) => {
    const isRevoked = (await client.query(REVOKE, [tenant, id, caseId, now])).rows.length > 0;
    if (isRevoked) await note(client, tenant, subject, 'revoke-code', caseId);
    return { value: isRevoked, keep: isRevoked };
  });

const SESSION = 'session_hash = $2 AND session_until > $3::timestamptz AND revoked_at IS NULL';

/** The part of a store that keeps codes. What cannot be stored is not there. */
export const postgresCodes = (
  use: <T>(work: (pool: Pool) => Promise<T>) => Promise<T>,
  isFindable: (...ids: string[]) => boolean,
): CodeStore => ({
  keepCode: (tenant, code, by) => use((pool) => keepCode(pool, tenant, code, by)),
  openCode: (tenant, id, attempt) =>
    use(async (pool) => (isFindable(tenant, id) ? openCode(pool, tenant, id, attempt) : undefined)),
  codeOfSession: (tenant, hash, now) =>
    use(async (pool) => (isFindable(tenant, hash) ? (await find(pool, tenant, SESSION, [hash, now]))[0] : undefined)),
  isCodeGood: (tenant, id) =>
    use(
      async (pool) =>
        isFindable(tenant, id) && (await find(pool, tenant, 'code_id = $2 AND revoked_at IS NULL', [id])).length > 0,
    ),
  listCodes: (tenant, caseId) =>
    use(async (pool) => (isFindable(tenant, caseId) ? find(pool, tenant, 'case_id = $2', [caseId]) : [])),
  revokeCode: (tenant, which, by) =>
    use(async (pool) => isFindable(tenant, which.caseId, which.id) && revokeCode(pool, tenant, which, by)),
});
