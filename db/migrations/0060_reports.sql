-- A report to a board: a list of series with a narrative, frozen at a date. What it said stays to be read, and
-- can be reckoned again from the record to the byte.
CREATE TABLE reports (
  id uuid PRIMARY KEY REFERENCES groups,
  body_id uuid NOT NULL REFERENCES bodies,
  title text NOT NULL CHECK (length(title) BETWEEN 3 AND 200),
  -- The stretch of time that it is about, in words: "Quarter 3, 2026/27".
  period text NOT NULL CHECK (length(period) BETWEEN 1 AND 60),
  introduction text NOT NULL DEFAULT '',
  -- Somebody's care in their own words, and something that was tried and failed.
  patient_story text NOT NULL DEFAULT '',
  learning_story text NOT NULL DEFAULT '',
  -- While it is a draft its writers alone see it; this is who will when it is frozen.
  audience visibility NOT NULL,
  visibility visibility NOT NULL DEFAULT 'team',
  opened_by uuid[] NOT NULL DEFAULT '{}',
  -- The report before it, which it looks back on.
  previous_id uuid REFERENCES reports,
  -- Up to when it knows the numbers: nothing written after it is in it.
  as_of timestamptz NOT NULL,
  frozen_at timestamptz,
  frozen_by uuid REFERENCES users,
  -- SHA-256 of all that was frozen, as canonical JSON.
  digest bytea,
  version integer NOT NULL DEFAULT 1,
  created_by uuid REFERENCES users,
  created_at timestamptz NOT NULL,
  CHECK ((frozen_at IS NULL) = (digest IS NULL)),
  CHECK (frozen_at IS NOT NULL OR visibility = 'team')
);
CREATE INDEX reports_by_body ON reports (body_id, as_of DESC);
CREATE INDEX reports_by_key ON reports USING gin (opened_by);

CREATE FUNCTION reports_prepare() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  NEW.opened_by := opened_by(NEW.visibility, NEW.id, ARRAY[NEW.body_id]);
  RETURN NEW;
END $$;
CREATE TRIGGER reports_prepare BEFORE INSERT OR UPDATE OF visibility, body_id, opened_by ON reports
  FOR EACH ROW EXECUTE FUNCTION reports_prepare();

CREATE TABLE report_items (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  report_id uuid NOT NULL REFERENCES reports ON DELETE CASCADE,
  series_id uuid NOT NULL REFERENCES series,
  section text NOT NULL CHECK (section IN ('quality', 'access', 'people', 'burden', 'money')),
  position integer NOT NULL,
  -- The author's words in place of those that the rules give; empty where those stand.
  words text NOT NULL DEFAULT '',
  -- What somebody promises to do about it, who, and by when.
  commitment text NOT NULL DEFAULT '',
  committed_by uuid REFERENCES users,
  due_on date,
  -- Said at the next report: was it kept?
  kept text CHECK (kept IN ('yes', 'partly', 'no')),
  kept_note text NOT NULL DEFAULT '',
  -- Everything that the item is drawn from, as it was when the report was frozen.
  frozen jsonb,
  version integer NOT NULL DEFAULT 1,
  UNIQUE (report_id, series_id)
);
CREATE INDEX report_items_by_series ON report_items (series_id);

-- What was frozen stays: not even by mistake can a report say today what it did not say then.
CREATE FUNCTION report_items_stay() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    IF OLD.frozen IS NOT NULL THEN RAISE EXCEPTION 'A frozen report does not change.' USING ERRCODE = 'check_violation'; END IF;
    RETURN OLD;
  END IF;
  IF OLD.frozen IS NOT NULL AND (NEW.frozen IS DISTINCT FROM OLD.frozen OR NEW.words <> OLD.words
    OR NEW.commitment <> OLD.commitment OR NEW.series_id <> OLD.series_id OR NEW.report_id <> OLD.report_id) THEN
    RAISE EXCEPTION 'A frozen report does not change.' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER report_items_stay BEFORE UPDATE OR DELETE ON report_items
  FOR EACH ROW EXECUTE FUNCTION report_items_stay();

-- How the measures that a board is shown are shown: a row for each measure and each way, from when to when.
CREATE TABLE shown_measures (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  body_id uuid NOT NULL REFERENCES bodies,
  name text NOT NULL CHECK (length(name) BETWEEN 2 AND 200),
  paper text NOT NULL DEFAULT '',
  shown_as text NOT NULL CHECK (shown_as IN ('colours', 'two-points', 'table', 'line', 'run-chart', 'control-chart')),
  since date NOT NULL,
  until date,
  note text NOT NULL DEFAULT '',
  written_by uuid REFERENCES users,
  written_at timestamptz NOT NULL,
  CHECK (until IS NULL OR until >= since)
);
CREATE UNIQUE INDEX shown_measures_now ON shown_measures (body_id, lower(name)) WHERE until IS NULL;
CREATE INDEX shown_measures_by_body ON shown_measures (body_id, since);
