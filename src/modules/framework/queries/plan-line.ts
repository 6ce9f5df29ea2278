import type { Context } from "#platform/perform.ts";
import { Forbidden } from "#platform/problem.ts";
import { planInSight, type PlanSeen } from "#modules/plans/index.ts";
import type { StepUp } from "../line.ts";
import type { Moved } from "../moved.ts";
import { maySeeFramework } from "../policy.ts";
import { listFrameworks, type FrameworkRow } from "../store/frameworks.ts";
import { readWayUp } from "../store/lines.ts";
import { movedAbovePlan } from "./moved-above.ts";

export type PlanLine = {
  plan: PlanSeen;
  way: StepUp[];
  frameworks: FrameworkRow[];
  /** What moved there since it was aligned. */
  moved: Moved[];
};

/** The way from a plan up to the national aim. */
export async function planLine(context: Context, planId: string): Promise<PlanLine> {
  if (!maySeeFramework(context.actor)) throw new Forbidden();
  const plan = await planInSight(context, planId);
  return {
    plan,
    way: await readWayUp(context.db, context, plan.id),
    frameworks: await listFrameworks(context.db),
    moved: await movedAbovePlan(context, plan.id),
  };
}
