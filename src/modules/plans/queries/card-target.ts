import type { Context } from "#platform/perform.ts";
import { Forbidden, NotFound } from "#platform/problem.ts";
import type { PlanSeen } from "../plan.ts";
import { maySeePlan } from "../policy.ts";
import { readCardTarget } from "../store/tests.ts";
import { typedTestToken } from "../test-token.ts";
import { planInSight } from "./plan-in-sight.ts";

/** Where a printed card leads, for whoever can see the plan that it is of. */
export async function cardTarget(
  context: Context,
  typed: string,
): Promise<{ plan: PlanSeen; testId: string }> {
  if (!maySeePlan(context.actor)) throw new Forbidden();
  const token = typedTestToken(typed);
  const target = token && (await readCardTarget(context.db, token));
  if (!target) throw new NotFound();
  return { plan: await planInSight(context, target.planId), testId: target.testId };
}
