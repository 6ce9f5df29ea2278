import type { Context } from "#platform/perform.ts";
import { Forbidden, NotFound } from "#platform/problem.ts";
import type { NodeMeasure, NodeSeen, NodeTried } from "../diagram/diagram.ts";
import { mayEditPlan } from "../policy.ts";
import { readCredit, readNodeMeasures, readTriedFor, type NodeCredit } from "../store/diagram.ts";
import { planDiagram, type PlanDiagram } from "./plan-diagram.ts";

/** The diagram, for whoever works on it. */
export async function diagramToEdit(context: Context, planId: string): Promise<PlanDiagram> {
  const seen = await planDiagram(context, planId);
  if (!mayEditPlan(context.actor, seen.plan))
    throw new Forbidden("Only this plan’s team can change its diagram.");
  return seen;
}

export type NodeToEdit = PlanDiagram & {
  node: NodeSeen;
  credit: NodeCredit | undefined;
  measured: NodeMeasure[];
  tried: NodeTried[];
};

export async function nodeToEdit(context: Context, planId: string, nodeId: string): Promise<NodeToEdit> {
  return nodeIn(context, await diagramToEdit(context, planId), nodeId);
}

export async function nodeInSight(context: Context, planId: string, nodeId: string): Promise<NodeToEdit> {
  return nodeIn(context, await planDiagram(context, planId), nodeId);
}

async function nodeIn(context: Context, seen: PlanDiagram, nodeId: string): Promise<NodeToEdit> {
  const node = seen.nodes.find((one) => one.id === nodeId);
  if (!node) throw new NotFound("This is not in the diagram any more, or never was.");
  const { db } = context;
  const [credit, measured, tried] = await Promise.all([
    node.copiedFrom ? readCredit(db, context, node.copiedFrom) : undefined,
    readNodeMeasures(db, context, node.id),
    readTriedFor(db, node.id),
  ]);
  return { ...seen, node, credit, measured, tried };
}
