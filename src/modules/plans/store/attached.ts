import { sql } from "kysely";
import type { Db, Tx } from "#platform/database.ts";
import { keysOf, type Looker } from "#platform/sight.ts";
import type { Attached, NodeChoice } from "../plan-measure.ts";

/**
 * What is measured in a plan that was found in sight: only series that whoever asks can see as well. Where
 * many places count the same thing, the first of them comes with the others and the rest after.
 */
export async function readAttached(
  db: Db,
  looker: Looker,
  { planId, limit, offset }: { planId: string; limit: number; offset: number },
): Promise<Attached[]> {
  const { rows } = await sql<Attached>`
    SELECT a.series_id AS "seriesId", a.node_id AS "nodeId", n.text AS "nodeText"
    FROM plan_series a JOIN series s ON s.id = a.series_id
    LEFT JOIN plan_nodes n ON n.id = a.node_id AND n.removed_at IS NULL
    WHERE a.plan_id = ${planId} AND s.opened_by && ${keysOf(looker)}
    ORDER BY s.closed_at IS NOT NULL,
      row_number() OVER (PARTITION BY s.definition_id ORDER BY a.attached_at, a.series_id) > 1,
      n.kind = 'aim' DESC, a.attached_at, a.series_id LIMIT ${limit} OFFSET ${offset}`.execute(db);
  return rows;
}

export async function countAttached(db: Db, looker: Looker, planId: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    SELECT count(*)::integer AS count FROM plan_series a JOIN series s ON s.id = a.series_id
    WHERE a.plan_id = ${planId} AND s.opened_by && ${keysOf(looker)}`.execute(db);
  return rows[0]!.count;
}

/** The entries of its diagram, the aim first and then as they were written. */
export async function readNodeChoices(db: Db, planId: string): Promise<NodeChoice[]> {
  const { rows } = await sql<NodeChoice>`
    SELECT id, kind, text FROM plan_nodes WHERE plan_id = ${planId} AND removed_at IS NULL
    ORDER BY array_position(ARRAY['aim', 'primary', 'secondary', 'idea'], kind), written_at, id LIMIT 500`.execute(
    db,
  );
  return rows;
}

type Attaching = { planId: string; seriesId: string; nodeId: string | null; by: string; at: Date };

export async function attach(tx: Tx, { planId, seriesId, nodeId, by, at }: Attaching): Promise<void> {
  await sql`
    INSERT INTO plan_series (plan_id, series_id, node_id, attached_by, attached_at)
    VALUES (${planId}, ${seriesId}, ${nodeId}, ${by}, ${at}) ON CONFLICT DO NOTHING`.execute(tx);
}

/** Says whether it was attached there. */
export async function detach(
  tx: Tx,
  { planId, seriesId, nodeId }: Pick<Attaching, "planId" | "seriesId" | "nodeId">,
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    DELETE FROM plan_series WHERE plan_id = ${planId} AND series_id = ${seriesId}
      AND node_id IS NOT DISTINCT FROM ${nodeId}::uuid`.execute(tx);
  return numAffectedRows === 1n;
}
