import { sql } from "kysely";
import type { Db } from "#platform/database.ts";
import { keysOf, type Looker } from "#platform/sight.ts";
import type { Likeness } from "../similar-strategies.ts";

/** Of a kind with thousands of bodies only the newest are looked at. */
const mostOfKind = 500;

const mostCompared = 60;

const likeness = sql`p.id AS "planId", b.name AS "bodyName", k.label AS kind, p.aim,
  ARRAY(SELECT n.text FROM plan_nodes n WHERE n.plan_id = p.id AND n.removed_at IS NULL
    AND n.kind IN ('primary', 'secondary') ORDER BY n.text LIMIT 40) AS drivers,
  ARRAY(SELECT n.text FROM line_plans l JOIN plan_nodes n ON n.id = l.to_node_id
    WHERE l.plan_id = p.id ORDER BY n.text LIMIT 40) AS serves`;

/**
 * A strategy and those of bodies of its kind that this person can see: first those that serve the most of the same.
 * The strategies of the kind are few beside the plans in sight, so they are found first, body by body: what other
 * kinds of bodies wrote is never read.
 */
export async function readLikenesses(
  db: Db,
  looker: Looker,
  planId: string,
): Promise<{ own: Likeness | undefined; others: Likeness[] }> {
  const { rows } = await sql<Likeness>`
    WITH mine AS (
      SELECT b.kind, b.ancestors, ARRAY(SELECT l.to_node_id FROM line_plans l WHERE l.plan_id = p.id) AS serves
      FROM plans p JOIN bodies b ON b.id = p.body_id WHERE p.id = ${planId}
    ), kin AS MATERIALIZED (
      SELECT s.plan_id, s.published_on, b.ancestors
      FROM mine JOIN bodies b ON b.kind = mine.kind,
        LATERAL (SELECT n.plan_id, n.published_on FROM strategies n WHERE n.body_id = b.id LIMIT 5) s
      ORDER BY s.published_on DESC NULLS LAST, s.plan_id LIMIT ${mostOfKind}
    ), near AS (
      SELECT p.id, 0 AS rank FROM plans p WHERE p.id = ${planId}
      UNION ALL (
        SELECT p.id, row_number() OVER (ORDER BY alike.count DESC, (kin.ancestors && mine.ancestors) DESC,
          kin.published_on DESC NULLS LAST, p.id)
        FROM mine, kin JOIN plans p ON p.id = kin.plan_id, LATERAL (
            SELECT count(*) FROM line_plans l WHERE l.plan_id = p.id AND l.to_node_id = ANY (mine.serves)) alike
        WHERE p.id <> ${planId} AND p.opened_by && ${keysOf(looker)}
        ORDER BY 2 LIMIT ${mostCompared})
    )
    SELECT ${likeness} FROM near JOIN plans p ON p.id = near.id
      JOIN bodies b ON b.id = p.body_id JOIN body_kinds k ON k.kind = b.kind ORDER BY near.rank`.execute(db);
  const [own, ...others] = rows;
  return { own, others };
}
