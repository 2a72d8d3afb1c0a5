import type { Stage } from '@msp/workflows';
import { type Place, writeCursor } from '../page.js';
import {
  type Answer,
  type AuditEntry,
  type CasePage,
  type CaseRecord,
  type CaseRow,
  type KeptEvent,
  MAX_AUDIT,
} from '../port.js';
import type { Pool } from './driver.js';
import { inTenant } from './transaction.js';

// A transaction that only read has nothing to commit: undoing it is the cheapest way to end it.
const readRows = (pool: Pool, tenant: string, text: string, values: unknown[]): Promise<Record<string, unknown>[]> =>
  inTenant(pool, tenant, async (client) => {
    const { rows } = await client.query(text, [tenant, ...values]);
    return { value: rows, keep: false };
  });

export const findAnswer = async (
  pool: Pool,
  tenant: string,
  subject: string,
  key: string,
): Promise<Answer | undefined> => {
  const text = `SELECT request_hash AS "requestHash", response FROM msp.answers
    WHERE tenant = $1 AND subject = $2 AND key = $3`;
  const rows = await readRows(pool, tenant, text, [subject, key]);
  return rows[0] as Answer | undefined;
};

const NOTE_READ = `INSERT INTO msp.audit (tenant, subject, action, case_id, version) VALUES ($1, $2, 'read', $3, $4)`;

/** Who did what with a case, the newest first. */
export const readAudit = async (pool: Pool, tenant: string, caseId: string): Promise<readonly AuditEntry[]> => {
  const text = `SELECT at, subject, action, version FROM msp.audit
    WHERE tenant = $1 AND case_id = $2 ORDER BY entry DESC LIMIT $3`;
  const rows = await readRows(pool, tenant, text, [caseId, MAX_AUDIT]);
  return rows.map((row) => ({
    at: (row['at'] as Date).toISOString(),
    subject: row['subject'] as string,
    action: row['action'] as AuditEntry['action'],
    version: row['version'] as number,
  }));
};

/** The cases for which something is due, the longest due first. */
export const dueCases = async (pool: Pool, tenant: string, now: string, limit: number): Promise<readonly string[]> => {
  const text = `SELECT case_id FROM msp.cases WHERE tenant = $1 AND next_due <= $2::timestamptz
    ORDER BY next_due, case_id LIMIT $3`;
  const rows = await readRows(pool, tenant, text, [now, limit]);
  return rows.map((row) => row['case_id'] as string);
};

/** The version of a case. */
export const versionOf = async (pool: Pool, tenant: string, caseId: string): Promise<number | undefined> => {
  const [row] = await readRows(pool, tenant, 'SELECT version FROM msp.cases WHERE tenant = $1 AND case_id = $2', [
    caseId,
  ]);
  return row?.['version'] as number | undefined;
};

type EventRow = { sequence: number | null; [column: string]: unknown };

const eventOf = (caseId: string, row: EventRow): KeptEvent =>
  ({
    id: row['event_id'],
    caseId,
    type: row['type'],
    at: row['at'],
    by: { id: row['by_id'], role: row['by_role'], organisation: row['by_organisation'] },
    ...(row['data'] !== null && { data: row['data'] }),
    sequence: row.sequence,
    recordedAt: row['recorded_at'],
    ...(row['hash'] !== null && { hash: row['hash'] }),
    ...(row['v'] !== null && { v: row['v'] }),
    ...(row['seal'] !== null && { seal: row['seal'] }),
    ...(row['words'] !== null && { words: row['words'] }),
  }) as KeptEvent;

export const readCase = async (
  pool: Pool,
  tenant: string,
  caseId: string,
  { after, reader }: { readonly after: number; readonly reader: string | undefined },
): Promise<CaseRecord | undefined> => {
  // One statement, so that version and events are of one moment.
  const text = `SELECT c.reference, c.version, e.sequence, e.event_id, e.type, e.at, e.by_id, e.by_role, e.by_organisation,
      e.data, e.recorded_at, e.hash, e.v, e.seal, e.words, k.wrapped
    FROM msp.cases c
    LEFT JOIN msp.case_keys k ON k.tenant = c.tenant AND k.case_id = c.case_id
    LEFT JOIN msp.events e ON e.tenant = c.tenant AND e.case_id = c.case_id AND e.sequence > $3::bigint
    WHERE c.tenant = $1 AND c.case_id = $2
    ORDER BY e.sequence`;
  const rows = await inTenant(pool, tenant, async (client) => {
    const found = await client.query(text, [tenant, caseId, after]);
    const version = found.rows[0]?.['version'];
    if (reader === undefined || version === undefined) return { value: found.rows as EventRow[], keep: false };
    await client.query(NOTE_READ, [tenant, reader, caseId, version]);
    return { value: found.rows as EventRow[], keep: true };
  });
  const [first] = rows;
  if (!first) return undefined;
  const events = rows.filter((row) => row.sequence !== null).map((row) => eventOf(caseId, row));
  return {
    reference: first['reference'] as string,
    version: first['version'] as number,
    events,
    ...(first['wrapped'] !== null && { key: first['wrapped'] as string }),
  };
};

const caseRowOf = (row: Record<string, unknown>): CaseRow => ({
  caseId: row['case_id'] as string,
  reference: row['reference'] as string,
  version: row['version'] as number,
  stage: row['stage'] as Stage,
  danger: row['danger'] as boolean,
  raisedAt: (row['raised_at'] as Date).toISOString(),
  lastEventAt: (row['last_event_at'] as Date).toISOString(),
});

/** Closed cases with words, last written in long ago. */
export const closedCases = async (
  pool: Pool,
  tenant: string,
  { until, limit }: { readonly until: string; readonly limit: number },
): Promise<readonly CaseRow[]> => {
  const text = `SELECT c.case_id, c.reference, c.version, c.stage, c.danger, c.raised_at, c.last_event_at FROM msp.cases c
    JOIN msp.case_keys k ON k.tenant = c.tenant AND k.case_id = c.case_id
    WHERE c.tenant = $1 AND c.stage = 'closed' AND c.last_event_at <= $2::timestamptz
    ORDER BY c.last_event_at, c.case_id LIMIT $3`;
  return (await readRows(pool, tenant, text, [until, limit])).map(caseRowOf);
};

export const listCases = async (pool: Pool, tenant: string, size: number, place?: Place): Promise<CasePage> => {
  const text = `SELECT case_id, reference, version, stage, danger, raised_at, last_event_at FROM msp.cases
    WHERE tenant = $1 ${place ? 'AND (raised_at, case_id) < ($3::timestamptz, $4)' : ''}
    ORDER BY raised_at DESC, case_id DESC LIMIT $2`;
  const rows = await readRows(pool, tenant, text, [size + 1, ...(place ? [place.raisedAt, place.caseId] : [])]);
  const cases = rows.slice(0, size).map(caseRowOf);
  const last = cases.at(-1);
  return { cases, ...(last && rows.length > size && { next: writeCursor(last) }) };
};
