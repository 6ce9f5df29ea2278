-- Frameworks: what a pack said, in versions that never change, and what became of it: commitments, evidence,
-- counts, answers, decisions, evaluations, and the talk that leads to the next version.
CREATE TABLE frameworks (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  key text NOT NULL UNIQUE CHECK (key ~ '^[a-z0-9][a-z0-9-]{0,60}$'),
  -- The version in force.
  number integer NOT NULL DEFAULT 1,
  -- The same framework as a plan, once there is a body to keep it.
  plan_id uuid REFERENCES plans,
  version integer NOT NULL DEFAULT 1
);
CREATE UNIQUE INDEX frameworks_by_plan ON frameworks (plan_id) WHERE plan_id IS NOT NULL;

CREATE TABLE framework_versions (
  framework_id uuid NOT NULL REFERENCES frameworks,
  number integer NOT NULL,
  -- The edition of the pack that it came from; a version that was adopted here has none.
  edition integer,
  digest text NOT NULL DEFAULT '',
  title text NOT NULL,
  -- What the pack says of the framework as a whole, as src/modules/framework/pack/pack.ts reads it.
  head jsonb NOT NULL,
  reason text NOT NULL DEFAULT '',
  made_by uuid REFERENCES users,
  made_at timestamptz NOT NULL,
  PRIMARY KEY (framework_id, number)
);
CREATE UNIQUE INDEX framework_versions_by_edition ON framework_versions (framework_id, edition) WHERE edition IS NOT NULL;

CREATE TABLE framework_items (
  framework_id uuid NOT NULL,
  number integer NOT NULL,
  -- The kind and the pack's own id, such as action-7 or detail-7.9: the same in every version.
  key text NOT NULL CHECK (length(key) BETWEEN 3 AND 120),
  kind text NOT NULL,
  parent text,
  position integer NOT NULL,
  title text NOT NULL DEFAULT '',
  text text NOT NULL DEFAULT '',
  detail jsonb NOT NULL,
  PRIMARY KEY (framework_id, number, key),
  FOREIGN KEY (framework_id, number) REFERENCES framework_versions
);

-- One for each item that somebody promised: where it stands now. How it came there is in its steps.
CREATE TABLE commitments (
  framework_id uuid NOT NULL REFERENCES frameworks,
  item_key text NOT NULL,
  stage text NOT NULL,
  stage_since timestamptz NOT NULL,
  -- What stands as evidence; kept by a trigger.
  evidence integer NOT NULL DEFAULT 0,
  last_evidence_at timestamptz,
  version integer NOT NULL DEFAULT 1,
  PRIMARY KEY (framework_id, item_key)
);

CREATE TABLE commitment_steps (
  framework_id uuid NOT NULL,
  item_key text NOT NULL,
  step integer NOT NULL,
  stage text NOT NULL,
  note text NOT NULL CHECK (length(note) BETWEEN 1 AND 4000),
  -- The body for which this was said.
  body_code text NOT NULL,
  said_by uuid REFERENCES users,
  said_at timestamptz NOT NULL,
  PRIMARY KEY (framework_id, item_key, step),
  FOREIGN KEY (framework_id, item_key) REFERENCES commitments
);

CREATE TABLE commitment_evidence (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  framework_id uuid NOT NULL,
  item_key text NOT NULL,
  title text NOT NULL CHECK (length(title) BETWEEN 1 AND 200),
  summary text NOT NULL CHECK (length(summary) BETWEEN 1 AND 2000),
  link text NOT NULL DEFAULT '',
  -- Work on this platform that shows it. Whoever cannot see that plan learns that there is one, and no more.
  plan_id uuid REFERENCES plans,
  body_code text NOT NULL,
  added_by uuid REFERENCES users,
  added_at timestamptz NOT NULL,
  withdrawn_at timestamptz,
  withdrawn_by uuid REFERENCES users,
  withdrawn_reason text NOT NULL DEFAULT '',
  FOREIGN KEY (framework_id, item_key) REFERENCES commitments,
  CHECK (withdrawn_at IS NULL OR withdrawn_reason <> '')
);
CREATE INDEX commitment_evidence_by_item ON commitment_evidence (framework_id, item_key, added_at);

