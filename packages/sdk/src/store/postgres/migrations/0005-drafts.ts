import type { Migration } from './migration.js';

// What somebody began to write: ciphertext that only the code they were given opens, under a hash of that code. Kept for days.
const TABLES = `
CREATE TABLE msp.drafts (
  tenant text COLLATE "C" NOT NULL CHECK (tenant <> ''),
  draft_id text COLLATE "C" NOT NULL CHECK (draft_id <> ''),
  words text NOT NULL,
  expires_at timestamptz NOT NULL,
  PRIMARY KEY (tenant, draft_id)
);
CREATE INDEX drafts_expiry ON msp.drafts (tenant, expires_at);
ALTER TABLE msp.drafts ENABLE ROW LEVEL SECURITY;
ALTER TABLE msp.drafts FORCE ROW LEVEL SECURITY;
CREATE POLICY one_tenant ON msp.drafts
  USING (tenant = current_setting('msp.tenant', true))
  WITH CHECK (tenant = current_setting('msp.tenant', true));
GRANT SELECT, INSERT, DELETE, UPDATE (words, expires_at) ON msp.drafts TO msp_app;
`;

export const drafts: Migration = { version: 5, name: 'drafts, kept for days', sql: TABLES };
