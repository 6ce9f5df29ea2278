import { isId } from "#platform/id.ts";
import { paging, type AskedPage, type Paging } from "#platform/paging.ts";
import type { Context } from "#platform/perform.ts";
import { Forbidden, NotFound } from "#platform/problem.ts";
import type { PlanSeen } from "../plan.ts";
import type { PlanDecision } from "../plan-decision.ts";
import { mayEditPlan, maySeePlan } from "../policy.ts";
import { countDecisions, readDecision, readDecisions } from "../store/plan-decisions.ts";

export type PlanDecisions = { decisions: PlanDecision[]; paging: Paging; can: { change: boolean } };

const onPage = 20;

export async function planDecisions(
  context: Context,
  plan: PlanSeen,
  page: AskedPage,
): Promise<PlanDecisions> {
  if (!maySeePlan(context.actor)) throw new Forbidden();
  const shown = paging(await countDecisions(context.db, plan.id), page, onPage);
  const decisions = await readDecisions(context.db, plan.id, shown);
  return { decisions, paging: shown, can: { change: mayEditPlan(context.actor, plan) } };
}

export async function decisionToChange(context: Context, plan: PlanSeen, id: string): Promise<PlanDecision> {
  if (!mayEditPlan(context.actor, plan)) throw new Forbidden();
  const decision = isId(id) ? await readDecision(context.db, plan.id, id) : undefined;
  if (!decision) throw new NotFound();
  return decision;
}