CREATE FUNCTION commitment_evidence_count() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  UPDATE commitments c SET (evidence, last_evidence_at) = (
    SELECT count(*), max(e.added_at) FROM commitment_evidence e
    WHERE e.framework_id = c.framework_id AND e.item_key = c.item_key AND e.withdrawn_at IS NULL)
  WHERE c.framework_id = NEW.framework_id AND c.item_key = NEW.item_key;
  RETURN NULL;
END $$;
CREATE TRIGGER commitment_evidence_count AFTER INSERT OR UPDATE ON commitment_evidence
  FOR EACH ROW EXECUTE FUNCTION commitment_evidence_count();

-- Dated numbers towards a target, or of a pledge's measure, each with its denominator. A correction is a row of
-- its own with its reason; the last one counts.
CREATE TABLE framework_counts (
  framework_id uuid NOT NULL REFERENCES frameworks,
  item_key text NOT NULL,
  on_date date NOT NULL,
  correction integer NOT NULL DEFAULT 0,
  numerator double precision NOT NULL CHECK (numerator >= 0),
  denominator double precision NOT NULL CHECK (denominator > 0),
  source text NOT NULL CHECK (length(source) BETWEEN 1 AND 500),
  reason text NOT NULL DEFAULT '',
  body_code text NOT NULL,
  entered_by uuid REFERENCES users,
  entered_at timestamptz NOT NULL,
  PRIMARY KEY (framework_id, item_key, on_date, correction),
  CHECK (correction = 0 OR reason <> '')
);

-- What was said of how a pledge is kept, and the dated answer of a body that made it. A case of feedback, once
-- there are any, is what "heard" sums up.
CREATE TABLE pledge_answers (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  framework_id uuid NOT NULL REFERENCES frameworks,
  item_key text NOT NULL,
  heard text NOT NULL CHECK (length(heard) BETWEEN 1 AND 2000),
  answer text NOT NULL CHECK (length(answer) BETWEEN 1 AND 2000),
  body_code text NOT NULL,
  answered_by uuid REFERENCES users,
  answered_at timestamptz NOT NULL
);
CREATE INDEX pledge_answers_by_item ON pledge_answers (framework_id, item_key, answered_at DESC);

CREATE TABLE change_proposals (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  framework_id uuid NOT NULL REFERENCES frameworks,
  -- The version that was read when this was proposed.
  number integer NOT NULL,
  change text NOT NULL CHECK (change IN ('reword', 'add', 'remove')),
  -- What is to change, or what the new item is to stand under.
  item_key text NOT NULL,
  title text NOT NULL DEFAULT '',
  text text NOT NULL DEFAULT '',
  -- What a new item needs beside its words, as the pack writes it.
  detail jsonb NOT NULL DEFAULT '{}',
  reason text NOT NULL CHECK (length(reason) BETWEEN 1 AND 4000),
  proposed_by uuid REFERENCES users,
  proposed_at timestamptz NOT NULL,
  state text NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'adopted', 'declined')),
  answer text NOT NULL DEFAULT '',
  answered_by uuid REFERENCES users,
  answered_at timestamptz,
  adopted_number integer,
  -- The key that an added item was given.
  adopted_key text,
  version integer NOT NULL DEFAULT 1,
  CHECK ((state = 'open') = (answered_at IS NULL)),
  CHECK (state = 'open' OR answer <> ''),
  CHECK ((state = 'adopted') = (adopted_number IS NOT NULL))
);
CREATE INDEX change_proposals_by_state ON change_proposals (framework_id, state, proposed_at DESC);
CREATE INDEX change_proposals_by_item ON change_proposals (framework_id, item_key);

