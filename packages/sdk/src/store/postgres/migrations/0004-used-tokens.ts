import type { Migration } from './migration.js';

const TABLES = `
CREATE TABLE msp.used_tokens (
  tenant text COLLATE "C" NOT NULL CHECK (tenant <> ''),
  token_id text COLLATE "C" NOT NULL CHECK (token_id <> ''),
  used_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (tenant, token_id)
);
ALTER TABLE msp.used_tokens ENABLE ROW LEVEL SECURITY;
ALTER TABLE msp.used_tokens FORCE ROW LEVEL SECURITY;
CREATE POLICY one_tenant ON msp.used_tokens
  USING (tenant = current_setting('msp.tenant', true))
  WITH CHECK (tenant = current_setting('msp.tenant', true));
GRANT SELECT, INSERT ON msp.used_tokens TO msp_app;
`;

export const usedTokens: Migration = { version: 4, name: 'tokens that are good for one concern', sql: TABLES };
