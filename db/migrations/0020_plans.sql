-- The plan: one model for a ward's project, an organisation's strategy, a network's programme and a nation's
-- framework. Its team is the group of the same id.
CREATE TABLE plans (
  id uuid PRIMARY KEY REFERENCES groups,
  kind text NOT NULL CHECK (kind IN ('framework', 'strategy', 'programme', 'project')),
  title text NOT NULL CHECK (length(title) BETWEEN 3 AND 200),
  -- The sentence it began with.
  sentence text NOT NULL DEFAULT '',
  -- The aim, in the four parts that make it one.
  aim text NOT NULL DEFAULT '',
  aim_what text NOT NULL DEFAULT '',
  aim_from double precision,
  aim_to double precision,
  aim_unit text NOT NULL DEFAULT '',
  aim_by date,
  aim_for text NOT NULL DEFAULT '',
  topics text[] NOT NULL DEFAULT '{}',
  -- The key of a method in content/methods, or nothing.
  method text NOT NULL DEFAULT '',
  stage text NOT NULL DEFAULT 'idea'
    CHECK (stage IN ('idea', 'set-up', 'testing', 'implementing', 'sustaining', 'closed', 'stopped')),
  -- Local, national, both or neither: the mix is shown, and none of them is better.
  local_priority text NOT NULL DEFAULT '',
  national_priority text NOT NULL DEFAULT '',
  visibility visibility NOT NULL,
  opened_by uuid[] NOT NULL DEFAULT '{}',
  body_id uuid NOT NULL REFERENCES bodies,
  -- Every body whose people are in it, the first one among them.
  body_ids uuid[] NOT NULL,
  -- Who will keep it going when the project has ended.
  sustained_by uuid REFERENCES users,
  -- What was learned: asked for when it stops or closes.
  learned text NOT NULL DEFAULT '',
  -- The team's own score, from 0 to 5, and the one reckoned from what is there.
  own_score double precision CHECK (own_score BETWEEN 0 AND 5),
  earned_score double precision NOT NULL DEFAULT 0,
  has_partner boolean NOT NULL DEFAULT false,
  last_edit_at timestamptz NOT NULL,
  last_test_at timestamptz,
  last_data_at timestamptz,
  search tsvector NOT NULL DEFAULT '',
  search_text text NOT NULL DEFAULT '',
  version integer NOT NULL DEFAULT 1,
  -- Rises with every change of the diagram, so that an editor can ask for what is new.
  diagram_version integer NOT NULL DEFAULT 1,
  created_by uuid REFERENCES users,
  created_at timestamptz NOT NULL,
  stage_since timestamptz NOT NULL,
  CHECK (body_id = ANY (body_ids))
);
CREATE INDEX plans_by_body ON plans (body_id, kind, stage);
CREATE INDEX plans_by_bodies ON plans USING gin (body_ids);
CREATE INDEX plans_by_key ON plans USING gin (opened_by);
CREATE INDEX plans_by_search ON plans USING gin (search);
CREATE INDEX plans_by_words ON plans USING gin (search_text gin_trgm_ops);
CREATE INDEX plans_by_kind ON plans (kind, stage, created_at DESC);

CREATE FUNCTION plans_prepare() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  NEW.opened_by := opened_by(NEW.visibility, NEW.id, NEW.body_ids);
  NEW.search_text := search_words(concat_ws(' ', NEW.title, NEW.aim, array_to_string(NEW.topics, ' ')));
  NEW.search := setweight(to_tsvector('english', concat_ws(' ', NEW.title, NEW.sentence)), 'A')
    || setweight(to_tsvector('english', concat_ws(' ', NEW.aim, array_to_string(NEW.topics, ' '))), 'B')
    || setweight(to_tsvector('english', coalesce((SELECT left(string_agg(n.text, ' '), 20000) FROM plan_nodes n
        WHERE n.plan_id = NEW.id AND n.removed_at IS NULL), '')), 'C');
  RETURN NEW;
