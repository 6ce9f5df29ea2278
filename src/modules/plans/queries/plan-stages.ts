import { isPerson } from "#platform/actor.ts";
import type { Context } from "#platform/perform.ts";
import { Forbidden } from "#platform/problem.ts";
import type { PlanSeen, StageRow } from "../plan.ts";
import { mayEditPlan, maySeePlan } from "../policy.ts";
import { readStages } from "../store/stages.ts";

export type PlanStages = { stages: StageRow[]; can: { edit: boolean } };

export async function planStages({ actor, db }: Context, plan: PlanSeen): Promise<PlanStages> {
  if (!maySeePlan(actor)) throw new Forbidden();
  const stages = await readStages(db, plan.id);
  const unnamed = stages.map((one) => (isPerson(actor) ? one : { ...one, setBy: null }));
  return { stages: unnamed, can: { edit: mayEditPlan(actor, plan) } };
}
