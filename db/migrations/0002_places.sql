-- Bodies are data: every level of the nation, every area of support, and what became of each.
CREATE TABLE body_kinds (
  kind text PRIMARY KEY,
  label text NOT NULL,
  plural text NOT NULL,
  -- Where it stands: the tree (nation, region, system, organisation, team), an overlapping area of
  -- support, or a national body.
  tier text NOT NULL CHECK (tier IN ('nation', 'region', 'system', 'organisation', 'team', 'area', 'national-body')),
  position integer NOT NULL UNIQUE
);

INSERT INTO body_kinds (kind, label, plural, tier, position) VALUES
  ('nation', 'Nation', 'Nations', 'nation', 10),
  ('national-body', 'National body', 'National bodies', 'national-body', 20),
  ('region', 'Region', 'Regions', 'region', 30),
  ('local-system', 'Local system', 'Local systems', 'system', 40),
  ('acute-trust', 'Acute hospital trust', 'Acute hospital trusts', 'organisation', 110),
  ('specialist-trust', 'Specialist hospital trust', 'Specialist hospital trusts', 'organisation', 120),
  ('mental-health-trust', 'Mental health trust', 'Mental health trusts', 'organisation', 130),
  ('community-trust', 'Community health trust', 'Community health trusts', 'organisation', 140),
  ('ambulance-trust', 'Ambulance trust', 'Ambulance trusts', 'organisation', 150),
  ('clinical-commissioning-group', 'Clinical commissioning group', 'Clinical commissioning groups', 'organisation', 160),
  ('gp-practice', 'GP practice', 'GP practices', 'organisation', 170),
  ('council', 'Council', 'Councils', 'organisation', 180),
  ('care-home', 'Care home', 'Care homes', 'organisation', 190),
  ('voluntary-body', 'Voluntary body', 'Voluntary bodies', 'organisation', 200),
  ('team', 'Team', 'Teams', 'team', 310),
  ('ward', 'Ward', 'Wards', 'team', 320),
  ('ahsn', 'Academic health science network', 'Academic health science networks', 'area', 410),
  ('leadership-academy', 'Local leadership academy', 'Local leadership academies', 'area', 420),
  ('clinical-network', 'Clinical network', 'Clinical networks', 'area', 430),
  ('clinical-senate', 'Clinical senate', 'Clinical senates', 'area', 440);

CREATE TABLE bodies (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  kind text NOT NULL REFERENCES body_kinds,
  -- Never used twice, not even after the body has closed.
  code text NOT NULL UNIQUE CHECK (code ~ '^[A-Z0-9][A-Z0-9-]{0,19}$'),
  name text NOT NULL CHECK (length(name) BETWEEN 2 AND 200),
  parent_id uuid REFERENCES bodies,
  -- From the parent up to the nation; kept by a trigger, so that "below this body" is one index look-up.
  ancestors uuid[] NOT NULL DEFAULT '{}',
  -- For clinical networks: the field of care that the network is for.
  topic text,
  purpose text NOT NULL DEFAULT '',
  not_for text NOT NULL DEFAULT '',
  funded_by text NOT NULL DEFAULT '',
  accountable_to text NOT NULL DEFAULT '',
  address text NOT NULL DEFAULT '',
  town text NOT NULL DEFAULT '',
  postcode text NOT NULL DEFAULT '',
  postcode_district text GENERATED ALWAYS AS (split_part(postcode, ' ', 1)) STORED,
  contact_name text NOT NULL DEFAULT '',
  contact_email text NOT NULL DEFAULT '',
  contact_phone text NOT NULL DEFAULT '',
  website text NOT NULL DEFAULT '',
  opened_on date,
  closed_on date,
  successor_id uuid REFERENCES bodies,
  version integer NOT NULL DEFAULT 1,
  -- The words of name, code, town, postcode and every former name, for the forgiving search.
  search_text text NOT NULL DEFAULT '',
  CHECK (closed_on IS NULL OR opened_on IS NULL OR closed_on >= opened_on),
  CHECK (successor_id IS NULL OR (successor_id <> id AND closed_on IS NOT NULL)),
  CHECK (parent_id IS NULL OR parent_id <> id)
);
CREATE INDEX bodies_by_parent ON bodies (parent_id, kind, name);
CREATE INDEX bodies_by_kind ON bodies (kind, name);
-- What is counted by kind below a region or the nation is read from here alone.
CREATE INDEX bodies_open ON bodies (kind) INCLUDE (parent_id, ancestors) WHERE closed_on IS NULL;
CREATE INDEX bodies_by_name ON bodies ((closed_on IS NOT NULL), name);
CREATE INDEX bodies_by_ancestor ON bodies USING gin (ancestors);
CREATE INDEX bodies_by_successor ON bodies (successor_id) WHERE successor_id IS NOT NULL;
CREATE INDEX bodies_by_search ON bodies USING gin (search_text gin_trgm_ops);
CREATE INDEX bodies_by_district ON bodies (postcode_district);

