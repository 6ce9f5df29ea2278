import { isId } from "#platform/id.ts";
import type { Context } from "#platform/perform.ts";
import { NotFound } from "#platform/problem.ts";
import type { BeliefHeld } from "../diagram/belief-held.ts";
import type { NodeSeen } from "../diagram/diagram.ts";
import type { PlanSeen } from "../plan.ts";
import { mayEditPlan } from "../policy.ts";
import { countBeliefs, readBeliefs } from "../store/link-beliefs.ts";
import { planDiagram } from "./plan-diagram.ts";

export type LinkBelief = {
  plan: PlanSeen;
  node: NodeSeen;
  parent: NodeSeen;
  held: BeliefHeld[];
  /** How often it was said, shown or not. */
  version: number;
  can: { edit: boolean };
};

/** One link of a diagram in sight, with what was believed of it. */
export async function linkBelief(
  context: Context,
  planId: string,
  { childId, parentId }: { childId: string; parentId: string },
): Promise<LinkBelief> {
  const { plan, nodes } = await planDiagram(context, planId);
  const node = nodes.find(({ id }) => id === childId);
  const parent = nodes.find(({ id }) => id === parentId && isId(id));
  if (!node || !parent || !node.parents.includes(parentId))
    throw new NotFound("This does not stand there any more, or never did.");
  const link = { planId: plan.id, parentId, childId };
  const held = await readBeliefs(context.db, link);
  const version = await countBeliefs(context.db, link);
  return { plan, node, parent, held, version, can: { edit: mayEditPlan(context.actor, plan) } };
}
