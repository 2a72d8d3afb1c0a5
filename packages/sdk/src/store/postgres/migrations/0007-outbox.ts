import { type Migration, keptApart } from './migration.js';

// Messages that are to leave the house: ids and codes, written in the transaction of the event that they tell of.
const TABLES = `
CREATE TABLE msp.outbox (
  tenant text COLLATE "C" NOT NULL CHECK (tenant <> ''),
  message_id text COLLATE "C" NOT NULL CHECK (message_id <> ''),
  endpoint text COLLATE "C" NOT NULL CHECK (endpoint <> ''),
  case_id text COLLATE "C" NOT NULL,
  body json NOT NULL,
  state text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'delivered', 'dead')),
  attempts integer NOT NULL DEFAULT 0,
  due_at timestamptz NOT NULL,
  last_status integer,
  written_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (tenant, message_id, endpoint),
  FOREIGN KEY (tenant, case_id) REFERENCES msp.cases (tenant, case_id)
);
CREATE INDEX outbox_due ON msp.outbox (tenant, due_at) WHERE state = 'waiting';
CREATE INDEX outbox_newest_first ON msp.outbox (tenant, state, written_at DESC);

GRANT SELECT, INSERT, UPDATE (state, attempts, due_at, last_status) ON msp.outbox TO msp_app;
`;

export const outbox: Migration = {
  version: 7,
  name: 'messages that are to leave the house',
  sql: [TABLES, keptApart('outbox')].join('\n'),
};
