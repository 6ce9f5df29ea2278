import { sql } from "kysely";
import type { Db } from "#platform/database.ts";
import type { Served } from "../moved.ts";

const served = sql`p.id AS "planId", p.title AS "planTitle", f.id AS "frameworkId", f.key AS "frameworkKey",
  v.title AS "frameworkTitle", n.reference, f.number AS "to",
  coalesce((SELECT max(o.number) FROM framework_versions o
    WHERE o.framework_id = f.id AND o.made_at <= a.aligned_at), 1) AS "from"
  FROM alignments a JOIN plans p ON p.id = a.plan_id JOIN frameworks f ON f.plan_id = a.to_plan_id
    JOIN framework_versions v ON v.framework_id = f.id AND v.number = f.number AND v.made_at > a.aligned_at
    JOIN plan_nodes n ON n.id = a.to_node_id AND n.reference IS NOT NULL`;

/** What a plan serves of frameworks that have changed since it was aligned. */
export async function listServedBy(db: Db, planId: string): Promise<Served[]> {
  const { rows } = await sql<Served>`
    SELECT ${served} WHERE a.plan_id = ${planId} AND a.removed_at IS NULL ORDER BY n.reference LIMIT 20`.execute(
    db,
  );
  return rows;
}

/** The same of everything that somebody leads, where the newest version was made since then. */
export async function listServedByPerson(db: Db, personId: string, since: Date): Promise<Served[]> {
  const { rows } = await sql<Served>`
    SELECT ${served} JOIN group_members g ON g.group_id = p.id AND g.user_id = ${personId} AND g.role = 'lead'
      AND g.ended_at IS NULL
    WHERE a.removed_at IS NULL AND v.made_at >= ${since} ORDER BY p.title, n.reference LIMIT 20`.execute(db);
  return rows;
}

export type NewVersions = { frameworkId: string; planId: string; before: number; after: number; at: Date };

/** Frameworks that came to a newer version in a while: from which to which, and when to the last. */
export async function listNewVersions(
  db: Db,
  { from, to }: { from: Date; to: Date },
): Promise<NewVersions[]> {
  const { rows } = await sql<NewVersions>`
    SELECT f.id AS "frameworkId", f.plan_id AS "planId", min(v.number) - 1 AS before, max(v.number) AS after,
      max(v.made_at) AS at
    FROM frameworks f JOIN framework_versions v ON v.framework_id = f.id
    WHERE f.plan_id IS NOT NULL AND v.number > 1 AND v.made_at >= ${from} AND v.made_at < ${to}
    GROUP BY f.id`.execute(db);
  return rows;
}

export type MovedNode = { nodeId: string; at: Date };

export async function listNodesOf(
  db: Db,
  { planId, keys, at }: { planId: string; keys: readonly string[]; at: Date },
): Promise<MovedNode[]> {
  const { rows } = await sql<{ nodeId: string }>`
    SELECT n.id AS "nodeId" FROM plan_nodes n
    WHERE n.plan_id = ${planId} AND n.reference = ANY (${[...new Set(keys)]})`.execute(db);
  return rows.map(({ nodeId }) => ({ nodeId, at }));
}
