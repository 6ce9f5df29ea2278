import { sql } from "kysely";
import type { Db } from "#platform/database.ts";
import type { PlanTest } from "../plan-test.ts";
import type { Task } from "../task.ts";

export type OwedTest = Pick<
  PlanTest,
  "id" | "planId" | "cycle" | "change" | "startsOn" | "endsOn" | "studiedAt" | "decision"
>;
export type DueTask = Pick<Task, "id" | "text" | "owner" | "dueOn">;

type Owed = Omit<OwedTest, "studiedAt"> & { studiedAt: string | null };

/**
 * What a plan that was found in sight waits for: tests that ended and are not studied, that are studied and not
 * decided, or that have no next cycle; and the open tasks that are due first. In one statement, because it stands
 * on the plan's overview with everything else.
 */
export async function readNextActions(
  db: Db,
  planId: string,
  { today, most }: { today: string; most: number },
): Promise<{ tests: OwedTest[]; tasks: DueTask[] }> {
  const { rows } = await sql<{ tests: Owed[]; tasks: DueTask[] }>`
    SELECT
      (SELECT coalesce(jsonb_agg(to_jsonb(owed)), '[]') FROM (
        SELECT t.id, t.plan_id AS "planId", t.cycle, t.change, t.starts_on AS "startsOn", t.ends_on AS "endsOn",
          t.studied_at AS "studiedAt", t.decision
        FROM tests t WHERE t.plan_id = ${planId} AND (
          (t.studied_at IS NULL AND t.ends_on < ${today}) OR (t.studied_at IS NOT NULL AND t.decision IS NULL)
          OR (t.decision IN ('adapt', 'expand')
            AND NOT EXISTS (SELECT FROM tests l WHERE l.ramp_id = t.ramp_id AND l.cycle > t.cycle)))
        ORDER BY t.ends_on, t.id LIMIT ${most}) owed) AS tests,
      (SELECT coalesce(jsonb_agg(to_jsonb(due)), '[]') FROM (
        SELECT k.id, k.text, o.name AS owner, k.due_on AS "dueOn" FROM tasks k LEFT JOIN users o ON o.id = k.owner_id
        WHERE k.plan_id = ${planId} AND k.done_at IS NULL AND k.removed_at IS NULL
        ORDER BY k.due_on NULLS LAST, k.created_at, k.id LIMIT ${most}) due) AS tasks`.execute(db);
  const { tests, tasks } = rows[0]!;
  return {
    tests: tests.map((test) => ({ ...test, studiedAt: test.studiedAt ? new Date(test.studiedAt) : null })),
    tasks,
  };
}
