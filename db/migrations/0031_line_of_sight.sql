-- How much work serves each node of a plan above, counted ahead: at national scale 300,000 alignments are too many
-- to follow while somebody waits. Kept by the reckoning of lines, which a job does after alignments change.
CREATE TABLE line_plans (
  -- The node that is served, of a framework.
  to_node_id uuid NOT NULL REFERENCES plan_nodes ON DELETE CASCADE,
  -- A plan that serves it, straight or through plans between.
  plan_id uuid NOT NULL REFERENCES plans ON DELETE CASCADE,
  -- The shortest number of steps from the plan to the node.
  steps integer NOT NULL CHECK (steps BETWEEN 1 AND 6),
  PRIMARY KEY (to_node_id, plan_id)
);
CREATE INDEX line_plans_by_plan ON line_plans (plan_id);

-- The same in numbers, by the level of the place at which the work is done.
CREATE TABLE line_counts (
  to_node_id uuid NOT NULL REFERENCES plan_nodes ON DELETE CASCADE,
  tier text NOT NULL,
  plans integer NOT NULL,
  -- Those with a signal in the direction wanted, and against it.
  improving integer NOT NULL,
  slipping integer NOT NULL,
  tests integer NOT NULL,
  reckoned_at timestamptz NOT NULL,
  PRIMARY KEY (to_node_id, tier)
);

-- Something that a body proposes to others below it, and what each of them says to that. Nobody has to accept.
CREATE TABLE priorities (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  -- Who proposes it, and to whom.
  from_body_id uuid NOT NULL REFERENCES bodies,
  to_body_id uuid NOT NULL REFERENCES bodies,
  title text NOT NULL CHECK (length(title) BETWEEN 3 AND 200),
  text text NOT NULL CHECK (length(text) BETWEEN 1 AND 4000),
  -- The item of a framework that it serves, where it serves one.
  framework_id uuid REFERENCES frameworks,
  item_key text,
  state text NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'accepted', 'changed', 'declined', 'withdrawn')),
  proposed_by uuid REFERENCES users,
  proposed_at timestamptz NOT NULL,
  version integer NOT NULL DEFAULT 1,
  CHECK (from_body_id <> to_body_id),
  CHECK ((framework_id IS NULL) = (item_key IS NULL))
);
CREATE INDEX priorities_from ON priorities (from_body_id, proposed_at DESC);
CREATE INDEX priorities_to ON priorities (to_body_id, proposed_at DESC);

-- The thread: every word that went back and forth stays.
CREATE TABLE priority_words (
  priority_id uuid NOT NULL REFERENCES priorities ON DELETE CASCADE,
  step integer NOT NULL,
  body_id uuid NOT NULL REFERENCES bodies,
  said text NOT NULL CHECK (said IN ('accepted', 'changed', 'declined', 'agreed', 'withdrawn', 'said')),
  text text NOT NULL CHECK (length(text) BETWEEN 1 AND 2000),
  said_by uuid REFERENCES users,
  said_at timestamptz NOT NULL,
  PRIMARY KEY (priority_id, step)
);
REVOKE UPDATE, DELETE ON priority_words FROM throughline_app;

-- What makes a plan of kind strategy one: its sections, and when it was published and is to be refreshed.
CREATE TABLE strategies (
  plan_id uuid PRIMARY KEY REFERENCES plans ON DELETE CASCADE,
  body_id uuid NOT NULL REFERENCES bodies,
  template text NOT NULL,
  -- The text of each section, by its id in the template.
  sections jsonb NOT NULL DEFAULT '{}',
  published_on date,
  refresh_on date,
  version integer NOT NULL DEFAULT 1,
  CHECK ((published_on IS NULL) = (refresh_on IS NULL))
);
CREATE INDEX strategies_by_body ON strategies (body_id);

CREATE TABLE strategy_milestones (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  plan_id uuid NOT NULL REFERENCES strategies ON DELETE CASCADE,
  text text NOT NULL CHECK (length(text) BETWEEN 1 AND 300),
  due_on date NOT NULL,
  reached_on date
);
CREATE INDEX strategy_milestones_by_plan ON strategy_milestones (plan_id, due_on);

CREATE INDEX alignments_to_plan ON alignments (to_plan_id) WHERE removed_at IS NULL;

-- Follows the alignments from a framework's nodes down, through whatever plans lie between: what is aligned to a
-- node of such a plan serves the framework where that node, or one above it, does. Then counts, for each node of
-- the framework, the plans that serve it or anything under it.
CREATE FUNCTION reckon_lines(framework_plan uuid, at timestamptz) RETURNS integer
LANGUAGE plpgsql AS $$
DECLARE
  found integer;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('reckon-lines/' || framework_plan::text, 0));
  DELETE FROM line_plans l USING plan_nodes n WHERE n.id = l.to_node_id AND n.plan_id = framework_plan;
  INSERT INTO line_plans (to_node_id, plan_id, steps)
  WITH RECURSIVE served (to_node_id, plan_id, node_id, steps) AS (
    SELECT a.to_node_id, a.plan_id, a.node_id, 1 FROM alignments a
    WHERE a.to_plan_id = framework_plan AND a.removed_at IS NULL
    UNION
    SELECT s.to_node_id, a.plan_id, a.node_id, s.steps + 1
    FROM served s
    CROSS JOIN LATERAL (
      WITH RECURSIVE below (id) AS (
        SELECT n.id FROM plan_nodes n
        WHERE n.plan_id = s.plan_id AND n.removed_at IS NULL AND (s.node_id IS NULL OR n.id = s.node_id)
        UNION
        SELECT l.child_id FROM below b JOIN node_links l ON l.parent_id = b.id
      )
      SELECT id FROM below
    ) b
    JOIN alignments a ON a.to_node_id = b.id AND a.removed_at IS NULL
    WHERE s.steps < 6 AND EXISTS (SELECT FROM alignments x WHERE x.to_plan_id = s.plan_id AND x.removed_at IS NULL)
  )
  SELECT to_node_id, plan_id, min(steps) FROM served WHERE plan_id <> framework_plan GROUP BY to_node_id, plan_id;
  GET DIAGNOSTICS found = ROW_COUNT;

  DELETE FROM line_counts c USING plan_nodes n WHERE n.id = c.to_node_id AND n.plan_id = framework_plan;
  INSERT INTO line_counts (to_node_id, tier, plans, improving, slipping, tests, reckoned_at)
  WITH RECURSIVE under (to_node_id, node_id) AS (
    SELECT n.id, n.id FROM plan_nodes n WHERE n.plan_id = framework_plan AND n.removed_at IS NULL
    UNION
    SELECT u.to_node_id, l.child_id FROM under u JOIN node_links l ON l.parent_id = u.node_id
  ), served AS (
    SELECT DISTINCT u.to_node_id, l.plan_id FROM under u JOIN line_plans l ON l.to_node_id = u.node_id
  ), tried AS (
    SELECT t.plan_id, count(*) AS tests FROM tests t WHERE t.plan_id IN (SELECT plan_id FROM served) GROUP BY t.plan_id
  )
  SELECT s.to_node_id, k.tier, count(*), count(*) FILTER (WHERE p.improving_since IS NOT NULL),
    count(*) FILTER (WHERE p.slipping_since IS NOT NULL), coalesce(sum(t.tests), 0), at
  FROM served s JOIN plans p ON p.id = s.plan_id JOIN bodies b ON b.id = p.body_id JOIN body_kinds k ON k.kind = b.kind
    LEFT JOIN tried t ON t.plan_id = p.id
  GROUP BY s.to_node_id, k.tier;
  RETURN found;
END $$;
