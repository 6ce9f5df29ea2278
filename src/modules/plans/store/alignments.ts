import { sql } from "kysely";
import type { Db, Tx } from "#platform/database.ts";
import type { Looker } from "#platform/sight.ts";
import type { Alignment, NodeFound } from "../plan-measure.ts";
import { inSight, keysFirst, tsQuery } from "./find-plans.ts";

/** Both ways: what this plan serves, and what serves it; only where the other plan is in sight. */
export async function readAlignments(db: Db, looker: Looker, planId: string): Promise<Alignment[]> {
  const { rows } = await sql<Alignment>`
    WITH ${keysFirst(looker)}
    (SELECT a.id, n.text AS "nodeText", a.reason, p.id AS "planId", p.title AS "planTitle", b.name AS "bodyName",
      t.text AS "otherNodeText", true AS "isOut",
      p.kind = 'framework' AND t.written_at > a.aligned_at AS "hasMoved", a.aligned_at
    FROM alignments a JOIN plans p ON p.id = a.to_plan_id JOIN bodies b ON b.id = p.body_id
    JOIN plan_nodes t ON t.id = a.to_node_id LEFT JOIN plan_nodes n ON n.id = a.node_id
    WHERE a.plan_id = ${planId} AND a.removed_at IS NULL AND ${inSight(looker)}
    ORDER BY a.aligned_at DESC LIMIT 50)
    UNION ALL
    (SELECT a.id, t.text AS "nodeText", a.reason, p.id AS "planId", p.title AS "planTitle", b.name AS "bodyName",
      n.text AS "otherNodeText", false AS "isOut", false AS "hasMoved", a.aligned_at
    FROM plan_nodes t JOIN alignments a ON a.to_node_id = t.id AND a.removed_at IS NULL
    JOIN plans p ON p.id = a.plan_id JOIN bodies b ON b.id = p.body_id LEFT JOIN plan_nodes n ON n.id = a.node_id
    WHERE t.plan_id = ${planId} AND t.removed_at IS NULL AND ${inSight(looker)}
    ORDER BY a.aligned_at DESC LIMIT 50)`.execute(db);
  return rows;
}

/** Nodes of other plans that hold the words, in plans that are in sight: frameworks and strategies before projects. */
export async function findNodes(
  db: Db,
  looker: Looker,
  { planId, words, most }: { planId: string; words: readonly string[]; most: number },
): Promise<NodeFound[]> {
  if (words.length === 0) return [];
  const { rows } = await sql<NodeFound>`
    WITH ${keysFirst(looker)}, likely AS MATERIALIZED (
      SELECT p.id, p.title, p.body_id, array_position(ARRAY['framework', 'strategy', 'programme', 'project'], p.kind) AS rank
      FROM plans p WHERE p.search @@ ${tsQuery(words)} AND p.id <> ${planId} AND ${inSight(looker)} LIMIT 400
    ), best AS (SELECT * FROM likely ORDER BY rank, title LIMIT 60)
    SELECT n.id AS "nodeId", n.text, n.kind, l.id AS "planId", l.title AS "planTitle", b.name AS "bodyName"
    FROM best l JOIN plan_nodes n ON n.plan_id = l.id AND n.removed_at IS NULL JOIN bodies b ON b.id = l.body_id
    WHERE to_tsvector('english', n.text) @@ ${tsQuery(words)} OR n.kind = 'aim'
    ORDER BY l.rank, n.kind = 'aim', l.title, n.text LIMIT ${most}`.execute(db);
  return rows;
}

/** A node that somebody chose, with its plan, if it is in their sight. */
export async function readNodeInSight(
  db: Db | Tx,
  looker: Looker,
  nodeId: string,
): Promise<{ planId: string } | undefined> {
  const { rows } = await sql<{ planId: string }>`
    WITH ${keysFirst(looker)}
    SELECT n.plan_id AS "planId" FROM plan_nodes n JOIN plans p ON p.id = n.plan_id
    WHERE n.id = ${nodeId} AND n.removed_at IS NULL AND ${inSight(looker)}`.execute(db);
  return rows[0];
}

export type Aligning = {
  planId: string;
  nodeId: string | null;
  toPlanId: string;
  toNodeId: string;
  reason: string;
  by: string;
  at: Date;
};

/** The same claim again changes nothing. */
export async function insertAlignment(tx: Tx, given: Aligning): Promise<void> {
  await sql`
    INSERT INTO alignments (plan_id, node_id, to_plan_id, to_node_id, reason, aligned_by, aligned_at)
    VALUES (${given.planId}, ${given.nodeId}, ${given.toPlanId}, ${given.toNodeId}, ${given.reason}, ${given.by}, ${given.at})
    ON CONFLICT DO NOTHING`.execute(tx);
}

export async function removeAlignment(
  tx: Tx,
  { planId, id, at }: { planId: string; id: string; at: Date },
): Promise<boolean> {
  const removed = await tx
    .updateTable("alignments")
    .set({ removed_at: at })
    .where("id", "=", id)
    .where("plan_id", "=", planId)
    .where("removed_at", "is", null)
    .executeTakeFirst();
  return removed.numUpdatedRows === 1n;
}

/** How many plans in sight serve each of these nodes: what a framework shows beside its actions. */
export async function countAlignments(
  db: Db,
  looker: Looker,
  nodeIds: readonly string[],
): Promise<{ nodeId: string; plans: number }[]> {
  if (nodeIds.length === 0) return [];
  const { rows } = await sql<{ nodeId: string; plans: number }>`
    WITH ${keysFirst(looker)}
    SELECT a.to_node_id AS "nodeId", count(DISTINCT a.plan_id) AS plans
    FROM alignments a JOIN plans p ON p.id = a.plan_id
    WHERE a.to_node_id = ANY (${[...nodeIds]}::uuid[]) AND a.removed_at IS NULL AND ${inSight(looker)}
    GROUP BY a.to_node_id`.execute(db);
  return rows;
}
