import type { Context } from "#platform/perform.ts";
import { Forbidden } from "#platform/problem.ts";
import type { PlanSeen } from "../plan.ts";
import { mayEditPlan } from "../policy.ts";
import { planInSight } from "./plan-in-sight.ts";

/** The plan, for whoever works on it. */
export async function planToEdit(context: Context, id: string): Promise<PlanSeen> {
  const plan = await planInSight(context, id);
  if (!mayEditPlan(context.actor, plan)) throw new Forbidden("Only this plan’s team can change it.");
  return plan;
}
