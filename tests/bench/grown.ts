import pg from 'pg';

const EVENTS_OF_A_CASE = 10;
const CASES_AT_A_TIME = 10_000;

// Ids count up as those of version 7 do. Nothing is switched off: every constraint, key and trigger is at work.
const GROW = `
WITH made AS (
  INSERT INTO msp.cases (tenant, case_id, reference, version, stage, danger, raised_at, last_event_at, next_due)
  SELECT 'council', '01960000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'), 'R-' || n, $3, 'concern', false,
    timestamptz '2020-01-01' + n * interval '1 second', timestamptz '2020-01-01' + n * interval '1 second', NULL
  FROM generate_series($1::int, $2::int) AS n
  RETURNING case_id
), keys AS (
  INSERT INTO msp.case_keys (tenant, case_id, wrapped) SELECT 'council', case_id, md5(case_id) FROM made
), answered AS (
  INSERT INTO msp.answers (tenant, subject, key, request_hash, response)
  SELECT 'council', 'form', md5(case_id), md5(case_id), '{}' FROM made
), noted AS (
  INSERT INTO msp.audit (tenant, subject, action, case_id, version) SELECT 'council', 'form', 'append', case_id, $3 FROM made
)
INSERT INTO msp.events (tenant, case_id, sequence, event_id, type, at, by_id, by_role, by_organisation, data, recorded_at, hash, v,
  seal, words)
SELECT 'council', case_id, s, left(case_id, 13) || to_hex(s) || substr(case_id, 15), 'conversation.held', '2020-01-01T00:00:00Z', 'worker-1',
  'practitioner', 'council', '{"how": "phone", "with": ["person"]}', '2020-01-01T00:00:00Z', md5(case_id || s), 1, '{"previous": ""}',
  repeat(md5(case_id || s), 4)
FROM made, generate_series(1, $3) AS s`;

/** Fills a prepared database up to so many events. */
export const growTo = async (connectionString: string, events: number): Promise<void> => {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    const cases = events / EVENTS_OF_A_CASE;
    for (let from = 1; from <= cases; from += CASES_AT_A_TIME)
      await client.query(GROW, [from, Math.min(from + CASES_AT_A_TIME - 1, cases), EVENTS_OF_A_CASE]);
    await client.query('VACUUM ANALYZE');
    await client.query('CHECKPOINT');
  } finally {
    await client.end();
  }
};
