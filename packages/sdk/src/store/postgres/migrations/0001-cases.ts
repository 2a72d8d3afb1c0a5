import type { Migration } from './migration.js';

/** Every table but the list of migrations: its rows belong each to one tenant. */
const TENANT_TABLES = ['cases', 'events', 'answers', 'audit'];

const apart = (table: string): string => `
ALTER TABLE msp.${table} ENABLE ROW LEVEL SECURITY;
ALTER TABLE msp.${table} FORCE ROW LEVEL SECURITY;
CREATE POLICY one_tenant ON msp.${table}
  USING (tenant = current_setting('msp.tenant', true))
  WITH CHECK (tenant = current_setting('msp.tenant', true));
`;

const appendOnly = (table: string): string => `
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON msp.${table}
  FOR EACH ROW EXECUTE FUNCTION msp.refuse_change();
CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON msp.${table}
  FOR EACH STATEMENT EXECUTE FUNCTION msp.refuse_change();
`;

const ROLE = `
DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'msp_app') THEN
    CREATE ROLE msp_app NOLOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOINHERIT NOREPLICATION NOBYPASSRLS;
  END IF;
EXCEPTION WHEN duplicate_object OR unique_violation THEN
  NULL; -- another database of this server was prepared at the same moment
END $$;
DO $$
BEGIN
  IF NOT pg_has_role(current_user, 'msp_app', 'MEMBER') THEN
    EXECUTE format('GRANT msp_app TO %I', current_user);
  END IF;
END $$;
`;

// Instants of events are text: an offset is kept as it was written. What people wrote is in events.data alone.
const TABLES = `
CREATE TABLE msp.cases (
  tenant text COLLATE "C" NOT NULL CHECK (tenant <> ''),
  case_id text COLLATE "C" NOT NULL CHECK (case_id <> ''),
  reference text COLLATE "C" NOT NULL CHECK (reference <> ''),
  version integer NOT NULL CHECK (version >= 1),
  stage text NOT NULL,
  danger boolean NOT NULL,
  raised_at timestamptz NOT NULL,
  last_event_at timestamptz NOT NULL,
  PRIMARY KEY (tenant, case_id),
  UNIQUE (tenant, reference)
);
CREATE INDEX cases_newest_first ON msp.cases (tenant, raised_at DESC, case_id DESC);

CREATE TABLE msp.events (
  tenant text COLLATE "C" NOT NULL,
  case_id text COLLATE "C" NOT NULL,
  sequence integer NOT NULL CHECK (sequence >= 1),
  event_id text COLLATE "C" NOT NULL,
  type text NOT NULL,
  at text NOT NULL,
  by_id text NOT NULL,
  by_role text NOT NULL,
  by_organisation text NOT NULL,
  data jsonb,
  recorded_at text NOT NULL,
  hash text,
  PRIMARY KEY (tenant, case_id, sequence),
  UNIQUE (tenant, event_id),
  FOREIGN KEY (tenant, case_id) REFERENCES msp.cases (tenant, case_id)
);

CREATE TABLE msp.answers (
  tenant text COLLATE "C" NOT NULL,
  subject text COLLATE "C" NOT NULL,
  key text COLLATE "C" NOT NULL,
  request_hash text NOT NULL,
  response json NOT NULL,
  given_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (tenant, subject, key)
);

CREATE TABLE msp.audit (
  tenant text COLLATE "C" NOT NULL,
  entry bigint GENERATED ALWAYS AS IDENTITY,
  at timestamptz NOT NULL DEFAULT now(),
  subject text NOT NULL,
  action text NOT NULL,
  case_id text COLLATE "C" NOT NULL,
  version integer NOT NULL,
  PRIMARY KEY (tenant, entry),
  FOREIGN KEY (tenant, case_id) REFERENCES msp.cases (tenant, case_id)
);
`;

const REFUSE_CHANGE = `
CREATE FUNCTION msp.refuse_change() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  RAISE EXCEPTION 'rows of this table are never changed and never removed' USING ERRCODE = 'MSP02';
END $$;
`;

