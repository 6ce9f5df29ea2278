import { sql, type RawBuilder } from "kysely";
import type { Db } from "#platform/database.ts";
import { keysOf, type Looker } from "#platform/sight.ts";
import type { LinePlan, NodeLine, StepUp } from "../line.ts";

/** Every node of a framework with what serves it: counted ahead, so that it is one look-up at any scale. */
export async function readLines(db: Db, planId: string): Promise<NodeLine[]> {
  const { rows } = await sql<NodeLine>`
    SELECT n.id AS "nodeId", n.reference, max(c.reckoned_at) AS "reckonedAt",
      coalesce(jsonb_agg(jsonb_build_object('tier', c.tier, 'plans', c.plans, 'improving', c.improving,
        'slipping', c.slipping, 'tests', c.tests)) FILTER (WHERE c.tier IS NOT NULL), '[]') AS counts
    FROM plan_nodes n LEFT JOIN line_counts c ON c.to_node_id = n.id
    WHERE n.plan_id = ${planId} AND n.removed_at IS NULL GROUP BY n.id, n.reference`.execute(db);
  return rows;
}

export type LineSought = {
  planId: string;
  reference: string;
  tier?: string | undefined;
  limit: number;
  offset: number;
};

/** As many as reckon_lines follows. */
const mostSteps = 6;

/**
 * The plans that serve a node or anything under it, as far as they are in sight; those nearest to it first. Step by
 * step, so that what lies further away is looked at only where the page is not full before.
 */
export async function listServing(db: Db, looker: Looker, sought: LineSought): Promise<LinePlan[]> {
  const { rows } = await sql<LinePlan>`
    WITH RECURSIVE under (id) AS (
      SELECT n.id FROM plan_nodes n WHERE n.plan_id = ${sought.planId} AND n.reference = ${sought.reference}
      UNION SELECT l.child_id FROM under u JOIN node_links l ON l.parent_id = u.id
    ), nodes AS MATERIALIZED (SELECT ARRAY(SELECT id FROM under) AS ids
    ), shown AS MATERIALIZED (
      SELECT near.id, step AS steps, near.tier FROM generate_series(1, ${mostSteps}) step, LATERAL (
        SELECT p.id, k.tier FROM (
            SELECT DISTINCT l.plan_id FROM line_plans l
            WHERE l.to_node_id = ANY ((SELECT ids FROM nodes)::uuid[]) AND l.steps = step
              AND NOT EXISTS (SELECT FROM line_plans o
                WHERE o.plan_id = l.plan_id AND o.to_node_id = ANY ((SELECT ids FROM nodes)::uuid[]) AND o.steps < step)) s
          CROSS JOIN LATERAL (
            SELECT p.id, p.body_id, p.last_edit_at FROM plans p
            WHERE p.id = s.plan_id AND p.opened_by && ${keysOf(looker)} OFFSET 0) p
          JOIN bodies b ON b.id = p.body_id JOIN body_kinds k ON k.kind = b.kind
        WHERE (${sought.tier ?? null}::text IS NULL OR k.tier = ${sought.tier ?? null})
        ORDER BY p.last_edit_at DESC, p.id LIMIT ${sought.limit + sought.offset}) near
      LIMIT ${sought.limit} OFFSET ${sought.offset}
    )
    SELECT p.id, p.kind, p.title, b.code AS "bodyCode", b.name AS "bodyName", s.tier,
      (SELECT count(*) FROM tests t WHERE t.plan_id = p.id) AS tests,
      p.improving_since AS "improvingSince", p.slipping_since AS "slippingSince"
    FROM shown s JOIN plans p ON p.id = s.id JOIN bodies b ON b.id = p.body_id
    ORDER BY s.steps, p.last_edit_at DESC, p.id`.execute(db);
  return rows;
}

/** From a plan up to whatever it serves, as far as each step is in sight. */
export async function readWayUp(db: Db, looker: Looker, planId: string): Promise<StepUp[]> {
  return wayUp(db, looker, sql`${planId}`);
}

