import { dayOf } from "#platform/day.ts";
import type { Context } from "#platform/perform.ts";
import { Forbidden } from "#platform/problem.ts";
import type { PlanSeen } from "../plan.ts";
import type { PlanTest } from "../plan-test.ts";
import { mayEditPlan, maySeePlan } from "../policy.ts";
import { readLatestTest } from "../store/tests.ts";

export type LatestTest = {
  newest: { test: PlanTest; total: number } | null;
  today: string;
  can: { test: boolean };
};

/** The test of a plan that began last. */
export async function latestTest(context: Context, plan: PlanSeen): Promise<LatestTest> {
  if (!maySeePlan(context.actor)) throw new Forbidden();
  return {
    newest: (await readLatestTest(context.db, plan.id)) ?? null,
    today: dayOf(context.at),
    can: { test: mayEditPlan(context.actor, plan) },
  };
}
