-- What stands beside the numbers: who may read them from outside, where they come from, and what may be compared.

CREATE INDEX definitions_made_from ON definitions (made_from) WHERE made_from IS NOT NULL;

-- Why a definition is no longer for new series.
ALTER TABLE definitions ADD COLUMN retired_reason text NOT NULL DEFAULT '';

-- A measure for improvement never becomes one for judgement: whoever began it was promised that.
CREATE FUNCTION series_purpose_stays() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the purpose of a series does not change' USING ERRCODE = 'check_violation';
END $$;
CREATE TRIGGER series_purpose_stays BEFORE UPDATE OF purpose ON series
  FOR EACH ROW WHEN (NEW.purpose IS DISTINCT FROM OLD.purpose) EXECUTE FUNCTION series_purpose_stays();

-- All that may stand beside other places' numbers. Whatever compares places reads from here and nowhere else, so
-- that what a team measures to improve cannot enter.
CREATE VIEW comparable_series AS
  SELECT * FROM series WHERE purpose = 'judgement' AND closed_at IS NULL;

-- A picture of a chart in somebody else's page, under a signed address that can be taken back.
CREATE TABLE series_embeds (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  series_id uuid NOT NULL REFERENCES series ON DELETE CASCADE,
  place text NOT NULL DEFAULT '',
  created_by uuid REFERENCES users,
  created_at timestamptz NOT NULL,
  revoked_at timestamptz
);
CREATE INDEX series_embeds_by_series ON series_embeds (series_id);

-- A program's key. Only its digest is kept; it opens the series that it names and no other.
CREATE TABLE api_tokens (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  user_id uuid NOT NULL REFERENCES users ON DELETE CASCADE,
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
  digest bytea NOT NULL UNIQUE,
  scope text NOT NULL CHECK (scope IN ('read', 'write')),
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  last_used_at timestamptz,
  revoked_at timestamptz
);
CREATE INDEX api_tokens_by_user ON api_tokens (user_id, created_at DESC);

CREATE TABLE api_token_series (
  token_id uuid NOT NULL REFERENCES api_tokens ON DELETE CASCADE,
  series_id uuid NOT NULL REFERENCES series ON DELETE CASCADE,
  PRIMARY KEY (token_id, series_id)
);
CREATE INDEX api_token_series_by_series ON api_token_series (series_id);

-- Published monthly files in long format: which of their codes is which body, and which of their measures is
-- which definition, said once and kept.
CREATE TABLE feeds (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  name text NOT NULL UNIQUE CHECK (length(name) BETWEEN 2 AND 100),
  created_by uuid REFERENCES users,
  created_at timestamptz NOT NULL
);

CREATE TABLE feed_codes (
  feed_id uuid NOT NULL REFERENCES feeds ON DELETE CASCADE,
  code text NOT NULL,
  -- None: this code is known, and is nobody here.
  body_id uuid REFERENCES bodies,
  PRIMARY KEY (feed_id, code)
);

CREATE TABLE feed_measures (
  feed_id uuid NOT NULL REFERENCES feeds ON DELETE CASCADE,
  measure text NOT NULL,
  definition_id uuid REFERENCES definitions,
  PRIMARY KEY (feed_id, measure)
);

-- Rows of a file while it is being looked at and merged. Lost with the server: the file is still there.
CREATE UNLOGGED TABLE feed_rows (
  load_id uuid NOT NULL,
  line integer NOT NULL,
  period date NOT NULL,
  code text NOT NULL,
  measure text NOT NULL,
  value double precision,
  numerator double precision,
  denominator double precision
);
CREATE INDEX feed_rows_by_load ON feed_rows (load_id);
