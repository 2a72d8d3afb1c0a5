import { MAX_MATCHES, type MatchKind, type PeopleStore, type PersonMatch } from '../port/people.js';
import type { Pool } from './driver.js';
import { inTenant } from './transaction.js';

const NOTE = `INSERT INTO msp.audit (tenant, subject, action, case_id, version)
  SELECT $1, $3, $4, c.case_id, c.version FROM msp.cases c WHERE c.tenant = $1 AND c.case_id = $2 RETURNING case_id`;

const FIND = `SELECT c.case_id, c.reference, array_agg(DISTINCT theirs.kind ORDER BY theirs.kind) AS kinds
  FROM msp.person_marks ours
  JOIN msp.person_marks theirs ON theirs.tenant = ours.tenant AND theirs.mark = ours.mark AND theirs.case_id <> ours.case_id
  JOIN msp.cases c ON c.tenant = theirs.tenant AND c.case_id = theirs.case_id
  WHERE ours.tenant = $1 AND ours.case_id = $2 AND NOT EXISTS (
    SELECT FROM msp.not_same_person n WHERE n.tenant = $1
      AND n.case_id = least(ours.case_id, theirs.case_id) AND n.other_id = greatest(ours.case_id, theirs.case_id))
  GROUP BY c.case_id, c.reference, c.raised_at ORDER BY c.raised_at DESC, c.case_id DESC LIMIT $3`;

const findSamePerson = (
  pool: Pool,
  ...[tenant, caseId, { subject }]: Parameters<PeopleStore['findSamePerson']>
): Promise<readonly PersonMatch[]> =>
  inTenant(pool, tenant, async (client) => {
    const noted = await client.query(NOTE, [tenant, caseId, subject, 'look-for-person']);
    const { rows } = await client.query(FIND, [tenant, caseId, MAX_MATCHES]);
    const matches = rows.map((row) => ({
      caseId: row['case_id'] as string,
      reference: row['reference'] as string,
      matchedOn: row['kinds'] as MatchKind[],
    }));
    return { value: matches, keep: noted.rows.length > 0 };
  });

const APART = `INSERT INTO msp.not_same_person (tenant, case_id, other_id)
  SELECT $1, least(a.case_id, b.case_id), greatest(a.case_id, b.case_id) FROM msp.cases a, msp.cases b
  WHERE a.tenant = $1 AND a.case_id = $2 AND b.tenant = $1 AND b.case_id = $3 AND a.case_id <> b.case_id
  ON CONFLICT (tenant, case_id, other_id) DO NOTHING RETURNING case_id`;

const keepApart = (
  pool: Pool,
  ...[tenant, { caseId, other }, { subject }]: Parameters<PeopleStore['keepApart']>
): Promise<boolean> =>
  inTenant(pool, tenant, async (client) => {
    const { rows } = await client.query(APART, [tenant, caseId, other]);
    if (rows.length > 0) await client.query(NOTE, [tenant, caseId, subject, 'keep-apart']);
    return { value: rows.length > 0, keep: rows.length > 0 };
  });

/** The part of a store that finds people. What cannot be stored is not there. */
export const postgresPeople = (
  use: <T>(work: (pool: Pool) => Promise<T>) => Promise<T>,
  isFindable: (...ids: string[]) => boolean,
): PeopleStore => ({
  findSamePerson: (tenant, caseId, by) =>
    use(async (pool) => (isFindable(tenant, caseId, by.subject) ? findSamePerson(pool, tenant, caseId, by) : [])),
  keepApart: (tenant, cases, by) =>
    use(
      async (pool) => isFindable(tenant, cases.caseId, cases.other, by.subject) && keepApart(pool, tenant, cases, by),
    ),
});