END $$;

CREATE TABLE plan_nodes (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  plan_id uuid NOT NULL REFERENCES plans ON DELETE CASCADE,
  kind text NOT NULL CHECK (kind IN ('aim', 'primary', 'secondary', 'idea')),
  text text NOT NULL CHECK (length(text) BETWEEN 1 AND 500),
  note text NOT NULL DEFAULT '',
  -- Where it was taken from, when it came with a branch of another plan.
  copied_from uuid,
  -- What the program that keeps this plan calls it, such as an item of a framework pack.
  reference text,
  version integer NOT NULL DEFAULT 1,
  removed_at timestamptz,
  written_by uuid REFERENCES users,
  written_at timestamptz NOT NULL,
  UNIQUE (plan_id, id)
);
CREATE INDEX plan_nodes_by_plan ON plan_nodes (plan_id) WHERE removed_at IS NULL;
CREATE UNIQUE INDEX plan_nodes_one_aim ON plan_nodes (plan_id) WHERE kind = 'aim' AND removed_at IS NULL;
CREATE UNIQUE INDEX plan_nodes_by_reference ON plan_nodes (plan_id, reference) WHERE reference IS NOT NULL;

CREATE TRIGGER plans_prepare
  BEFORE INSERT OR UPDATE OF visibility, body_ids, title, sentence, aim, topics, search_text, opened_by ON plans
  FOR EACH ROW EXECUTE FUNCTION plans_prepare();

-- A graph without circles: what a node contributes to. Several parents are allowed, itself above itself is not.
CREATE TABLE node_links (
  plan_id uuid NOT NULL,
  parent_id uuid NOT NULL,
  child_id uuid NOT NULL,
  position double precision NOT NULL,
  PRIMARY KEY (parent_id, child_id),
  FOREIGN KEY (plan_id, parent_id) REFERENCES plan_nodes (plan_id, id) ON DELETE CASCADE,
  FOREIGN KEY (plan_id, child_id) REFERENCES plan_nodes (plan_id, id) ON DELETE CASCADE,
  CHECK (parent_id <> child_id)
);
CREATE INDEX node_links_by_plan ON node_links (plan_id);
CREATE INDEX node_links_by_child ON node_links (child_id);

-- Two links that would close a circle together may come from two transactions, so the plan is locked first.
CREATE FUNCTION node_links_check() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  PERFORM FROM plans WHERE id = NEW.plan_id FOR NO KEY UPDATE;
  IF EXISTS (
    WITH RECURSIVE above (id) AS (
      SELECT l.parent_id FROM node_links l WHERE l.child_id = NEW.parent_id
      UNION
      SELECT l.parent_id FROM above a JOIN node_links l ON l.child_id = a.id
    )
    SELECT FROM above WHERE id = NEW.child_id
  ) THEN
    RAISE EXCEPTION 'A driver cannot stand above itself.' USING ERRCODE = 'check_violation', CONSTRAINT = 'node_links_no_circle';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER node_links_check BEFORE INSERT OR UPDATE ON node_links
  FOR EACH ROW EXECUTE FUNCTION node_links_check();

-- A series on a node of the diagram, or on the plan as a whole. It is not copied: it feeds whoever attaches it.
CREATE TABLE plan_series (
  plan_id uuid NOT NULL REFERENCES plans ON DELETE CASCADE,
  series_id uuid NOT NULL REFERENCES series,
  node_id uuid,
  attached_by uuid REFERENCES users,
  attached_at timestamptz NOT NULL,
  FOREIGN KEY (plan_id, node_id) REFERENCES plan_nodes (plan_id, id)
);
CREATE UNIQUE INDEX plan_series_once ON plan_series (plan_id, series_id, node_id) NULLS NOT DISTINCT;
CREATE INDEX plan_series_by_series ON plan_series (series_id);
CREATE INDEX plan_series_by_node ON plan_series (node_id) WHERE node_id IS NOT NULL;

