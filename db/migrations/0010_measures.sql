-- Measures: what is measured (definitions, in versions), where (series), the numbers (points), and how they
-- are looked at (analyses, in versions). A series belongs to a place and a group, and feeds whoever may see it.
CREATE TABLE definitions (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  -- Whose it is: the body that keeps it, or nobody's in particular.
  body_id uuid REFERENCES bodies,
  -- In the shared catalogue, for everybody to make a series from.
  shared boolean NOT NULL DEFAULT false,
  -- The shared definition and version that a local one was made from.
  made_from uuid REFERENCES definitions,
  made_from_version integer,
  version integer NOT NULL DEFAULT 1,
  owner_id uuid REFERENCES users,
  retired_at timestamptz,
  search_text text NOT NULL DEFAULT '',
  created_by uuid REFERENCES users,
  created_at timestamptz NOT NULL,
  CHECK ((made_from IS NULL) = (made_from_version IS NULL))
);
CREATE INDEX definitions_shared ON definitions (created_at DESC) WHERE shared AND retired_at IS NULL;
CREATE INDEX definitions_by_body ON definitions (body_id);
CREATE INDEX definitions_by_search ON definitions USING gin (search_text gin_trgm_ops) WHERE shared;

CREATE TABLE definition_versions (
  definition_id uuid NOT NULL REFERENCES definitions ON DELETE CASCADE,
  version integer NOT NULL,
  name text NOT NULL CHECK (length(name) BETWEEN 2 AND 200),
  why text NOT NULL DEFAULT '',
  kind text NOT NULL CHECK (kind IN ('outcome', 'process', 'balancing')),
  operational text NOT NULL DEFAULT '',
  -- Both or neither: a measure with a denominator is entered as two numbers.
  numerator text NOT NULL DEFAULT '',
  denominator text NOT NULL DEFAULT '',
  -- How the data arise, which decides the charts that fit: one value a period, so many out of so many,
  -- events over an exposure, events alone, or the gap between rare events.
  form text NOT NULL CHECK (form IN ('value', 'proportion', 'rate', 'count', 'time-between', 'cases-between')),
  multiplier double precision NOT NULL DEFAULT 1 CHECK (multiplier > 0),
  unit text NOT NULL DEFAULT '',
  better text NOT NULL CHECK (better IN ('higher', 'lower', 'neither')),
  frequency text NOT NULL CHECK (frequency IN ('day', 'week', 'fortnight', 'month', 'quarter', 'year', 'event')),
  collector text NOT NULL DEFAULT '',
  minutes_per_point double precision NOT NULL DEFAULT 0 CHECK (minutes_per_point >= 0),
  source text NOT NULL DEFAULT '',
  purpose text NOT NULL CHECK (purpose IN ('improvement', 'judgement')),
  -- The law or contract that asks for it, which only a measure for judgement has, and must have.
  authority text NOT NULL DEFAULT '',
  topic text NOT NULL DEFAULT '',
  review_on date,
  reason text NOT NULL DEFAULT '',
  written_by uuid REFERENCES users,
  written_at timestamptz NOT NULL,
  PRIMARY KEY (definition_id, version),
  CHECK ((purpose = 'judgement') = (authority <> '')),
  CHECK ((form IN ('proportion', 'rate')) = (denominator <> ''))
);

CREATE TABLE series (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  -- The short name under which its points are kept.
  number integer GENERATED ALWAYS AS IDENTITY UNIQUE,
  definition_id uuid NOT NULL,
  definition_version integer NOT NULL,
  -- Told apart from others of the same definition: a site, a ward, a group of people.
  split text NOT NULL DEFAULT '',
  whole_id uuid REFERENCES series,
  body_id uuid NOT NULL REFERENCES bodies,
  group_id uuid NOT NULL REFERENCES groups,
  visibility visibility NOT NULL,
  given_to uuid[] NOT NULL DEFAULT '{}',
  opened_by uuid[] NOT NULL DEFAULT '{}',
  purpose text NOT NULL CHECK (purpose IN ('improvement', 'judgement')),
  collector_id uuid REFERENCES users,
  -- The analysis that is shown now.
  analysis integer NOT NULL DEFAULT 1,
  -- What the last analysis found, so that lists need not reckon it again.
  points integer NOT NULL DEFAULT 0,
  first_period date,
  last_period date,
  last_value double precision,
  variation text,
  assurance text,
  -- What it shows in one sentence; when the signal that holds now began, and which way it points.
  sentence text NOT NULL DEFAULT '',
  signal_from date,
  signal_meaning text CHECK (signal_meaning IN ('improvement', 'concern', 'neutral')),
  last_point_at timestamptz,
  -- Changes with every point, correction and analysis: what a page shows is of one revision.
  revision integer NOT NULL DEFAULT 1,
  version integer NOT NULL DEFAULT 1,
  created_by uuid REFERENCES users,
  created_at timestamptz NOT NULL,
  closed_at timestamptz,
  FOREIGN KEY (definition_id, definition_version) REFERENCES definition_versions,
  CHECK (whole_id IS NULL OR (whole_id <> id AND split <> ''))
);
CREATE INDEX series_by_group ON series (group_id);
CREATE INDEX series_by_body ON series (body_id, purpose);
CREATE INDEX series_by_definition ON series (definition_id, purpose);
CREATE INDEX series_by_whole ON series (whole_id) WHERE whole_id IS NOT NULL;
CREATE INDEX series_by_collector ON series (collector_id) WHERE collector_id IS NOT NULL AND closed_at IS NULL;
CREATE INDEX series_by_key ON series USING gin (opened_by);

