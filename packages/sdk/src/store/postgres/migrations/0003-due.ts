import type { Migration } from './migration.js';

// Cases of before are looked at once by the scheduler, which then knows when to look again.
const TABLES = `
ALTER TABLE msp.cases ADD COLUMN next_due timestamptz DEFAULT '-infinity';
ALTER TABLE msp.cases ALTER COLUMN next_due DROP DEFAULT;
CREATE INDEX cases_due ON msp.cases (tenant, next_due, case_id) WHERE next_due IS NOT NULL;
GRANT UPDATE (next_due) ON msp.cases TO msp_app;
`;

export const due: Migration = { version: 3, name: 'when time next brings something about in a case', sql: TABLES };
