import { sql } from "kysely";
import type { Db, Tx } from "#platform/database.ts";
import { keysOf, type Looker } from "#platform/sight.ts";
import type { DraftNode, LinkRow, NodeKind } from "../diagram/diagram.ts";

export type NodeRow = {
  id: string;
  kind: NodeKind;
  text: string;
  note: string;
  version: number;
  copiedFrom: string | null;
  measures: number;
  variation: string | null;
};

/** The nodes of a plan in sight, with what the measures in the looker's own sight say of each. */
export async function readNodes(db: Db | Tx, looker: Looker, planId: string): Promise<NodeRow[]> {
  const { rows } = await sql<NodeRow>`
    SELECT n.id, n.kind, n.text, n.note, n.version, n.copied_from AS "copiedFrom",
      coalesce(m.count, 0)::int AS measures, m.variation
    FROM plan_nodes n
    LEFT JOIN (
      SELECT a.node_id, count(*) AS count,
        (array_agg(s.variation ORDER BY a.attached_at, s.id))[1] AS variation
      FROM plan_series a JOIN series s ON s.id = a.series_id
      WHERE a.plan_id = ${planId} AND a.node_id IS NOT NULL AND s.opened_by && ${keysOf(looker)}
      GROUP BY a.node_id
    ) m ON m.node_id = n.id
    WHERE n.plan_id = ${planId} AND n.removed_at IS NULL
    ORDER BY n.kind <> 'aim', n.written_at, n.id`.execute(db);
  return rows;
}

/** Links between nodes that are there, in the order of children under their parents. */
export async function readLinks(db: Db | Tx, planId: string): Promise<LinkRow[]> {
  return db
    .selectFrom("node_links as l")
    .innerJoin("plan_nodes as p", "p.id", "l.parent_id")
    .innerJoin("plan_nodes as c", "c.id", "l.child_id")
    .where("l.plan_id", "=", planId)
    .where("p.removed_at", "is", null)
    .where("c.removed_at", "is", null)
    .select(["l.parent_id as parent", "l.child_id as child", "l.position"])
    .orderBy("l.position")
    .orderBy("l.child_id")
    .execute();
}

/** For a change: the plan is locked, so that changes of one diagram follow one another. */
export async function lockDiagram(tx: Tx, planId: string): Promise<number> {
  const { rows } = await sql<{ version: number }>`
    SELECT diagram_version AS version FROM plans WHERE id = ${planId} FOR NO KEY UPDATE`.execute(tx);
  return rows[0]!.version;
}

export async function readDraftNodes(db: Db | Tx, planId: string): Promise<DraftNode[]> {
  return db
    .selectFrom("plan_nodes")
    .where("plan_id", "=", planId)
    .where("removed_at", "is", null)
    .select(["id", sql<NodeKind>`kind`.as("kind"), "text", "version"])
    .orderBy(sql`kind <> 'aim'`)
    .orderBy("written_at")
    .orderBy("id")
    .execute();
}

/** Who wrote the words that stand there now. */
export async function readWriter(db: Db | Tx, nodeId: string): Promise<string | undefined> {
  const row = await db
    .selectFrom("plan_nodes as n")
    .innerJoin("users as u", "u.id", "n.written_by")
    .where("n.id", "=", nodeId)
    .select("u.name")
    .executeTakeFirst();
  return row?.name;
}
