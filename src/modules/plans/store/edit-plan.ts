import { sql } from "kysely";
import type { Db, Tx } from "#platform/database.ts";
import type { Visibility } from "#platform/sight.ts";
import type { Aim } from "../plan.ts";

export type PlanWriting = {
  planId: string;
  text: {
    title: string;
    aim: Aim;
    topics: readonly string[];
    method: string;
    localPriority: string;
    nationalPriority: string;
  };
  version: number;
  at: Date;
};

/** Says whether it was written: not, when somebody changed the plan first. */
export async function writePlan(tx: Tx, { planId, text, version, at }: PlanWriting): Promise<boolean> {
  const { title, aim, topics, method, localPriority, nationalPriority } = text;
  const written = await tx
    .updateTable("plans")
    .set((column) => ({
      title,
      aim: aim.text,
      aim_what: aim.what,
      aim_from: aim.from,
      aim_to: aim.to,
      aim_unit: aim.unit,
      aim_by: aim.by,
      aim_for: aim.forWhom,
      topics: [...topics],
      method,
      local_priority: localPriority,
      national_priority: nationalPriority,
      last_edit_at: at,
      version: column("version", "+", 1),
    }))
    .where("id", "=", planId)
    .where("version", "=", version)
    .executeTakeFirst();
  return written.numUpdatedRows === 1n;
}

export async function readAimNode(
  db: Db | Tx,
  planId: string,
): Promise<{ id: string; text: string; version: number } | undefined> {
  return db
    .selectFrom("plan_nodes")
    .select(["id", "text", "version"])
    .where("plan_id", "=", planId)
    .where("kind", "=", "aim")
    .where("removed_at", "is", null)
    .executeTakeFirst();
}

/** What stands in the diagram, in small letters. */
export async function readNodeTexts(db: Db | Tx, planId: string): Promise<string[]> {
  const { rows } = await sql<{ text: string }>`
    SELECT lower(text) AS text FROM plan_nodes WHERE plan_id = ${planId} AND removed_at IS NULL`.execute(db);
  return rows.map(({ text }) => text);
}

export type VisibilityRow = { visibility: Visibility; since: Date; setBy: string | null };

/** Who could see it from when on, the newest first. */
export async function readVisibilities(db: Db, planId: string): Promise<VisibilityRow[]> {
  const { rows } = await sql<VisibilityRow>`
    SELECT v.visibility, v.since, u.name AS "setBy" FROM plan_visibilities v LEFT JOIN users u ON u.id = v.set_by
    WHERE v.plan_id = ${planId} ORDER BY v.since DESC LIMIT 100`.execute(db);
  return rows;
}

type Opening = { planId: string; visibility: Visibility; version: number; by: string; at: Date };

export async function writeVisibility(
  tx: Tx,
  { planId, visibility, version, by, at }: Opening,
): Promise<boolean> {
  const written = await tx
    .updateTable("plans")
    .set((column) => ({ visibility, last_edit_at: at, version: column("version", "+", 1) }))
    .where("id", "=", planId)
    .where("version", "=", version)
    .executeTakeFirst();
  if (written.numUpdatedRows === 0n) return false;
  await tx
    .insertInto("plan_visibilities")
    .values({ plan_id: planId, visibility, since: at, set_by: by })
    .onConflict((on) => on.columns(["plan_id", "since"]).doUpdateSet({ visibility, set_by: by }))
    .execute();
  return true;
}

/** The organisations of those in the team, and those that the plan has already. */
export async function readTeamBodies(
  db: Db,
  planId: string,
): Promise<{ id: string; code: string; name: string; isIn: boolean }[]> {
  const { rows } = await sql<{ id: string; code: string; name: string; isIn: boolean }>`
    SELECT DISTINCT b.id, b.code, b.name, b.id = ANY (p.body_ids) AS "isIn"
    FROM plans p, bodies b
    WHERE p.id = ${planId} AND b.id IN (
      SELECT unnest(p.body_ids) UNION
      SELECT m.body_id FROM group_members g JOIN memberships m ON m.user_id = g.user_id AND m.ended_at IS NULL
        WHERE g.group_id = p.id AND g.ended_at IS NULL)
    ORDER BY b.name LIMIT 60`.execute(db);
  return rows;
}

/** The first body stays: it is where the plan is kept. */
export async function writeBodies(
  tx: Tx,
  planId: string,
  bodyIds: readonly string[],
  at: Date,
): Promise<void> {
  await sql`
    UPDATE plans SET body_ids = ARRAY(SELECT DISTINCT unnest(body_id || ${[...bodyIds]}::uuid[])), last_edit_at = ${at}
    WHERE id = ${planId}`.execute(tx);
}
