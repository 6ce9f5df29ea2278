import { sql } from "kysely";
import type { Db } from "#platform/database.ts";
import type { NodeState } from "../diagram/diagram.ts";

/**
 * Every node of a plan as it stood at a moment: after the last change before it; else before the first change after
 * it; and what was never changed as it is, once it had been written.
 */
export async function readStatesAt(
  db: Db,
  planId: string,
  at: Date,
): Promise<{ id: string; state: NodeState }[]> {
  const { rows } = await sql<{ id: string; state: NodeState }>`
    WITH earlier AS (
      SELECT DISTINCT ON (node_id) node_id, after AS state FROM diagram_changes
      WHERE plan_id = ${planId} AND changed_at <= ${at} ORDER BY node_id, id DESC
    ), later AS (
      SELECT DISTINCT ON (node_id) node_id, before AS state FROM diagram_changes
      WHERE plan_id = ${planId} AND changed_at > ${at} ORDER BY node_id, id
    ), untouched AS (
      SELECT n.id, jsonb_build_object('kind', n.kind, 'text', n.text, 'under', coalesce((
        SELECT jsonb_agg(jsonb_build_array(l.parent_id, l.position)) FROM node_links l WHERE l.child_id = n.id), '[]')) AS state
      FROM plan_nodes n
      WHERE n.plan_id = ${planId} AND n.removed_at IS NULL AND n.written_at <= ${at}
        AND NOT EXISTS (SELECT FROM diagram_changes c WHERE c.plan_id = ${planId} AND c.node_id = n.id)
    )
    SELECT id, state FROM untouched
    UNION ALL
    SELECT coalesce(e.node_id, l.node_id), CASE WHEN e.node_id IS NULL THEN l.state ELSE e.state END
    FROM earlier e FULL JOIN later l ON l.node_id = e.node_id
    WHERE CASE WHEN e.node_id IS NULL THEN l.state ELSE e.state END IS NOT NULL`.execute(db);
  return rows;
}

export type DiagramDay = { day: string; changes: number; people: string[] };

/** Days on which the diagram changed, the newest first: by its record, and by when what stands there was written. */
export async function readDays(db: Db, planId: string): Promise<DiagramDay[]> {
  const { rows } = await sql<DiagramDay>`
    SELECT day::text, sum(changes)::int AS changes,
      coalesce(array_agg(DISTINCT name ORDER BY name) FILTER (WHERE name IS NOT NULL), '{}') AS people
    FROM (
      SELECT (c.changed_at AT TIME ZONE 'Europe/London')::date AS day, 1 AS changes, u.name
      FROM diagram_changes c LEFT JOIN users u ON u.id = c.changed_by WHERE c.plan_id = ${planId}
      UNION ALL
      SELECT (n.written_at AT TIME ZONE 'Europe/London')::date, 1, u.name
      FROM plan_nodes n LEFT JOIN users u ON u.id = n.written_by
      WHERE n.plan_id = ${planId}
        AND NOT EXISTS (SELECT FROM diagram_changes c WHERE c.plan_id = ${planId} AND c.node_id = n.id)
    ) all_changes
    GROUP BY day ORDER BY day DESC LIMIT 200`.execute(db);
  return rows;
}

export type ChangeRow = {
  id: number;
  nodeId: string;
  before: NodeState | null;
  after: NodeState | null;
  who: string | null;
  at: Date;
};

export async function readChanges(
  db: Db,
  planId: string,
  part: { size: number; offset: number },
): Promise<ChangeRow[]> {
  const { rows } = await sql<ChangeRow>`
    SELECT c.id, c.node_id AS "nodeId", c.before, c.after, u.name AS who, c.changed_at AS at
    FROM diagram_changes c LEFT JOIN users u ON u.id = c.changed_by
    WHERE c.plan_id = ${planId}
    ORDER BY c.changed_at DESC, c.id DESC LIMIT ${part.size} OFFSET ${part.offset}`.execute(db);
  return rows;
}

export async function countChanges(db: Db, planId: string): Promise<number> {
  const { count } = await db
    .selectFrom("diagram_changes")
    .where("plan_id", "=", planId)
    .select((column) => column.fn.countAll<number>().as("count"))
    .executeTakeFirstOrThrow();
  return count;
}

/** What nodes are called that a record speaks of, removed ones too. */
export async function readTextsOf(
  db: Db,
  planId: string,
  ids: readonly string[],
): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom("plan_nodes")
    .where("plan_id", "=", planId)
    .where("id", "in", [...ids])
    .select(["id", "text"])
    .execute();
  return new Map(rows.map(({ id, text }) => [id, text]));
}
