import type { Context } from "#platform/perform.ts";
import { Forbidden, NotFound } from "#platform/problem.ts";
import { isId } from "#platform/id.ts";
import type { PlanSeen } from "../plan.ts";
import { maySeePlan } from "../policy.ts";
import { readPlan } from "../store/plans.ts";

/** The plan with this id, if whoever asks can see it. */
export async function planInSight(context: Context, id: string): Promise<PlanSeen> {
  if (!maySeePlan(context.actor)) throw new Forbidden();
  const plan = isId(id) ? await readPlan(context.db, context, id) : undefined;
  if (!plan) throw new NotFound();
  return plan;
}