CREATE TABLE framework_comments (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  framework_id uuid NOT NULL REFERENCES frameworks,
  number integer NOT NULL,
  item_key text NOT NULL,
  -- Said in the discussion of a proposal.
  proposal_id uuid REFERENCES change_proposals,
  text text NOT NULL CHECK (length(text) BETWEEN 1 AND 2000),
  written_by uuid REFERENCES users,
  written_at timestamptz NOT NULL,
  removed_at timestamptz,
  removed_by uuid REFERENCES users
);
CREATE INDEX framework_comments_by_item ON framework_comments (framework_id, item_key, written_at) WHERE proposal_id IS NULL;
CREATE INDEX framework_comments_by_proposal ON framework_comments (proposal_id, written_at) WHERE proposal_id IS NOT NULL;

-- What the board decided, and the action that follows and stays on every agenda until it is closed.
CREATE TABLE framework_decisions (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  framework_id uuid NOT NULL REFERENCES frameworks,
  met_on date NOT NULL,
  item_key text,
  decision text NOT NULL CHECK (length(decision) BETWEEN 1 AND 2000),
  action text NOT NULL DEFAULT '',
  owner_code text NOT NULL DEFAULT '',
  due_on date,
  closed_on date,
  outcome text NOT NULL DEFAULT '',
  recorded_by uuid REFERENCES users,
  recorded_at timestamptz NOT NULL,
  version integer NOT NULL DEFAULT 1,
  CHECK ((action = '') = (due_on IS NULL) AND (action = '') = (owner_code = '')),
  CHECK (closed_on IS NULL OR (action <> '' AND outcome <> ''))
);
CREATE INDEX framework_decisions_by_meeting ON framework_decisions (framework_id, met_on DESC);
CREATE INDEX framework_decisions_open ON framework_decisions (framework_id, due_on) WHERE action <> '' AND closed_on IS NULL;

-- What is claimed to have come of an item, how that was looked into, and how far it can be believed.
CREATE TABLE evaluations (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  framework_id uuid NOT NULL REFERENCES frameworks,
  item_key text NOT NULL,
  claim text NOT NULL CHECK (length(claim) BETWEEN 1 AND 1000),
  finding text NOT NULL CHECK (finding IN ('effect', 'no-effect', 'unclear')),
  design text NOT NULL,
  data text NOT NULL,
  strength text NOT NULL,
  confounders text NOT NULL,
  grade text NOT NULL CHECK (grade IN ('high', 'moderate', 'low', 'very-low')),
  body_code text NOT NULL,
  written_by uuid REFERENCES users,
  published_at timestamptz NOT NULL
);
CREATE INDEX evaluations_by_item ON evaluations (framework_id, item_key);
CREATE INDEX evaluations_by_date ON evaluations (framework_id, published_at DESC);

-- History is added to and never changed, whoever asks.
CREATE FUNCTION framework_history_stays() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'What was published of a framework is never changed; add to it.' USING ERRCODE = 'integrity_constraint_violation';
END $$;

DO $$
DECLARE
  kept text;
BEGIN
  FOREACH kept IN ARRAY ARRAY['framework_versions', 'framework_items', 'commitment_steps', 'framework_counts',
    'pledge_answers', 'evaluations'] LOOP
    EXECUTE format('REVOKE UPDATE, DELETE ON %I FROM throughline_app', kept);
    EXECUTE format('CREATE TRIGGER %1$I_stays BEFORE UPDATE OR DELETE OR TRUNCATE ON %1$I
      FOR EACH STATEMENT EXECUTE FUNCTION framework_history_stays()', kept);
  END LOOP;
END $$;

-- Of evidence only this may change: that it no longer stands, once, and why.
CREATE FUNCTION commitment_evidence_stays() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' OR OLD.withdrawn_at IS NOT NULL OR NEW.withdrawn_at IS NULL
    OR (to_jsonb(NEW) - '{withdrawn_at,withdrawn_by,withdrawn_reason}'::text[])
      IS DISTINCT FROM (to_jsonb(OLD) - '{withdrawn_at,withdrawn_by,withdrawn_reason}'::text[]) THEN
    RAISE EXCEPTION 'Evidence is never changed; withdraw it and say why.' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER commitment_evidence_stays BEFORE UPDATE OR DELETE ON commitment_evidence
  FOR EACH ROW EXECUTE FUNCTION commitment_evidence_stays();
REVOKE DELETE ON commitment_evidence, commitments FROM throughline_app;
