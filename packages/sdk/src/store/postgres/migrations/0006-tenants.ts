import { type Migration, keptApart } from './migration.js';

// What an organisation sets for itself, as ciphertext: older settings stay, with who set them. And its own keys, wrapped.
const TABLES = `
CREATE TABLE msp.tenant_keys (
  tenant text COLLATE "C" NOT NULL CHECK (tenant <> ''),
  name text COLLATE "C" NOT NULL CHECK (name <> ''),
  wrapped text NOT NULL CHECK (wrapped <> ''),
  PRIMARY KEY (tenant, name)
);
CREATE TABLE msp.settings (
  tenant text COLLATE "C" NOT NULL CHECK (tenant <> ''),
  version integer NOT NULL CHECK (version >= 1),
  words text NOT NULL,
  subject text NOT NULL,
  at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (tenant, version)
);
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON msp.settings
  FOR EACH ROW EXECUTE FUNCTION msp.refuse_change();
CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON msp.settings
  FOR EACH STATEMENT EXECUTE FUNCTION msp.refuse_change();

GRANT SELECT, INSERT ON msp.tenant_keys, msp.settings TO msp_app;
GRANT UPDATE (wrapped) ON msp.tenant_keys TO msp_app;
`;

export const tenants: Migration = {
  version: 6,
  name: 'what an organisation sets for itself, and its own keys',
  sql: [TABLES, ...['tenant_keys', 'settings'].map(keptApart)].join('\n'),
};
