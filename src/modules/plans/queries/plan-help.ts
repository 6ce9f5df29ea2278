import { isPerson } from "#platform/actor.ts";
import type { Context } from "#platform/perform.ts";
import { Forbidden } from "#platform/problem.ts";
import type { HelpSent, PlanCheck } from "../help.ts";
import type { WillingPerson } from "../partner.ts";
import type { PlanSeen } from "../plan.ts";
import { mayEditPlan, maySeePlan, maySendHelp, maySupport } from "../policy.ts";
import { readChecks, readHelp } from "../store/help.ts";
import { listWilling } from "../store/partners.ts";

export type PlanHelp = {
  sent: HelpSent[];
  coaches: WillingPerson[];
  can: { edit: boolean; send: boolean; support: boolean };
};

const few = 3;

/** Who can help: what was left for the team, and coaches near it who say that they are willing. */
export async function planHelp(context: Context, plan: PlanSeen): Promise<PlanHelp> {
  const { actor, db } = context;
  if (!maySeePlan(actor)) throw new Forbidden();
  const edit = isPerson(actor) && mayEditPlan(actor, plan);
  return {
    sent: edit ? await readHelp(db, plan.id) : [],
    coaches: isPerson(actor)
      ? await listWilling(db, context, { planId: plan.id, role: "coach", most: few })
      : [],
    can: {
      edit,
      send: isPerson(actor) && maySendHelp(actor, plan) && !edit,
      support: maySupport(actor, plan),
    },
  };
}

export async function planChecks({ actor, db }: Context, plan: PlanSeen): Promise<PlanCheck[]> {
  if (!maySeePlan(actor)) throw new Forbidden();
  return readChecks(db, plan.id);
}