/** From a plan of a body that looks up: its newest work, or else its strategy. */
export async function readWayUpOfBody(db: Db, looker: Looker, bodyId: string): Promise<StepUp[]> {
  return wayUp(
    db,
    looker,
    sql`(SELECT p.id FROM plans p WHERE p.body_id = ${bodyId} AND p.opened_by && (SELECT held FROM keys)
      AND EXISTS (SELECT FROM alignments a WHERE a.plan_id = p.id AND a.removed_at IS NULL)
      ORDER BY p.kind = 'strategy', p.last_edit_at DESC LIMIT 1)`,
  );
}

async function wayUp(db: Db, looker: Looker, first: RawBuilder<unknown>): Promise<StepUp[]> {
  const { rows } = await sql<StepUp>`
    WITH RECURSIVE keys AS MATERIALIZED (SELECT ${keysOf(looker)} AS held), up (alignment_id, plan_id, to_plan_id, to_node_id, depth) AS (
      SELECT a.id, a.plan_id, a.to_plan_id, a.to_node_id, 1 FROM alignments a
      WHERE a.plan_id = ${first} AND a.removed_at IS NULL
      UNION
      SELECT a.id, a.plan_id, a.to_plan_id, a.to_node_id, u.depth + 1 FROM up u
      JOIN alignments a ON a.plan_id = u.to_plan_id AND a.removed_at IS NULL
        AND (a.node_id IS NULL OR a.node_id = u.to_node_id OR EXISTS (
          WITH RECURSIVE above (id) AS (
            SELECT l.parent_id FROM node_links l WHERE l.child_id = u.to_node_id
            UNION SELECT l.parent_id FROM above x JOIN node_links l ON l.child_id = x.id
          ) SELECT FROM above WHERE id = a.node_id))
      WHERE u.depth < 6
    )
    SELECT u.alignment_id AS "alignmentId", p.id AS "planId", p.kind, p.title, b.name AS "bodyName", b.code AS "bodyCode",
      n.text AS serves, n.reference, u.to_plan_id AS "toPlanId", min(u.depth) AS depth
    FROM up u CROSS JOIN LATERAL ${inSight(sql`u.plan_id`)} p JOIN bodies b ON b.id = p.body_id
      JOIN plan_nodes n ON n.id = u.to_node_id CROSS JOIN LATERAL ${inSight(sql`u.to_plan_id`)} above
    GROUP BY u.alignment_id, p.id, p.kind, p.title, b.id, n.id, u.to_plan_id
    ORDER BY min(u.depth), p.title LIMIT 60`.execute(db);
  return rows;
}

/** Looked up by its id, and only then asked after: all that is in sight may be a hundred thousand. */
function inSight(id: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`(SELECT p.id, p.kind, p.title, p.body_id FROM plans p
    WHERE p.id = ${id} AND p.opened_by && (SELECT held FROM keys) OFFSET 0)`;
}

/** Counts again, away from whoever waits. */
export async function reckonLines(db: Db, at: Date): Promise<void> {
  const { rows } = await sql<{ plan: string }>`
    SELECT plan_id AS plan FROM frameworks WHERE plan_id IS NOT NULL`.execute(db);
  for (const { plan } of rows)
    await db.transaction().execute(async (tx) => {
      await sql`SET LOCAL statement_timeout = 0`.execute(tx);
      await sql`SELECT reckon_lines(${plan}, ${at})`.execute(tx);
    });
}

/** Local systems of which no strategy is published: the places that the line does not reach. */
export async function listPlacesWithout(db: Db): Promise<{ code: string; name: string }[]> {
  const { rows } = await sql<{ code: string; name: string }>`
    SELECT b.code, b.name FROM bodies b JOIN body_kinds k ON k.kind = b.kind AND k.tier = 'system'
    WHERE b.closed_on IS NULL AND NOT EXISTS (
      SELECT FROM strategies s WHERE s.body_id = b.id AND s.published_on IS NOT NULL)
    ORDER BY b.name LIMIT 100`.execute(db);
  return rows;
}
