import { sql } from "kysely";
import type { Db, Tx } from "#platform/database.ts";
import type { DecisionText, PlanDecision } from "../plan-decision.ts";

const columns = sql`d.id, d.what, d.why, d.decided_by AS "decidedBy", d.decided_on AS "decidedOn", d.version,
  u.name AS writer, d.written_at AS "writtenAt"
  FROM plan_decisions d LEFT JOIN users u ON u.id = d.written_by`;

/** The decisions of a plan that was found in sight, the newest first. */
export async function readDecisions(
  db: Db,
  planId: string,
  part: { size: number; offset: number },
): Promise<PlanDecision[]> {
  const { rows } = await sql<PlanDecision>`
    SELECT ${columns} WHERE d.plan_id = ${planId} AND d.removed_at IS NULL
    ORDER BY d.decided_on DESC, d.written_at DESC, d.id LIMIT ${part.size} OFFSET ${part.offset}`.execute(db);
  return rows;
}

export async function countDecisions(db: Db, planId: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`SELECT count(*) AS count FROM plan_decisions
    WHERE plan_id = ${planId} AND removed_at IS NULL`.execute(db);
  return rows[0]!.count;
}

export async function readDecision(
  db: Db | Tx,
  planId: string,
  id: string,
): Promise<PlanDecision | undefined> {
  const { rows } = await sql<PlanDecision>`
    SELECT ${columns} WHERE d.plan_id = ${planId} AND d.id = ${id} AND d.removed_at IS NULL`.execute(db);
  return rows[0];
}

export async function insertDecision(
  tx: Tx,
  { planId, decision, by, at }: { planId: string; decision: DecisionText; by: string; at: Date },
): Promise<string> {
  const { id } = await tx
    .insertInto("plan_decisions")
    .values({
      plan_id: planId,
      what: decision.what,
      why: decision.why,
      decided_by: decision.decidedBy,
      decided_on: decision.decidedOn,
      written_by: by,
      written_at: at,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

export async function writePlanDecision(
  tx: Tx,
  { id, version }: { id: string; version: number },
  decision: DecisionText,
): Promise<boolean> {
  const done = await tx
    .updateTable("plan_decisions")
    .set({
      what: decision.what,
      why: decision.why,
      decided_by: decision.decidedBy,
      decided_on: decision.decidedOn,
      version: version + 1,
    })
    .where("id", "=", id)
    .where("version", "=", version)
    .where("removed_at", "is", null)
    .executeTakeFirst();
  return done.numUpdatedRows === 1n;
}

export async function removeDecision(tx: Tx, id: string, at: Date): Promise<void> {
  await tx.updateTable("plan_decisions").set({ removed_at: at }).where("id", "=", id).execute();
}
