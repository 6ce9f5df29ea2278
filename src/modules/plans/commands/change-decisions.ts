import type { Context } from "#platform/perform.ts";
import { Conflict, Forbidden, NotFound } from "#platform/problem.ts";
import type { PlanSeen } from "../plan.ts";
import {
  decisionFieldLabels,
  decisionFields,
  type DecisionText,
  type PlanDecision,
} from "../plan-decision.ts";
import { mayEditPlan } from "../policy.ts";
import { insertDecision, readDecision, removeDecision, writePlanDecision } from "../store/plan-decisions.ts";
import { keepText } from "../store/texts.ts";
import { teamDeed } from "../team-deed.ts";

export async function addDecision(context: Context, plan: PlanSeen, decision: DecisionText): Promise<string> {
  if (!mayEditPlan(context.actor, plan)) throw new Forbidden();
  return teamDeed(context, plan, async ({ tx, by, at }) => {
    const id = await insertDecision(tx, { planId: plan.id, decision, by, at });
    await keepText(tx, { planId: plan.id, by, at, texts: kept(id, decision) });
    return { result: id, did: { action: "add-decision", kind: "decision", id } };
  });
}

export async function changeDecision(
  context: Context,
  plan: PlanSeen,
  { id, decision, version }: { id: string; decision: DecisionText; version: number },
): Promise<string> {
  if (!mayEditPlan(context.actor, plan)) throw new Forbidden();
  return teamDeed(context, plan, async ({ tx, by, at }) => {
    if (!(await writePlanDecision(tx, { id, version }, decision)))
      throw changedMeanwhile(decision, await readDecision(tx, plan.id, id));
    await keepText(tx, { planId: plan.id, by, at, texts: kept(id, decision) });
    return { result: id, did: { action: "change-decision", kind: "decision", id } };
  });
}

export async function dropDecision(context: Context, plan: PlanSeen, id: string): Promise<string> {
  if (!mayEditPlan(context.actor, plan)) throw new Forbidden();
  return teamDeed(context, plan, async ({ tx, at }) => {
    if (!(await readDecision(tx, plan.id, id))) throw new NotFound();
    await removeDecision(tx, id, at);
    return { result: id, did: { action: "remove-decision", kind: "decision", id } };
  });
}

function kept(id: string, decision: DecisionText) {
  return decisionFields.map((field) => ({
    thingKind: "decision" as const,
    thingId: id,
    field,
    text: decision[field],
  }));
}

function changedMeanwhile(yours: DecisionText, theirs: PlanDecision | undefined): Conflict {
  if (!theirs) throw new NotFound();
  const fields = decisionFields
    .filter((name) => yours[name] !== theirs[name])
    .map((name) => ({ name, label: decisionFieldLabels[name], yours: yours[name], theirs: theirs[name] }));
  return new Conflict(fields, theirs.version);
}
