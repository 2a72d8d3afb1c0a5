import { type Migration, keptApart } from './migration.js';

// Codes by which people without an account open one case. What was handed out cannot be read from them.
const TABLES = `
CREATE TABLE msp.access_codes (
  tenant text COLLATE "C" NOT NULL CHECK (tenant <> ''),
  code_id text COLLATE "C" NOT NULL CHECK (code_id <> ''),
  case_id text COLLATE "C" NOT NULL,
  role text NOT NULL,
  subject text NOT NULL,
  organisation text NOT NULL,
  hash text NOT NULL,
  made_at timestamptz NOT NULL,
  opens_until timestamptz NOT NULL,
  reusable boolean NOT NULL,
  attempts integer NOT NULL DEFAULT 0,
  last_attempt_at timestamptz,
  opened_at timestamptz,
  revoked_at timestamptz,
  session_hash text COLLATE "C",
  session_until timestamptz,
  PRIMARY KEY (tenant, code_id),
  UNIQUE (tenant, session_hash),
  FOREIGN KEY (tenant, case_id) REFERENCES msp.cases (tenant, case_id)
);
CREATE INDEX codes_of_a_case ON msp.access_codes (tenant, case_id);

GRANT SELECT, INSERT, UPDATE (attempts, last_attempt_at, opened_at, revoked_at, session_hash, session_until)
  ON msp.access_codes TO msp_app;
`;

export const codes: Migration = {
  version: 8,
  name: 'codes by which people without an account open one case',
  sql: [TABLES, keptApart('access_codes')].join('\n'),
};
