import { isPerson } from "#platform/actor.ts";
import type { Context } from "#platform/perform.ts";
import { Forbidden } from "#platform/problem.ts";
import type { Visibility } from "#platform/sight.ts";
import type { PlanSeen } from "../plan.ts";
import { mayLeadPlan, maySeePlan } from "../policy.ts";
import { readTeamBodies, readVisibilities } from "../store/edit-plan.ts";

export type PlanSharing = {
  history: { visibility: Visibility; since: Date; setBy: string | null }[];
  bodies: { code: string; name: string; isIn: boolean }[];
  can: { lead: boolean };
};

/** Who sees a plan, and since when. Names are for people who are signed in. */
export async function planSharing({ actor, db }: Context, plan: PlanSeen): Promise<PlanSharing> {
  if (!maySeePlan(actor)) throw new Forbidden();
  const history = await readVisibilities(db, plan.id);
  const lead = isPerson(actor) && mayLeadPlan(actor, plan);
  return {
    history: isPerson(actor) ? history : history.map((one) => ({ ...one, setBy: null })),
    bodies: lead ? await readTeamBodies(db, plan.id) : [],
    can: { lead },
  };
}
