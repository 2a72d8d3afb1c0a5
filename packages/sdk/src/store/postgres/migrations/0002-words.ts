import type { Migration } from './migration.js';

// What people wrote leaves events.data for events.words, which is ciphertext. Its key is in a table of its own, wrapped, and is the
// one thing that is ever deleted: without it nobody reads those words again, in any copy of the events.
const TABLES = `
ALTER TABLE msp.events ADD COLUMN v integer, ADD COLUMN seal jsonb, ADD COLUMN words text;

CREATE TABLE msp.case_keys (
  tenant text COLLATE "C" NOT NULL,
  case_id text COLLATE "C" NOT NULL,
  wrapped text NOT NULL CHECK (wrapped <> ''),
  PRIMARY KEY (tenant, case_id),
  FOREIGN KEY (tenant, case_id) REFERENCES msp.cases (tenant, case_id)
);
CREATE INDEX audit_of_a_case ON msp.audit (tenant, case_id, entry DESC);

ALTER TABLE msp.case_keys ENABLE ROW LEVEL SECURITY;
ALTER TABLE msp.case_keys FORCE ROW LEVEL SECURITY;
CREATE POLICY one_tenant ON msp.case_keys
  USING (tenant = current_setting('msp.tenant', true))
  WITH CHECK (tenant = current_setting('msp.tenant', true));
`;

// Locks are taken in the order of before, then the key of the case: shared by those who write, alone by whoever erases.
const APPEND = `
DROP FUNCTION msp.append;
CREATE FUNCTION msp.append(
  p_case_id text, p_expected integer, p_events jsonb,
  p_subject text, p_key text, p_request_hash text, p_response json,
  p_reference text, p_stage text, p_danger boolean, p_raised_at timestamptz, p_last_event_at timestamptz,
  p_case_key text, p_case_key_is_new boolean,
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

  IF p_case_key_is_new THEN
    INSERT INTO msp.case_keys (tenant, case_id, wrapped) VALUES (v_tenant, p_case_id, p_case_key) ON CONFLICT DO NOTHING;
  ELSIF p_case_key IS NOT NULL THEN
    PERFORM FROM msp.case_keys k WHERE k.tenant = v_tenant AND k.case_id = p_case_id AND k.wrapped = p_case_key FOR SHARE;
  END IF;
  IF p_case_key IS NOT NULL AND NOT FOUND THEN
    SELECT e.sequence, e.recorded_at, e.by_role INTO version, last_at, last_role
      FROM msp.events e WHERE e.tenant = v_tenant AND e.case_id = p_case_id ORDER BY e.sequence DESC LIMIT 1;
    outcome := 'version-conflict';
    version := coalesce(version, 0);
    RETURN;
  END IF;

  INSERT INTO msp.events (tenant, case_id, sequence, event_id, type, at, by_id, by_role, by_organisation, data, recorded_at,
      hash, v, seal, words)
    SELECT v_tenant, p_case_id, (e ->> 'sequence')::integer, e ->> 'id', e ->> 'type', e ->> 'at',
      e #>> '{by,id}', e #>> '{by,role}', e #>> '{by,organisation}', e -> 'data', e ->> 'recordedAt',
      e ->> 'hash', (e ->> 'v')::integer, e -> 'seal', e ->> 'words'
    FROM jsonb_array_elements(p_events) AS e;
  INSERT INTO msp.audit (tenant, subject, action, case_id, version)
    VALUES (v_tenant, p_subject, 'append', p_case_id, v_version);
  outcome := 'ok';
  version := v_version;
END $$;
`;

const ERASE = `
CREATE FUNCTION msp.erase_words(p_case_id text, p_subject text) RETURNS boolean
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  v_tenant CONSTANT text := current_setting('msp.tenant');
BEGIN
  DELETE FROM msp.case_keys k WHERE k.tenant = v_tenant AND k.case_id = p_case_id;
  IF NOT FOUND THEN
    RETURN false;
  END IF;
  INSERT INTO msp.audit (tenant, subject, action, case_id, version)
    SELECT v_tenant, p_subject, 'erase-words', c.case_id, c.version
    FROM msp.cases c WHERE c.tenant = v_tenant AND c.case_id = p_case_id;
  RETURN true;
END $$;
`;

const GRANTS = `
REVOKE ALL ON ALL FUNCTIONS IN SCHEMA msp FROM PUBLIC;
GRANT SELECT, INSERT, DELETE, UPDATE (wrapped) ON msp.case_keys TO msp_app;
GRANT SELECT ON msp.audit TO msp_app;
GRANT EXECUTE ON FUNCTION msp.append, msp.erase_words TO msp_app;
`;

export const words: Migration = {
  version: 2,
  name: 'what people wrote, encrypted with a key of its case; and who read it',
  sql: [TABLES, APPEND, ERASE, GRANTS].join('\n'),
};