// Locks are always taken in this order, so that two appends never wait for each other: the key, the case, its events.
// Every outcome but 'ok' must be rolled back by the caller.
const APPEND = `
CREATE FUNCTION msp.append(
  p_case_id text, p_expected integer, p_events jsonb,
  p_subject text, p_key text, p_request_hash text, p_response json,
  p_reference text, p_stage text, p_danger boolean, p_raised_at timestamptz, p_last_event_at timestamptz,
  OUT outcome text, OUT version integer, OUT request_hash text, OUT response json, OUT last_at text, OUT last_role text
) LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  v_tenant CONSTANT text := current_setting('msp.tenant');
  v_version CONSTANT integer := p_expected + jsonb_array_length(p_events);
BEGIN
  IF 'off' IN (current_setting('fsync'), current_setting('synchronous_commit'), current_setting('full_page_writes')) THEN
    RAISE EXCEPTION 'unsafe settings' USING ERRCODE = 'MSP01';
  END IF;

  INSERT INTO msp.answers AS a (tenant, subject, key, request_hash, response)
    VALUES (v_tenant, p_subject, p_key, p_request_hash, p_response) ON CONFLICT DO NOTHING;
  IF NOT FOUND THEN
    SELECT a.request_hash, a.response INTO STRICT request_hash, response
      FROM msp.answers a WHERE a.tenant = v_tenant AND a.subject = p_subject AND a.key = p_key;
    outcome := 'already-answered';
    RETURN;
  END IF;

  IF p_expected = 0 THEN
    INSERT INTO msp.cases (tenant, case_id, reference, version, stage, danger, raised_at, last_event_at)
      VALUES (v_tenant, p_case_id, p_reference, v_version, p_stage, p_danger, p_raised_at, p_last_event_at)
      ON CONFLICT DO NOTHING;
  ELSE
    UPDATE msp.cases c SET version = v_version, stage = p_stage, danger = p_danger, last_event_at = p_last_event_at
      WHERE c.tenant = v_tenant AND c.case_id = p_case_id AND c.version = p_expected;
  END IF;
  IF NOT FOUND THEN
    SELECT e.sequence, e.recorded_at, e.by_role INTO version, last_at, last_role
      FROM msp.events e WHERE e.tenant = v_tenant AND e.case_id = p_case_id ORDER BY e.sequence DESC LIMIT 1;
    outcome := CASE WHEN p_expected = 0 AND version IS NULL THEN 'reference-taken' ELSE 'version-conflict' END;
    version := coalesce(version, 0);
    RETURN;
  END IF;

  INSERT INTO msp.events (tenant, case_id, sequence, event_id, type, at, by_id, by_role, by_organisation, data, recorded_at, hash)
    SELECT v_tenant, p_case_id, (e ->> 'sequence')::integer, e ->> 'id', e ->> 'type', e ->> 'at',
      e #>> '{by,id}', e #>> '{by,role}', e #>> '{by,organisation}', e -> 'data', e ->> 'recordedAt', e ->> 'hash'
    FROM jsonb_array_elements(p_events) AS e;
  INSERT INTO msp.audit (tenant, subject, action, case_id, version)
    VALUES (v_tenant, p_subject, 'append', p_case_id, v_version);
  outcome := 'ok';
  version := v_version;
END $$;
`;

const GRANTS = `
REVOKE ALL ON ALL FUNCTIONS IN SCHEMA msp FROM PUBLIC;
GRANT USAGE ON SCHEMA msp TO msp_app;
GRANT SELECT, INSERT ON msp.cases, msp.events, msp.answers TO msp_app;
GRANT UPDATE (version, stage, danger, last_event_at) ON msp.cases TO msp_app;
GRANT INSERT ON msp.audit TO msp_app;
GRANT SELECT ON msp.migrations TO msp_app;
GRANT EXECUTE ON FUNCTION msp.append TO msp_app;
`;

export const cases: Migration = {
  version: 1,
  name: 'cases, events, answers and audit, each tenant apart',
  sql: [
    ROLE,
    TABLES,
    ...TENANT_TABLES.map(apart),
    REFUSE_CHANGE,
    ...['events', 'audit'].map(appendOnly),
    APPEND,
    GRANTS,
  ].join('\n'),
};
