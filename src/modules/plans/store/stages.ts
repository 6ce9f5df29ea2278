import { sql } from "kysely";
import type { Db, Tx } from "#platform/database.ts";
import { tell } from "#platform/live.ts";
import type { AimMet, Stage, StageRow } from "../plan.ts";

export type StageWriting = {
  planId: string;
  stage: Stage;
  reason: string;
  learned: string;
  aimMet?: AimMet | null;
  version: number;
  by: string;
  at: Date;
};

/** Says whether it was written: not, when somebody changed the plan first. */
export async function writeStage(tx: Tx, given: StageWriting): Promise<boolean> {
  const { planId, stage, reason, learned, aimMet, version, by, at } = given;
  const written = await tx
    .updateTable("plans")
    .set((column) => ({
      stage,
      learned,
      stage_since: at,
      last_edit_at: at,
      version: column("version", "+", 1),
      ...(aimMet !== undefined && { aim_met: aimMet }),
    }))
    .where("id", "=", planId)
    .where("version", "=", version)
    .executeTakeFirst();
  if (written.numUpdatedRows === 0n) return false;
  await tx
    .insertInto("plan_stages")
    .values({ plan_id: planId, stage, since: at, reason, set_by: by })
    // Twice in one moment: the later one is what it came to.
    .onConflict((on) => on.columns(["plan_id", "since"]).doUpdateSet({ stage, reason, set_by: by }))
    .execute();
  await writeChecks(tx, { planId, stage, at });
  await tell(tx, `plan:${planId}`);
  return true;
}

/** A project that was finished is asked how it stands later; one that goes on or was given up is not. */
async function writeChecks(tx: Tx, { planId, stage, at }: Pick<StageWriting, "planId" | "stage" | "at">) {
  await tx.deleteFrom("plan_checks").where("plan_id", "=", planId).where("answered_at", "is", null).execute();
  if (stage !== "closed") return;
  await sql`
    INSERT INTO plan_checks (plan_id, months, due_on)
    SELECT ${planId}::uuid, m, (${at}::timestamptz + make_interval(months => m))::date FROM unnest(ARRAY[3, 6, 12]) m
    ON CONFLICT (plan_id, months) DO UPDATE SET due_on = excluded.due_on, asked_at = NULL, answered_at = NULL,
      answered_by = NULL, answer = NULL, note = ''`.execute(tx);
}

/** Every stage it came to, the newest first. */
export async function readStages(db: Db, planId: string): Promise<StageRow[]> {
  const { rows } = await sql<StageRow>`
    SELECT s.stage, s.since, s.reason, u.name AS "setBy"
    FROM plan_stages s LEFT JOIN users u ON u.id = s.set_by
    WHERE s.plan_id = ${planId} ORDER BY s.since DESC LIMIT 100`.execute(db);
  return rows;
}
