import type { Person } from "#platform/actor.ts";
import type { Context } from "#platform/perform.ts";
import { Forbidden } from "#platform/problem.ts";
import type { LinkRow, NodeSeen } from "../diagram/diagram.ts";
import type { PlanSeen } from "../plan.ts";
import { maySeePlan } from "../policy.ts";
import { readOwnPlans } from "../store/diagram.ts";
import { nodeInSight } from "./diagram-to-edit.ts";

export type BranchToCopy = {
  plan: PlanSeen;
  node: NodeSeen;
  /** The node and everything under it. */
  nodes: NodeSeen[];
  links: LinkRow[];
  /** Where the one who asks works, and could take it. */
  plans: { id: string; title: string; body: string }[];
};

export async function branchToCopy(
  context: Context & { actor: Person },
  planId: string,
  nodeId: string,
): Promise<BranchToCopy> {
  if (!maySeePlan(context.actor)) throw new Forbidden();
  const { plan, node, nodes, links } = await nodeInSight(context, planId, nodeId);
  const ids = new Set([node.id]);
  for (const id of ids) for (const link of links) if (link.parent === id) ids.add(link.child);
  const plans = await readOwnPlans(context.db, { person: context.actor.id, at: context.at });
  return {
    plan,
    node,
    nodes: nodes.filter((one) => ids.has(one.id)),
    links: links.filter((link) => ids.has(link.parent) && ids.has(link.child)),
    plans: plans.filter((one) => one.id !== plan.id),
  };
}
