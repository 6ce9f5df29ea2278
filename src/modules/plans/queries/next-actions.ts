import { dayOf } from "#platform/day.ts";
import type { Context } from "#platform/perform.ts";
import { Forbidden } from "#platform/problem.ts";
import { hasEnded, type PlanSeen } from "../plan.ts";
import { stateOf } from "../plan-test.ts";
import { mayEditPlan } from "../policy.ts";
import { readNextActions, type DueTask, type OwedTest } from "../store/next-actions.ts";

export type NextActions = { tests: OwedTest[]; tasks: DueTask[]; today: string };

const most = 3;

/** What the team owes itself: tests to study, to decide, or to go on from, and the tasks that are due first. */
export async function nextActions(context: Context, plan: PlanSeen): Promise<NextActions> {
  if (!mayEditPlan(context.actor, plan)) throw new Forbidden();
  const today = dayOf(context.at);
  const { tests, tasks } = await readNextActions(context.db, plan.id, { today, most });
  return { tests: hasEnded(plan) ? tests.filter((test) => isUnfinished(test, today)) : tests, tasks, today };
}

/** What was begun is still to be said; nothing new is planned where the work has ended. */
function isUnfinished(test: OwedTest, today: string): boolean {
  const state = stateOf(test, today);
  return state === "to-study" || state === "to-decide";
}
