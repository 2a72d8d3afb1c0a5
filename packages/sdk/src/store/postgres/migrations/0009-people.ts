import { type Migration, keptApart } from './migration.js';

// Keyed hashes by which cases about one person find one another, and which of them somebody said are not.
const TABLES = `
CREATE TABLE msp.person_marks (
  tenant text COLLATE "C" NOT NULL CHECK (tenant <> ''),
  mark text COLLATE "C" NOT NULL CHECK (mark <> ''),
  case_id text COLLATE "C" NOT NULL,
  kind text NOT NULL,
  PRIMARY KEY (tenant, mark, case_id),
  FOREIGN KEY (tenant, case_id) REFERENCES msp.cases (tenant, case_id)
);
CREATE INDEX marks_of_a_case ON msp.person_marks (tenant, case_id);
CREATE TABLE msp.not_same_person (
  tenant text COLLATE "C" NOT NULL CHECK (tenant <> ''),
  case_id text COLLATE "C" NOT NULL,
  other_id text COLLATE "C" NOT NULL,
  PRIMARY KEY (tenant, case_id, other_id),
  CHECK (case_id < other_id),
  FOREIGN KEY (tenant, case_id) REFERENCES msp.cases (tenant, case_id),
  FOREIGN KEY (tenant, other_id) REFERENCES msp.cases (tenant, case_id)
);

GRANT SELECT, INSERT, DELETE ON msp.person_marks TO msp_app;
GRANT SELECT, INSERT ON msp.not_same_person TO msp_app;
`;

export const people: Migration = {
  version: 9,
  name: 'marks by which cases about one person find one another',
  sql: [TABLES, ...['person_marks', 'not_same_person'].map(keptApart)].join('\n'),
};
