-- Every 10 minutes the lines of a framework are reckoned anew, and at national scale hardly any of 260,000 has changed.
-- Writing only those that did spares the log and the vacuum, and keeps the work under an item to be read from an index
-- alone, the nearest first.
CREATE INDEX line_plans_by_step ON line_plans (to_node_id, steps, plan_id);

CREATE OR REPLACE FUNCTION reckon_lines(framework_plan uuid, at timestamptz) RETURNS integer
LANGUAGE plpgsql AS $$
DECLARE
  found integer;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('reckon-lines/' || framework_plan::text, 0));
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
  ), fresh AS MATERIALIZED (
    SELECT to_node_id, plan_id, min(steps) AS steps FROM served WHERE plan_id <> framework_plan
    GROUP BY to_node_id, plan_id
  ), gone AS (
    DELETE FROM line_plans l USING plan_nodes n
    WHERE n.id = l.to_node_id AND n.plan_id = framework_plan
      AND (l.to_node_id, l.plan_id) NOT IN (SELECT f.to_node_id, f.plan_id FROM fresh f)
  )
  INSERT INTO line_plans AS l (to_node_id, plan_id, steps)
  SELECT f.to_node_id, f.plan_id, f.steps FROM fresh f
  WHERE NOT EXISTS (SELECT FROM line_plans o
    WHERE o.to_node_id = f.to_node_id AND o.plan_id = f.plan_id AND o.steps = f.steps)
  ON CONFLICT (to_node_id, plan_id) DO UPDATE SET steps = excluded.steps;
  SELECT count(*) INTO found FROM line_plans l JOIN plan_nodes n ON n.id = l.to_node_id
  WHERE n.plan_id = framework_plan;

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
