import { randomUUID } from "node:crypto";
import { isPerson } from "#platform/actor.ts";
import { perform, type Context } from "#platform/perform.ts";
import { Forbidden } from "#platform/problem.ts";
import type { DiagramChange, NodeSeen } from "../diagram/diagram.ts";
import type { ReadNode } from "../imports/read-node.ts";
import { mayEditPlan } from "../policy.ts";
import { planDiagram } from "../queries/plan-diagram.ts";
import { removeImport } from "../store/plan-imports.ts";
import { changeIn } from "./change-diagram.ts";

/** The entries of a file come under the aim: all of them or none. Those that are there already are not doubled. */
export async function importDiagram(
  context: Context,
  planId: string,
  { nodes, importId }: { nodes: readonly ReadNode[]; importId: string },
): Promise<void> {
  const { actor, at } = context;
  const { plan, nodes: there } = await planDiagram(context, planId);
  if (!isPerson(actor) || !mayEditPlan(actor, plan)) throw new Forbidden();
  await perform(context, async (tx) => {
    const changes = importChanges(nodes, there);
    await changeIn(tx, { planId: plan.id, by: actor.id, at }, changes);
    await removeImport(tx, importId);
    const detail = { entries: changes.length };
    return {
      result: null,
      did: { action: "import-diagram", kind: "plan", id: plan.id, bodyId: plan.body.id, detail },
    };
  });
}

export function importChanges(nodes: readonly ReadNode[], there: readonly NodeSeen[]): DiagramChange[] {
  const aim = there.find(({ kind }) => kind === "aim");
  const known = new Map(there.map((node) => [`${node.kind} ${node.text.toLowerCase()}`, node]));
  const found = new Map(nodes.map((node) => [node.no, matching(node, known, aim)]));
  const ids = new Map(nodes.map(({ no }) => [no, found.get(no)?.id ?? randomUUID()]));
  const placed = new Set<number>();
  const changes: DiagramChange[] = [];
  const byNo = new Map(nodes.map((node) => [node.no, node]));
  const place = (node: ReadNode): void => {
    if (placed.has(node.no)) return;
    placed.add(node.no);
    for (const no of node.under) place(byNo.get(no)!);
    changes.push(...placing(node, { ids, aimId: aim?.id ?? "", before: found.get(node.no) }));
  };
  for (const node of nodes) place(node);
  return changes;
}

function matching(
  { kind, text }: ReadNode,
  known: ReadonlyMap<string, NodeSeen>,
  aim: NodeSeen | undefined,
): NodeSeen | undefined {
  return kind === "aim" ? aim : known.get(`${kind} ${text.toLowerCase()}`);
}

type Around = { ids: ReadonlyMap<number, string>; aimId: string; before: NodeSeen | undefined };

function placing({ no, kind, text, under }: ReadNode, { ids, aimId, before }: Around): DiagramChange[] {
  const id = ids.get(no)!;
  if (kind === "aim") return before ? [] : [{ do: "add", id, kind, text, under: "", after: "" }];
  const [first = aimId, ...others] = under.map((parent) => ids.get(parent)!);
  const link = (parent: string): DiagramChange => ({ do: "link", id, under: parent, after: "" });
  if (before) return [first, ...others].filter((parent) => parent !== "" && parent !== id).map(link);
  return [{ do: "add", id, kind, text, under: first, after: "" }, ...others.map(link)];
}