-- A claim that this plan, or one node of it, serves a node of another. It needs nobody's leave.
CREATE TABLE alignments (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  plan_id uuid NOT NULL REFERENCES plans ON DELETE CASCADE,
  node_id uuid,
  to_plan_id uuid NOT NULL REFERENCES plans ON DELETE CASCADE,
  to_node_id uuid NOT NULL,
  reason text NOT NULL DEFAULT '',
  aligned_by uuid REFERENCES users,
  aligned_at timestamptz NOT NULL,
  removed_at timestamptz,
  FOREIGN KEY (plan_id, node_id) REFERENCES plan_nodes (plan_id, id),
  FOREIGN KEY (to_plan_id, to_node_id) REFERENCES plan_nodes (plan_id, id),
  CHECK (plan_id <> to_plan_id)
);
CREATE UNIQUE INDEX alignments_once ON alignments (plan_id, node_id, to_node_id) NULLS NOT DISTINCT WHERE removed_at IS NULL;
CREATE INDEX alignments_to ON alignments (to_node_id) WHERE removed_at IS NULL;
CREATE INDEX alignments_from ON alignments (plan_id) WHERE removed_at IS NULL;

-- When a plan came to each stage, and why.
CREATE TABLE plan_stages (
  plan_id uuid NOT NULL REFERENCES plans ON DELETE CASCADE,
  stage text NOT NULL,
  since timestamptz NOT NULL,
  reason text NOT NULL DEFAULT '',
  set_by uuid REFERENCES users,
  PRIMARY KEY (plan_id, since)
);

-- Who could see a plan from when on.
CREATE TABLE plan_visibilities (
  plan_id uuid NOT NULL REFERENCES plans ON DELETE CASCADE,
  visibility visibility NOT NULL,
  since timestamptz NOT NULL,
  set_by uuid REFERENCES users,
  PRIMARY KEY (plan_id, since)
);

-- Every text that anybody wrote in a plan, as it stood at each version, so that none is ever lost.
CREATE TABLE text_versions (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  plan_id uuid NOT NULL REFERENCES plans ON DELETE CASCADE,
  -- What it is a text of: the plan, a node, a test, a task, a decision.
  thing_kind text NOT NULL,
  thing_id uuid NOT NULL,
  field text NOT NULL,
  text text NOT NULL,
  written_by uuid REFERENCES users,
  written_at timestamptz NOT NULL
);
CREATE INDEX text_versions_by_thing ON text_versions (thing_id, field, written_at DESC);
CREATE INDEX text_versions_by_plan ON text_versions (plan_id, written_at DESC);

-- A body that is moved, or that joins or leaves an area, opens its plans to others than before.
CREATE FUNCTION plans_reopen() RETURNS trigger
LANGUAGE plpgsql AS $$
DECLARE
  moved uuid := CASE WHEN TG_TABLE_NAME = 'bodies' THEN (to_jsonb(NEW) ->> 'id')::uuid
    ELSE (to_jsonb(coalesce(NEW, OLD)) ->> 'body_id')::uuid END;
BEGIN
  UPDATE plans SET opened_by = '{}'
  WHERE visibility IN ('organisation', 'network')
    AND body_ids && ARRAY(SELECT b.id FROM bodies b WHERE b.id = moved OR b.ancestors @> ARRAY[moved]);
  RETURN NULL;
END $$;
CREATE TRIGGER bodies_reopen_plans AFTER UPDATE OF parent_id ON bodies
  FOR EACH ROW WHEN (OLD.ancestors IS DISTINCT FROM NEW.ancestors) EXECUTE FUNCTION plans_reopen();
CREATE TRIGGER area_members_reopen_plans AFTER INSERT OR DELETE ON area_members
  FOR EACH ROW EXECUTE FUNCTION plans_reopen();
