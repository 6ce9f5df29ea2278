import { sql } from "kysely";
import type { Db, Tx } from "#platform/database.ts";
import { keysOf, type Looker } from "#platform/sight.ts";
import type {
  Belief,
  DraftNode,
  LinkRow,
  NodeKind,
  NodeMeasure,
  NodeTest,
  NodeTried,
} from "../diagram/diagram.ts";

export type NodeRow = {
  id: string;
  kind: NodeKind;
  text: string;
  note: string;
  version: number;
  copiedFrom: string | null;
  measures: number;
  tests: number;
  variation: string | null;
  /** Which way is good for what that measure counts. */
  better: string | null;
};

/** The nodes of a plan in sight, with what the measures in the looker's own sight say of each. */
export async function readNodes(db: Db | Tx, looker: Looker, planId: string): Promise<NodeRow[]> {
  const { rows } = await sql<NodeRow>`
    SELECT n.id, n.kind, n.text, n.note, n.version, n.copied_from AS "copiedFrom",
      coalesce(m.count, 0)::int AS measures, m.variation, m.better, coalesce(t.count, 0)::int AS tests
    FROM plan_nodes n
    LEFT JOIN (
      SELECT node_id, count(*) AS count FROM tests WHERE plan_id = ${planId} AND node_id IS NOT NULL GROUP BY node_id
    ) t ON t.node_id = n.id
    LEFT JOIN (
      SELECT a.node_id, count(*) AS count,
        (array_agg(s.variation ORDER BY a.attached_at, s.id))[1] AS variation,
        (array_agg(v.better ORDER BY a.attached_at, s.id))[1] AS better
      FROM plan_series a JOIN series s ON s.id = a.series_id
      JOIN definition_versions v ON v.definition_id = s.definition_id AND v.version = s.definition_version
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
    .select([
      "l.parent_id as parent",
      "l.child_id as child",
      "l.position",
      sql<Belief | null>`(
        SELECT b.belief FROM link_beliefs b WHERE b.child_id = l.child_id AND b.parent_id = l.parent_id
        ORDER BY b.id DESC LIMIT 1)`.as("belief"),
    ])
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

/** What was tried for each node, the earliest first. */
export async function readNodeTests(db: Db | Tx, planId: string): Promise<NodeTest[]> {
  return db
    .selectFrom("tests")
    .where("plan_id", "=", planId)
    .where("node_id", "is not", null)
    .select([sql<string>`node_id`.as("node"), "change as text", "decision", "ends_on as endsOn"])
    .orderBy("starts_on")
    .orderBy("id")
    .limit(500)
    .execute();
}

export async function readAimId(db: Db | Tx, planId: string): Promise<string> {
  const aim = await db
    .selectFrom("plan_nodes")
    .where("plan_id", "=", planId)
    .where("kind", "=", "aim")
    .where("removed_at", "is", null)
    .select("id")
    .executeTakeFirst();
  return aim?.id ?? "";
}

/** Plans in whose teams somebody is, the last changed first. */
export async function readOwnPlans(
  db: Db,
  { person, at }: { person: string; at: Date },
): Promise<{ id: string; title: string; body: string }[]> {
  return db
    .selectFrom("group_members as m")
    .innerJoin("plans as p", "p.id", "m.group_id")
    .innerJoin("bodies as b", "b.id", "p.body_id")
    .where("m.user_id", "=", person)
    .where("m.started_at", "<=", at)
    .where((where) => where.or([where("m.ended_at", "is", null), where("m.ended_at", ">", at)]))
    .select(["p.id", "p.title", "b.name as body"])
    .orderBy("p.last_edit_at", "desc")
    .limit(100)
    .execute();
}

export type NodeCredit = { planId: string; title: string; body: string };

/** The plan that a node was copied from, if that is in the looker's sight. */
export async function readCredit(db: Db, looker: Looker, from: string): Promise<NodeCredit | undefined> {
  const { rows } = await sql<NodeCredit>`
    SELECT p.id AS "planId", p.title, b.name AS body
    FROM plan_nodes n JOIN plans p ON p.id = n.plan_id JOIN bodies b ON b.id = p.body_id
    WHERE n.id = ${from} AND p.opened_by && ${keysOf(looker)}`.execute(db);
  return rows[0];
}

/** What is measured on one node, as far as the looker sees it. */
export async function readNodeMeasures(db: Db, looker: Looker, nodeId: string): Promise<NodeMeasure[]> {
  const { rows } = await sql<NodeMeasure>`
    SELECT s.id, concat_ws(': ', v.name, nullif(s.split, '')) AS name, s.sentence
    FROM plan_series a JOIN series s ON s.id = a.series_id
    JOIN definition_versions v ON v.definition_id = s.definition_id AND v.version = s.definition_version
    WHERE a.node_id = ${nodeId} AND s.opened_by && ${keysOf(looker)}
    ORDER BY a.attached_at, s.id LIMIT 50`.execute(db);
  return rows;
}

/** What was tried for one node, the newest first. */
export async function readTriedFor(db: Db, nodeId: string): Promise<NodeTried[]> {
  return db
    .selectFrom("tests")
    .where("node_id", "=", nodeId)
    .select(["id", "change", "decision"])
    .orderBy("starts_on", "desc")
    .orderBy("id")
    .limit(50)
    .execute();
}
