-- The ground: who the program is to the database, the audit, and what makes a form safe to send twice.
CREATE EXTENSION IF NOT EXISTS pg_trgm;

DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'throughline_app') THEN
    CREATE ROLE throughline_app NOLOGIN;
  END IF;
END $$;

-- The owner may act as the application, which is how one DATABASE_URL serves both. Where the two sign in
-- separately the owner may not be allowed to grant this, and does not need it.
DO $$
BEGIN
  EXECUTE format('GRANT throughline_app TO %I', current_user);
EXCEPTION WHEN insufficient_privilege THEN
  NULL;
END $$;

GRANT USAGE ON SCHEMA public TO throughline_app;
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO throughline_app;
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT USAGE ON SEQUENCES TO throughline_app;
REVOKE CREATE ON SCHEMA public FROM PUBLIC;

-- Small facts about this database: which seed filled it, its own secret, when it was last backed up.
CREATE TABLE facts (
  name text PRIMARY KEY,
  value jsonb NOT NULL,
  at timestamptz NOT NULL DEFAULT now()
);

-- One row for each form that was sent. The work and this row commit together, so a second sending
-- of the same form finds the first one's answer instead of doing the work again.
CREATE TABLE submissions (
  actor_id uuid NOT NULL,
  key uuid NOT NULL,
  digest bytea NOT NULL,
  result jsonb,
  at timestamptz NOT NULL,
  PRIMARY KEY (actor_id, key)
);
CREATE INDEX submissions_by_age ON submissions (at);

-- Counted guesses, shared by every web process.
CREATE TABLE rate_limits (
  key text PRIMARY KEY,
  -- When each was made: no more of them are kept than are allowed.
  attempts timestamptz[] NOT NULL,
  last_at timestamptz NOT NULL
);
CREATE INDEX rate_limits_by_age ON rate_limits (last_at);

-- Mail waiting to go. The key makes sending happen once, however often a worker is killed.
CREATE TABLE mails (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  key text NOT NULL UNIQUE,
  recipient text NOT NULL,
  subject text NOT NULL,
  body text NOT NULL,
  written_at timestamptz NOT NULL,
  sent_at timestamptz,
  attempts integer NOT NULL DEFAULT 0
);
CREATE INDEX mails_unsent ON mails (written_at) WHERE sent_at IS NULL;
CREATE INDEX mails_by_recipient ON mails (recipient, written_at DESC);

-- Audit: one chain for each body (and one for the platform, all zeros). Each entry's hash covers the
-- entry and the hash before it. Entries hold ids and digests, never personal values, so that erasing a
-- person leaves the chain whole.
CREATE TABLE audit_chains (
  chain uuid PRIMARY KEY,
  seq bigint NOT NULL,
  hash bytea NOT NULL
);

CREATE TABLE audit_entries (
  chain uuid NOT NULL,
  seq bigint NOT NULL,
  at timestamptz NOT NULL,
  actor_id uuid,
  action text NOT NULL,
  thing_kind text NOT NULL,
  thing_id text NOT NULL,
  request_id text NOT NULL,
  detail jsonb NOT NULL,
  hash bytea NOT NULL,
  PRIMARY KEY (chain, seq)
);
CREATE INDEX audit_entries_by_thing ON audit_entries (thing_kind, thing_id, at);
CREATE INDEX audit_entries_by_actor ON audit_entries (actor_id, at);

CREATE FUNCTION audit_hash(previous bytea, entry audit_entries) RETURNS bytea
LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT sha256(previous || convert_to(jsonb_build_array(
    entry.chain, entry.seq, to_char(entry.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'),
    entry.actor_id, entry.action, entry.thing_kind, entry.thing_id, entry.request_id, entry.detail
  )::text, 'UTF8'))
$$;

-- The only way in: the application may read the audit and call this, and nothing more.
CREATE FUNCTION audit_append(
  in_chain uuid, in_at timestamptz, in_actor uuid, in_action text,
  in_kind text, in_thing text, in_request text, in_detail jsonb
) RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE
  head audit_chains;
  entry audit_entries;
BEGIN
  INSERT INTO audit_chains AS c (chain, seq, hash) VALUES (in_chain, 1, '\x')
    ON CONFLICT (chain) DO UPDATE SET seq = c.seq + 1
    RETURNING c.* INTO head;
  entry.chain := in_chain;
  entry.seq := head.seq;
  entry.at := in_at;
  entry.actor_id := in_actor;
  entry.action := in_action;
  entry.thing_kind := in_kind;
  entry.thing_id := in_thing;
  entry.request_id := in_request;
  entry.detail := in_detail;
  entry.hash := audit_hash(head.hash, entry);
  INSERT INTO audit_entries SELECT entry.*;
  UPDATE audit_chains SET hash = entry.hash WHERE chain = in_chain;
  RETURN head.seq;
END $$;

-- Even the owner has to take this trigger off first, which leaves a mark in the log.
CREATE FUNCTION audit_is_append_only() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'The audit is append-only.';
END $$;

CREATE TRIGGER audit_entries_append_only
  BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_entries
  FOR EACH STATEMENT EXECUTE FUNCTION audit_is_append_only();

REVOKE ALL ON audit_entries, audit_chains FROM throughline_app;
GRANT SELECT ON audit_entries, audit_chains TO throughline_app;
REVOKE ALL ON FUNCTION audit_append FROM PUBLIC;
GRANT EXECUTE ON FUNCTION audit_append TO throughline_app;
