import { isPerson } from "#platform/actor.ts";
import type { Context } from "#platform/perform.ts";
import { Forbidden } from "#platform/problem.ts";
import type { PlanSeen } from "../plan.ts";
import type { Alignment, NodeChoice, NodeFound } from "../plan-measure.ts";
import { mayEditPlan, maySeePlan } from "../policy.ts";
import { soughtWords } from "../sought-words.ts";
import { countAlignments, findNodes, readAlignments } from "../store/alignments.ts";
import { readNodeChoices } from "../store/attached.ts";

export type PlanAlignments = { alignments: Alignment[]; can: { edit: boolean } };

export async function planAlignments(context: Context, plan: PlanSeen): Promise<PlanAlignments> {
  const { actor, db } = context;
  if (!maySeePlan(actor)) throw new Forbidden();
  return { alignments: await readAlignments(db, context, plan.id), can: { edit: mayEditPlan(actor, plan) } };
}

const mostNodes = 30;

/** Where a plan could be aligned to: nodes of plans in sight that hold the words. */
export async function nodesToAlign(
  context: Context,
  plan: PlanSeen,
  typed: string,
): Promise<{ found: NodeFound[]; nodes: NodeChoice[] }> {
  const { actor, db } = context;
  if (!isPerson(actor) || !mayEditPlan(actor, plan))
    throw new Forbidden("Only this plan’s team can change it.");
  const words = soughtWords(typed);
  return {
    found: await findNodes(db, context, { planId: plan.id, words, most: mostNodes }),
    nodes: await readNodeChoices(db, plan.id),
  };
}

/** How many plans in sight serve each of these nodes. Nodes that none serves are left out. */
export async function alignmentCounts(
  context: Context,
  nodeIds: readonly string[],
): Promise<Map<string, number>> {
  if (!maySeePlan(context.actor)) throw new Forbidden();
  const rows = await countAlignments(context.db, context, nodeIds);
  return new Map(rows.map(({ nodeId, plans }) => [nodeId, plans]));
}
