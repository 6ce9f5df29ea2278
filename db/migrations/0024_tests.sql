-- Tests of change, by plan, do, study and act: what was predicted, what happened, and what was decided then.
CREATE TABLE tests (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  plan_id uuid NOT NULL REFERENCES plans ON DELETE CASCADE,
  -- The change idea that is tried, when it stands in the diagram.
  node_id uuid,
  -- A short word that a printed card carries. It opens nothing: whoever follows it must see the plan.
  token text NOT NULL UNIQUE CHECK (token ~ '^[0-9a-hjkmnp-tv-z]{10}$'),
  -- Cycles that follow one another are one ramp: it is named after its first.
  ramp_id uuid NOT NULL,
  cycle integer NOT NULL DEFAULT 1 CHECK (cycle >= 1),
  follows uuid REFERENCES tests ON DELETE SET NULL,
  change text NOT NULL CHECK (length(change) BETWEEN 3 AND 500),
  question text NOT NULL DEFAULT '',
  prediction text NOT NULL DEFAULT '',
  -- When the prediction was first written, to tell one that came before the test from one that came after.
  predicted_at timestamptz,
  will_measure text NOT NULL DEFAULT '',
  series_id uuid REFERENCES series,
  starts_on date NOT NULL,
  ends_on date NOT NULL,
  place text NOT NULL DEFAULT '',
  scale text NOT NULL CHECK (scale IN ('one-person', 'few-people', 'one-shift', 'one-team', 'several-teams',
    'organisation', 'several-organisations')),
  how_many integer CHECK (how_many BETWEEN 1 AND 1000000),
  who text NOT NULL DEFAULT '',
  -- Study.
  happened text NOT NULL DEFAULT '',
  outcome text CHECK (outcome IN ('came-true', 'partly', 'no', 'not-predicted')),
  surprises text NOT NULL DEFAULT '',
  figure double precision,
  chart_note text NOT NULL DEFAULT '',
  -- Why it was studied before its last day, when it was.
  early_reason text NOT NULL DEFAULT '',
  studied_at timestamptz,
  studied_by uuid REFERENCES users,
  -- Act.
  decision text CHECK (decision IN ('adopt', 'adapt', 'expand', 'abandon')),
  learning text NOT NULL DEFAULT '',
  decided_at timestamptz,
  decided_by uuid REFERENCES users,
  search tsvector NOT NULL DEFAULT '',
  version integer NOT NULL DEFAULT 1,
  created_by uuid REFERENCES users,
  created_at timestamptz NOT NULL,
  UNIQUE (plan_id, id),
  UNIQUE (ramp_id, cycle),
  FOREIGN KEY (plan_id, node_id) REFERENCES plan_nodes (plan_id, id),
  CONSTRAINT tests_end_after_start CHECK (ends_on >= starts_on),
  CONSTRAINT tests_studied_whole CHECK ((studied_at IS NULL) = (outcome IS NULL)),
  CONSTRAINT tests_decided_after_study CHECK (decision IS NULL OR studied_at IS NOT NULL),
  CONSTRAINT tests_abandoned_with_learning CHECK (decision <> 'abandon' OR learning <> '')
);
CREATE INDEX tests_by_plan ON tests (plan_id, starts_on DESC, id);
CREATE INDEX tests_by_node ON tests (node_id) WHERE node_id IS NOT NULL;
CREATE INDEX tests_by_series ON tests (series_id) WHERE series_id IS NOT NULL;
CREATE INDEX tests_by_follows ON tests (follows) WHERE follows IS NOT NULL;
CREATE INDEX tests_by_search ON tests USING gin (search);
CREATE INDEX tests_by_day ON tests (starts_on DESC, id);
CREATE INDEX tests_by_decision ON tests (decision, starts_on DESC, id) WHERE decision IS NOT NULL;
CREATE INDEX tests_by_maker ON tests (created_by, starts_on DESC) WHERE created_by IS NOT NULL;

CREATE FUNCTION tests_prepare() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  NEW.search := setweight(to_tsvector('english', NEW.change), 'A')
    || setweight(to_tsvector('english', concat_ws(' ', NEW.question, NEW.learning)), 'B')
    || setweight(to_tsvector('english', left(concat_ws(' ', NEW.prediction, NEW.happened, NEW.surprises), 20000)), 'C');
  RETURN NEW;
END $$;
CREATE TRIGGER tests_prepare
  BEFORE INSERT OR UPDATE OF change, question, prediction, happened, surprises, learning ON tests
  FOR EACH ROW EXECUTE FUNCTION tests_prepare();

-- The words of all changes that were tried: what is typed with a slip is mended from these, and searched for then.
CREATE TABLE test_words (
  word text PRIMARY KEY
);
CREATE INDEX test_words_by_likeness ON test_words USING gin (word gin_trgm_ops);

CREATE FUNCTION tests_keep_words() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO test_words (word)
    SELECT DISTINCT word FROM written w, regexp_split_to_table(search_words(w.change), '\s+') AS word
    WHERE length(word) BETWEEN 4 AND 40 AND word !~ '[0-9]'
      AND NOT EXISTS (SELECT FROM test_words known WHERE known.word = word)
    ORDER BY word
    ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;
CREATE TRIGGER tests_keep_words AFTER INSERT ON tests REFERENCING NEW TABLE AS written
  FOR EACH STATEMENT EXECUTE FUNCTION tests_keep_words();
CREATE TRIGGER tests_keep_new_words AFTER UPDATE ON tests REFERENCING NEW TABLE AS written
  FOR EACH STATEMENT EXECUTE FUNCTION tests_keep_words();

-- What was seen while a test ran: a line from a phone, perhaps with a picture.
CREATE TABLE test_notes (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  test_id uuid NOT NULL REFERENCES tests ON DELETE CASCADE,
  text text NOT NULL CHECK (length(text) BETWEEN 1 AND 4000),
  file_id uuid,
  version integer NOT NULL DEFAULT 1,
  written_by uuid REFERENCES users,
  written_at timestamptz NOT NULL
);
CREATE INDEX test_notes_by_test ON test_notes (test_id, written_at);
