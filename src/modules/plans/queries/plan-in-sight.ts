import type { Context } from "#platform/perform.ts";
import { Forbidden, NotFound } from "#platform/problem.ts";
import type { PlanSeen } from "../plan.ts";
import { maySeePlan } from "../policy.ts";
import { readPlan } from "../store/plans.ts";

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The plan with this id, if whoever asks can see it. */
export async function planInSight(context: Context, id: string): Promise<PlanSeen> {
  if (!maySeePlan(context.actor)) throw new Forbidden();
  const plan = uuid.test(id) ? await readPlan(context.db, context, id) : undefined;
  if (!plan) throw new NotFound();
  return plan;
}
