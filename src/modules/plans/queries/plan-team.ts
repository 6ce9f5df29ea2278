import { isPerson } from "#platform/actor.ts";
import type { Context } from "#platform/perform.ts";
import { Forbidden } from "#platform/problem.ts";
import type { PlanSeen } from "../plan.ts";
import { mayInviteToTeam, mayLeadPlan, maySeePlan } from "../policy.ts";
import { readFormerTeam, readTeam } from "../store/team.ts";
import type { TeamMember } from "../team.ts";

export type PlanTeam = {
  members: TeamMember[];
  former: (TeamMember & { until: Date })[];
  can: { lead: boolean; invite: boolean; leave: boolean };
};

/** Names of people are for people who are signed in, even where the plan is public. */
export async function planTeam(context: Context, plan: PlanSeen): Promise<PlanTeam> {
  const { actor, db } = context;
  if (!maySeePlan(actor)) throw new Forbidden();
  const isKnown = isPerson(actor);
  return {
    members: isKnown ? await readTeam(db, plan.id) : [],
    former: plan.standing ? await readFormerTeam(db, plan.id) : [],
    can: {
      lead: isKnown && mayLeadPlan(actor, plan),
      invite: mayInviteToTeam(actor, plan),
      leave: plan.standing !== null,
    },
  };
}
