import { sql } from "kysely";
import type { Db, Tx } from "#platform/database.ts";
import type { Task, TaskText } from "../task.ts";

const columns = sql`t.id, t.text, t.note, t.owner_id AS "ownerId", o.name AS owner, t.due_on AS "dueOn",
  t.done_at AS "doneAt", d.name AS "doneBy", t.version
  FROM tasks t LEFT JOIN users o ON o.id = t.owner_id LEFT JOIN users d ON d.id = t.done_by`;

/** The open tasks of a plan that was found in sight, the most pressing first. */
export async function readOpenTasks(db: Db, planId: string, most: number): Promise<Task[]> {
  const { rows } = await sql<Task>`
    SELECT ${columns} WHERE t.plan_id = ${planId} AND t.done_at IS NULL AND t.removed_at IS NULL
    ORDER BY t.due_on NULLS LAST, t.created_at, t.id LIMIT ${most}`.execute(db);
  return rows;
}

export async function readDoneTasks(
  db: Db,
  planId: string,
  part: { size: number; offset: number },
): Promise<Task[]> {
  const { rows } = await sql<Task>`
    SELECT ${columns} WHERE t.plan_id = ${planId} AND t.done_at IS NOT NULL AND t.removed_at IS NULL
    ORDER BY t.done_at DESC, t.id LIMIT ${part.size} OFFSET ${part.offset}`.execute(db);
  return rows;
}

export async function countDoneTasks(db: Db, planId: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`SELECT count(*) AS count FROM tasks
    WHERE plan_id = ${planId} AND done_at IS NOT NULL AND removed_at IS NULL`.execute(db);
  return rows[0]!.count;
}

export async function readTask(db: Db | Tx, planId: string, id: string): Promise<Task | undefined> {
  const { rows } = await sql<Task>`
    SELECT ${columns} WHERE t.plan_id = ${planId} AND t.id = ${id} AND t.removed_at IS NULL`.execute(db);
  return rows[0];
}

export async function insertTask(
  tx: Tx,
  { planId, task, by, at }: { planId: string; task: TaskText; by: string; at: Date },
): Promise<string> {
  const { id } = await tx
    .insertInto("tasks")
    .values({
      plan_id: planId,
      text: task.text,
      note: task.note,
      owner_id: task.ownerId,
      due_on: task.dueOn,
      created_by: by,
      created_at: at,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

type At = { id: string; version: number };

export async function writeTask(tx: Tx, { id, version }: At, task: TaskText): Promise<boolean> {
  const done = await tx
    .updateTable("tasks")
    .set({
      text: task.text,
      note: task.note,
      owner_id: task.ownerId,
      due_on: task.dueOn,
      version: version + 1,
    })
    .where("id", "=", id)
    .where("version", "=", version)
    .where("removed_at", "is", null)
    .executeTakeFirst();
  return done.numUpdatedRows === 1n;
}

/** Done, or open again. The same said twice is said once. */
export async function markTask(tx: Tx, id: string, done: { by: string; at: Date } | null): Promise<void> {
  await tx
    .updateTable("tasks")
    .set((column) => ({
      done_at: done?.at ?? null,
      done_by: done?.by ?? null,
      version: sql<number>`${column.ref("version")} + 1`,
    }))
    .where("id", "=", id)
    .where("done_at", done ? "is" : "is not", null)
    .execute();
}

export async function removeTask(tx: Tx, id: string, at: Date): Promise<void> {
  await tx.updateTable("tasks").set({ removed_at: at }).where("id", "=", id).execute();
}
