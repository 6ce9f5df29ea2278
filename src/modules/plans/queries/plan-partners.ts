import { isPerson } from "#platform/actor.ts";
import type { Context } from "#platform/perform.ts";
import { Forbidden } from "#platform/problem.ts";
import type { PartnerNotes, WillingPerson } from "../partner.ts";
import type { PlanSeen } from "../plan.ts";
import { mayReadPartnerNotes, maySeePlan } from "../policy.ts";
import { listWilling, readPartnerNotes } from "../store/partners.ts";

/** The notes that whoever asks may read: their own, or all of them for whoever leads. Nothing to anybody else. */
export async function partnerNotes({ actor, db }: Context, plan: PlanSeen): Promise<PartnerNotes[]> {
  if (!isPerson(actor) || !mayReadPartnerNotes(actor, plan, actor.id)) return [];
  if (plan.standing === "lead") return readPartnerNotes(db, plan.id, null);
  return plan.standing === "patient-partner" ? readPartnerNotes(db, plan.id, actor.id) : [];
}

/** Whom a team could ask, near it first. Only people who say that they are willing, to those to whom they say it. */
export async function willingPeople(
  context: Context,
  plan: PlanSeen,
  { role, most }: { role: "patient-partner" | "coach" | "analyst"; most: number },
): Promise<WillingPerson[]> {
  if (!maySeePlan(context.actor)) throw new Forbidden();
  if (!isPerson(context.actor)) return [];
  return listWilling(context.db, context, { planId: plan.id, role, most });
}