CREATE FUNCTION series_prepare() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  NEW.opened_by := opened_by(NEW.visibility, NEW.group_id, ARRAY[NEW.body_id], NEW.given_to);
  RETURN NEW;
END $$;
CREATE TRIGGER series_prepare BEFORE INSERT OR UPDATE OF visibility, group_id, body_id, given_to, opened_by ON series
  FOR EACH ROW EXECUTE FUNCTION series_prepare();

-- Missing, zero and not applicable are three things: a number, the knowledge that there is none, and nothing
-- to measure. A period without a row is one about which nobody has said anything yet.
CREATE TABLE points (
  series_no integer NOT NULL,
  period date NOT NULL,
  state text NOT NULL DEFAULT 'number' CHECK (state IN ('number', 'missing', 'not-applicable')),
  value double precision,
  numerator double precision,
  denominator double precision,
  note text NOT NULL DEFAULT '',
  written_by uuid,
  written_at timestamptz NOT NULL,
  version integer NOT NULL DEFAULT 1,
  PRIMARY KEY (series_no, period),
  CHECK ((state = 'number') = (value IS NOT NULL OR numerator IS NOT NULL)),
  CHECK (value IS NULL OR (numerator IS NULL AND denominator IS NULL)),
  CHECK ((numerator IS NULL) = (denominator IS NULL)),
  CHECK (denominator IS NULL OR denominator >= 0)
) PARTITION BY HASH (series_no);

DO $$
BEGIN
  FOR part IN 0..15 LOOP
    EXECUTE format('CREATE TABLE points_%s PARTITION OF points FOR VALUES WITH (MODULUS 16, REMAINDER %s)', part, part);
  END LOOP;
END $$;

-- What stood there before a correction, and why it was corrected.
CREATE TABLE point_corrections (
  series_no integer NOT NULL,
  period date NOT NULL,
  version integer NOT NULL,
  state text NOT NULL,
  value double precision,
  numerator double precision,
  denominator double precision,
  note text NOT NULL,
  written_by uuid,
  written_at timestamptz NOT NULL,
  reason text NOT NULL DEFAULT '',
  corrected_by uuid,
  corrected_at timestamptz NOT NULL,
  PRIMARY KEY (series_no, period, version)
);

-- How a series is looked at. Every change is a new row, with its reason and the picture before and after.
CREATE TABLE series_analyses (
  series_id uuid NOT NULL REFERENCES series ON DELETE CASCADE,
  number integer NOT NULL,
  chart text NOT NULL,
  rules text NOT NULL,
  -- Baseline, phases (date, reason, person), exclusions (date, reason), target steps, screening, axis: as
  -- src/modules/measures/analysis.ts reads them.
  options jsonb NOT NULL DEFAULT '{}',
  reason text NOT NULL DEFAULT '',
  before_picture text,
  after_picture text,
  written_by uuid REFERENCES users,
  written_at timestamptz NOT NULL,
  PRIMARY KEY (series_id, number)
);

-- What happened beside the numbers: put there by people, or by another module through the door, which names
-- itself in the source so that it can change or take away what it put there.
CREATE TABLE annotations (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  series_id uuid NOT NULL REFERENCES series ON DELETE CASCADE,
  on_date date NOT NULL,
  label text NOT NULL CHECK (length(label) BETWEEN 1 AND 200),
  href text NOT NULL DEFAULT '',
  source text,
  written_by uuid REFERENCES users,
  written_at timestamptz NOT NULL
);
CREATE INDEX annotations_by_series ON annotations (series_id, on_date);
CREATE UNIQUE INDEX annotations_by_source ON annotations (series_id, source) WHERE source IS NOT NULL;
CREATE INDEX annotations_of_source ON annotations (source) WHERE source IS NOT NULL;

-- A body that is moved, or that joins or leaves an area, opens its series to others than before.
CREATE FUNCTION series_reopen() RETURNS trigger
LANGUAGE plpgsql AS $$
DECLARE
  moved uuid := CASE WHEN TG_TABLE_NAME = 'bodies' THEN (to_jsonb(NEW) ->> 'id')::uuid
    ELSE (to_jsonb(coalesce(NEW, OLD)) ->> 'body_id')::uuid END;
BEGIN
  UPDATE series SET opened_by = '{}'
  WHERE visibility IN ('organisation', 'network')
    AND body_id IN (SELECT b.id FROM bodies b WHERE b.id = moved OR b.ancestors @> ARRAY[moved]);
  RETURN NULL;
END $$;
CREATE TRIGGER bodies_reopen_series AFTER UPDATE OF parent_id ON bodies
  FOR EACH ROW WHEN (OLD.ancestors IS DISTINCT FROM NEW.ancestors) EXECUTE FUNCTION series_reopen();
CREATE TRIGGER area_members_reopen_series AFTER INSERT OR DELETE ON area_members
  FOR EACH ROW EXECUTE FUNCTION series_reopen();
