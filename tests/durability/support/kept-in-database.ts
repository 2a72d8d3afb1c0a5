import type { Database } from './database.js';
import type { KeptEntry } from './reckoning.js';

const ENTRIES = `
SELECT e.by_id AS subject, e.case_id, c.reference, e.event_id, e.sequence
FROM msp.events e JOIN msp.cases c USING (tenant, case_id) WHERE tenant = $1
`;

export const keptInDatabase = async (database: Database, tenant: string): Promise<KeptEntry[]> =>
  (await database.query(ENTRIES, [tenant])).map((row) => ({
    subject: String(row['subject']),
    caseId: String(row['case_id']),
    reference: String(row['reference']),
    eventId: String(row['event_id']),
    sequence: Number(row['sequence']),
  }));

/** What is kept together is there together or not at all: each question counts what stands alone. */
const ALONE = {
  'events without their audit entry': `
    SELECT count(*) FROM msp.events e WHERE tenant = $1 AND NOT EXISTS (SELECT FROM msp.audit a
      WHERE a.tenant = e.tenant AND a.case_id = e.case_id AND a.version = e.sequence AND a.subject = e.by_id AND a.action = 'append')`,
  'audit entries without their event': `
    SELECT count(*) FROM msp.audit a WHERE tenant = $1 AND action = 'append' AND NOT EXISTS (SELECT FROM msp.events e
      WHERE e.tenant = a.tenant AND e.case_id = a.case_id AND e.sequence = a.version)`,
  'cases without the answer to their request': `
    SELECT count(*) FROM msp.events e WHERE tenant = $1 AND sequence = 1 AND NOT EXISTS (SELECT FROM msp.answers a
      WHERE a.tenant = e.tenant AND a.subject = e.by_id AND a.response ->> 'caseId' = e.case_id)`,
  'later events without the answer to their request': `
    SELECT count(*) FROM msp.events e WHERE tenant = $1 AND sequence > 1 AND NOT EXISTS (SELECT FROM msp.answers a
      WHERE a.tenant = e.tenant AND a.subject = e.by_id AND a.response #>> '{event,id}' = e.event_id)`,
  'answers to requests of which nothing is kept': `
    SELECT count(*) FROM msp.answers a WHERE tenant = $1 AND NOT EXISTS (SELECT FROM msp.events e
      WHERE e.tenant = a.tenant AND e.by_id = a.subject)`,
  'cases whose version is not the number of their events': `
    SELECT count(*) FROM msp.cases c WHERE tenant = $1 AND version <> (SELECT count(*) FROM msp.events e
      WHERE e.tenant = c.tenant AND e.case_id = c.case_id)`,
  'cases with words and no key to read them with': `
    SELECT count(*) FROM msp.cases c WHERE tenant = $1
      AND EXISTS (SELECT FROM msp.events e WHERE e.tenant = c.tenant AND e.case_id = c.case_id AND e.words IS NOT NULL)
      AND NOT EXISTS (SELECT FROM msp.case_keys k WHERE k.tenant = c.tenant AND k.case_id = c.case_id)`,
};

/** What is there without what belongs to it, in words. Empty where all is well. */
export const standingAlone = async (database: Database, tenant: string): Promise<string[]> => {
  const columns = Object.values(ALONE).map((question, index) => `(${question}) AS c${index}`);
  const [row = {}] = await database.query(`SELECT ${columns.join(', ')}`, [tenant]);
  return Object.keys(ALONE).flatMap((what, index) => {
    const count = Number(row[`c${index}`]);
    return count === 0 ? [] : [`${count} ${what}`];
  });
};
