import type { Context } from "#platform/perform.ts";
import { Forbidden } from "#platform/problem.ts";
import {
  draft as drafts,
  type HeldBelief,
  type LinkRow,
  type NodeSeen,
  type NodeTest,
} from "../diagram/diagram.ts";
import type { PlanSeen } from "../plan.ts";
import { signalOf } from "../diagram/node-signal.ts";
import { mayEditPlan, maySeePlan } from "../policy.ts";
import { readLinks, readNodes, readNodeTests } from "../store/diagram.ts";
import { planInSight } from "./plan-in-sight.ts";

export type PlanDiagram = {
  plan: PlanSeen;
  /** In reading order, each after the first of its parents. */
  nodes: NodeSeen[];
  /** In the order of children under their parents. */
  links: LinkRow[];
  can: { edit: boolean };
};

/** A plan's diagram as whoever asks sees it. */
export async function planDiagram(context: Context, planId: string): Promise<PlanDiagram> {
  if (!maySeePlan(context.actor)) throw new Forbidden();
  const plan = await planInSight(context, planId);
  return { plan, ...(await diagramOf(context, plan)), can: { edit: mayEditPlan(context.actor, plan) } };
}

/** The diagram of a plan that was found in sight already. */
export async function diagramOf(
  context: Context,
  plan: Pick<PlanSeen, "id">,
): Promise<Pick<PlanDiagram, "nodes" | "links">> {
  const [rows, links] = await Promise.all([
    readNodes(context.db, context, plan.id),
    readLinks(context.db, plan.id),
  ]);
  const held = beliefsByChild(links);
  const known = new Map(rows.map((row) => [row.id, row]));
  const nodes = drafts.nodesInOrder(drafts.draftOf(rows, links)).map(({ id, parents }) => {
    const { variation, better, ...row } = known.get(id)!;
    const beliefs = held.get(id);
    return { ...row, parents, signal: signalOf(variation, better), ...(beliefs && { beliefs }) };
  });
  return { nodes, links };
}

function beliefsByChild(links: readonly LinkRow[]): Map<string, HeldBelief[]> {
  const held = new Map<string, HeldBelief[]>();
  for (const { parent, child, belief } of links)
    if (belief) held.set(child, [...(held.get(child) ?? []), { under: parent, belief }]);
  return held;
}

/** The same with what was tried for each node. */
export async function planActions(
  context: Context,
  planId: string,
): Promise<PlanDiagram & { tests: NodeTest[] }> {
  const seen = await planDiagram(context, planId);
  return { ...seen, tests: await readNodeTests(context.db, seen.plan.id) };
}
