import { sql } from "kysely";
import type { Db, Tx } from "#platform/database.ts";
import type { PlanNode } from "../plan-nodes.ts";

/** Frameworks whose keeper has a page here and that are no plan yet. */
export async function listWithoutPlan(db: Db): Promise<{ id: string; key: string; number: number }[]> {
  const { rows } = await sql<{ id: string; key: string; number: number }>`
    SELECT id, key, number FROM frameworks WHERE plan_id IS NULL ORDER BY key`.execute(db);
  return rows;
}

export type NewPlan = { frameworkId: string; title: string; aim: string; bodyId: string; at: Date };

/** The framework as a plan that everybody sees. Nobody is in its team: it changes by its versions. */
export async function insertFrameworkPlan(tx: Tx, given: NewPlan): Promise<string> {
  const { frameworkId, title, aim, bodyId, at } = given;
  const { id } = await tx.insertInto("groups").defaultValues().returning("id").executeTakeFirstOrThrow();
  await sql`INSERT INTO plans (id, kind, title, sentence, aim, stage, visibility, body_id, body_ids, last_edit_at,
      created_at, stage_since)
    VALUES (${id}, 'framework', ${title}, ${aim}, ${aim}, 'implementing', 'public', ${bodyId}, ARRAY[${bodyId}::uuid],
      ${at}, ${at}, ${at})`.execute(tx);
  await sql`INSERT INTO plan_stages (plan_id, stage, since) VALUES (${id}, 'implementing', ${at})`.execute(
    tx,
  );
  await sql`INSERT INTO plan_visibilities (plan_id, visibility, since) VALUES (${id}, 'public', ${at})`.execute(
    tx,
  );
  await tx.updateTable("frameworks").set({ plan_id: id }).where("id", "=", frameworkId).execute();
  return id;
}

/** Makes the diagram what the version says. A node keeps its id as long as its item lives, and so its alignments. */
export async function writeNodes(
  tx: Tx,
  planId: string,
  nodes: readonly PlanNode[],
  at: Date,
): Promise<void> {
  const rows = JSON.stringify(nodes.map(({ parents: _parents, ...node }) => node));
  await sql`UPDATE plan_nodes SET removed_at = ${at}
    WHERE plan_id = ${planId} AND removed_at IS NULL
      AND NOT coalesce(reference = ANY (${nodes.map((node) => node.reference)}), false)`.execute(tx);
  await sql`INSERT INTO plan_nodes AS n (plan_id, reference, kind, text, note, written_at)
    SELECT ${planId}, r.reference, r.kind, r.text, r.note, ${at}
    FROM jsonb_to_recordset(${rows}::jsonb) AS r (reference text, kind text, text text, note text)
    ON CONFLICT (plan_id, reference) WHERE reference IS NOT NULL
    DO UPDATE SET kind = excluded.kind, text = excluded.text, note = excluded.note, removed_at = NULL,
      version = n.version + 1, written_at = excluded.written_at
    WHERE (n.kind, n.text, n.note) IS DISTINCT FROM (excluded.kind, excluded.text, excluded.note)
      OR n.removed_at IS NOT NULL`.execute(tx);
  await sql`DELETE FROM node_links WHERE plan_id = ${planId}`.execute(tx);
  const links = nodes.flatMap(({ reference, parents }, position) =>
    parents.map((parent) => ({ parent, child: reference, position })),
  );
  await sql`INSERT INTO node_links (plan_id, parent_id, child_id, position)
    SELECT ${planId}, p.id, c.id, r.position
    FROM jsonb_to_recordset(${JSON.stringify(links)}::jsonb) AS r (parent text, child text, position int)
    JOIN plan_nodes p ON p.plan_id = ${planId} AND p.reference = r.parent
    JOIN plan_nodes c ON c.plan_id = ${planId} AND c.reference = r.child`.execute(tx);
  await sql`UPDATE plans SET diagram_version = diagram_version + 1, last_edit_at = ${at},
    search_text = '' WHERE id = ${planId}`.execute(tx);
}
