import type { Context } from "#platform/perform.ts";
import { Forbidden } from "#platform/problem.ts";
import { maySeePlan } from "../policy.ts";
import { readNewestDeed } from "../store/activity.ts";
import { planInSight } from "./plan-in-sight.ts";

/** Whoever has a plan open is told of each deed in it, as long as they can see it: how far it has come by its newest. */
export async function watchPlan(context: Context, planId: string): Promise<string> {
  if (!maySeePlan(context.actor)) throw new Forbidden();
  const plan = await planInSight(context, planId);
  const newest = await readNewestDeed(context.db, plan.id);
  return `${plan.version}.${newest?.getTime() ?? 0}`;
}
