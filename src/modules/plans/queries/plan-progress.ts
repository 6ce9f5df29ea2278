import { isPerson } from "#platform/actor.ts";
import type { Context } from "#platform/perform.ts";
import { Forbidden } from "#platform/problem.ts";
import { earnedProgress, type ProgressPart } from "../earned-progress.ts";
import type { PlanSeen } from "../plan.ts";
import { mayEditPlan, maySeePlan } from "../policy.ts";
import { readEvidence } from "../store/progress.ts";
import { readTeam } from "../store/team.ts";

export type PlanProgress = {
  score: number;
  parts: ProgressPart[];
  team: { id: string; name: string }[];
  can: { edit: boolean };
};

/** How far a plan is by what is there. Who is in its team is told to the team alone. */
export async function planProgress({ actor, db }: Context, plan: PlanSeen): Promise<PlanProgress> {
  if (!maySeePlan(actor)) throw new Forbidden();
  const earned = earnedProgress(await readEvidence(db, plan.id));
  const edit = isPerson(actor) && mayEditPlan(actor, plan);
  const team = edit ? await readTeam(db, plan.id) : [];
  return { ...earned, team: team.map(({ userId, name }) => ({ id: userId, name })), can: { edit } };
}