-- What a body was called before, and until when.
CREATE TABLE former_names (
  body_id uuid NOT NULL REFERENCES bodies ON DELETE CASCADE,
  name text NOT NULL,
  until date NOT NULL,
  PRIMARY KEY (body_id, name, until)
);

-- Areas of support overlap and do not nest: an organisation sits in several at once.
CREATE TABLE area_members (
  body_id uuid NOT NULL REFERENCES bodies ON DELETE CASCADE,
  area_id uuid NOT NULL REFERENCES bodies ON DELETE CASCADE,
  since date,
  PRIMARY KEY (body_id, area_id)
);
CREATE INDEX area_members_by_area ON area_members (area_id, body_id);

-- The words that a search compares: lower case, no accents or apostrophes, a space before each word.
CREATE FUNCTION search_words(text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT regexp_replace(regexp_replace(lower(' ' || normalize($1, NFKD)), '[''’`\u0300-\u036f]', '', 'g'),
    '[^a-z0-9]+', ' ', 'g')
$$;

-- Locks the parent until the commit, so that no lineage is worked out from a parent that is just moving.
CREATE FUNCTION body_lineage(parent uuid) RETURNS uuid[]
LANGUAGE sql AS $$
  SELECT parent || b.ancestors FROM bodies b WHERE b.id = parent FOR SHARE
$$;

CREATE FUNCTION bodies_prepare() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  NEW.ancestors := CASE WHEN NEW.parent_id IS NULL THEN '{}' ELSE coalesce(body_lineage(NEW.parent_id), '{}') END;
  IF NEW.id = ANY (NEW.ancestors) THEN
    RAISE EXCEPTION 'A body cannot stand below itself.' USING ERRCODE = 'check_violation';
  END IF;
  NEW.search_text := search_words(concat_ws(' ', NEW.name, NEW.code, NEW.town, NEW.postcode,
    (SELECT string_agg(f.name, ' ') FROM former_names f WHERE f.body_id = NEW.id)));
  RETURN NEW;
END $$;

CREATE TRIGGER bodies_prepare BEFORE INSERT OR UPDATE OF parent_id, name, code, town, postcode, search_text ON bodies
  FOR EACH ROW EXECUTE FUNCTION bodies_prepare();

CREATE FUNCTION bodies_moved() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  -- Touching the parent of each child makes its own lineage be worked out again, and so on down.
  UPDATE bodies SET parent_id = parent_id WHERE parent_id = NEW.id;
  RETURN NULL;
END $$;

CREATE TRIGGER bodies_moved AFTER UPDATE OF parent_id ON bodies
  FOR EACH ROW WHEN (OLD.ancestors IS DISTINCT FROM NEW.ancestors) EXECUTE FUNCTION bodies_moved();

CREATE FUNCTION former_names_changed() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  UPDATE bodies SET search_text = '' WHERE id = coalesce(NEW.body_id, OLD.body_id);
  RETURN NULL;
END $$;

CREATE TRIGGER former_names_changed AFTER INSERT OR UPDATE OR DELETE ON former_names
  FOR EACH ROW EXECUTE FUNCTION former_names_changed();

-- What stands today where this body stood: its successor's successor, and so on to the last.
CREATE FUNCTION body_heir(body uuid) RETURNS uuid
LANGUAGE sql STABLE PARALLEL SAFE AS $$
  WITH RECURSIVE line (id, successor_id, step) AS (
    SELECT b.id, b.successor_id, 0 FROM bodies b WHERE b.id = body
    UNION ALL
    SELECT b.id, b.successor_id, l.step + 1 FROM line l JOIN bodies b ON b.id = l.successor_id WHERE l.step < 50
  )
  SELECT l.id FROM line l ORDER BY l.step DESC LIMIT 1
$$;

-- Codes of the teams and wards that are added here and have none from elsewhere.
CREATE SEQUENCE team_codes START 1001;

-- A file of organisations between its dry run and its confirmation, so that any web process can confirm it.
-- It is kept for 30 days as the evidence of what was loaded, and then removed by the next upload.
CREATE TABLE body_imports (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  uploaded_by uuid NOT NULL,
  text text NOT NULL,
  at timestamptz NOT NULL,
  applied_at timestamptz
);
CREATE INDEX body_imports_by_age ON body_imports (at);
