import { dayOf } from "#platform/day.ts";
import type { Context } from "#platform/perform.ts";
import { Forbidden } from "#platform/problem.ts";
import type { PlanSeen } from "../plan.ts";
import type { PlanTest } from "../plan-test.ts";
import { mayEditPlan } from "../policy.ts";
import { readOpenTasks } from "../store/tasks.ts";
import { readOwedTests } from "../store/tests.ts";
import type { Task } from "../task.ts";

export type NextActions = { tests: PlanTest[]; tasks: Task[]; today: string };

const most = 3;

/** What the team owes itself: tests to study, to decide, or to go on from, and the tasks that are due first. */
export async function nextActions(context: Context, plan: PlanSeen): Promise<NextActions> {
  if (!mayEditPlan(context.actor, plan)) throw new Forbidden();
  const today = dayOf(context.at);
  return {
    tests: await readOwedTests(context.db, plan.id, { today, most }),
    tasks: await readOpenTasks(context.db, plan.id, most),
    today,
  };
}
