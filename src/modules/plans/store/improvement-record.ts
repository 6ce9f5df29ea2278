import { sql } from "kysely";
import type { Db, Tx } from "#platform/database.ts";

export type OwnPlan = {
  id: string;
  title: string;
  bodyName: string;
  stage: string;
  roles: { role: string; from: Date; until: Date | null }[];
  planned: number;
  studied: number;
  decided: number;
};

const most = 300;

/** Every plan in whose team somebody is or was, with what they did in its tests. It is their own record, so it stays. */
export async function readOwnPlans(db: Db, userId: string): Promise<OwnPlan[]> {
  const { rows } = await sql<OwnPlan>`
    SELECT p.id, p.title, b.name AS "bodyName", p.stage, mine.roles, did.planned, did.studied, did.decided
    FROM (
      SELECT g.group_id, min(g.started_at) AS began,
        jsonb_agg(jsonb_build_object('role', g.role, 'from', g.started_at, 'until', g.ended_at) ORDER BY g.started_at) AS roles
      FROM group_members g WHERE g.user_id = ${userId} GROUP BY g.group_id
    ) mine JOIN plans p ON p.id = mine.group_id JOIN bodies b ON b.id = p.body_id, LATERAL (
      SELECT count(*) FILTER (WHERE t.created_by = ${userId}) AS planned,
        count(*) FILTER (WHERE t.studied_by = ${userId}) AS studied,
        count(*) FILTER (WHERE t.decided_by = ${userId}) AS decided
      FROM tests t WHERE t.plan_id = p.id
    ) did ORDER BY mine.began DESC, p.id LIMIT ${most}`.execute(db);
  return rows.map((row) => ({
    ...row,
    roles: row.roles.map((role) => ({
      ...role,
      from: new Date(role.from),
      until: role.until && new Date(role.until),
    })),
  }));
}

export type OwnLearning = { planId: string; testId: string; change: string; learning: string; on: Date };

/** What was learned from tests that somebody studied or decided. */
export async function readOwnLearning(db: Db, userId: string): Promise<OwnLearning[]> {
  const { rows } = await sql<OwnLearning>`
    SELECT t.plan_id AS "planId", t.id AS "testId", t.change, t.learning, t.decided_at AS on
    FROM group_members g JOIN tests t ON t.plan_id = g.group_id
    WHERE g.user_id = ${userId} AND t.learning <> '' AND (t.studied_by = ${userId} OR t.decided_by = ${userId})
    GROUP BY t.id ORDER BY t.decided_at DESC LIMIT ${most}`.execute(db);
  return rows;
}

export type Reflection = {
  id: string;
  planId: string | null;
  planTitle: string | null;
  on: string;
  text: string;
  version: number;
};

export async function readReflections(db: Db | Tx, userId: string): Promise<Reflection[]> {
  const { rows } = await sql<Reflection>`
    SELECT r.id, r.plan_id AS "planId", p.title AS "planTitle", r.on_date AS on, r.text, r.version
    FROM improvement_reflections r LEFT JOIN plans p ON p.id = r.plan_id
    WHERE r.user_id = ${userId} ORDER BY r.on_date DESC, r.id LIMIT ${most}`.execute(db);
  return rows;
}

export type ReflectionText = { planId: string | null; on: string; text: string };

export async function insertReflection(
  tx: Tx,
  userId: string,
  given: ReflectionText & { at: Date },
): Promise<string> {
  const { id } = await tx
    .insertInto("improvement_reflections")
    .values({
      user_id: userId,
      plan_id: given.planId,
      on_date: given.on,
      text: given.text,
      written_at: given.at,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

export async function writeReflection(
  tx: Tx,
  userId: string,
  given: ReflectionText & { id: string; version: number; at: Date },
): Promise<boolean> {
  const done = await tx
    .updateTable("improvement_reflections")
    .set({
      plan_id: given.planId,
      on_date: given.on,
      text: given.text,
      version: given.version + 1,
      written_at: given.at,
    })
    .where("id", "=", given.id)
    .where("user_id", "=", userId)
    .where("version", "=", given.version)
    .executeTakeFirst();
  return done.numUpdatedRows === 1n;
}

export async function deleteReflection(tx: Tx, userId: string, id: string): Promise<boolean> {
  const done = await tx
    .deleteFrom("improvement_reflections")
    .where("id", "=", id)
    .where("user_id", "=", userId)
    .executeTakeFirst();
  return done.numDeletedRows === 1n;
}
