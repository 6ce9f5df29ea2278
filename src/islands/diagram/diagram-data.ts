import type { HeldBelief } from "#ui/diagram/belief.ts";
import type { DiagramNode, NodeSignal } from "#ui/diagram/graph.ts";
import { draftOf, nodesInOrder, root, withChild, type Draft, type DraftNode } from "./draft.ts";
import type { Sprout } from "./commands.ts";

/** The diagram as the server says it: nodes in reading order, each with all of its parents. */
export interface DiagramData {
  readonly version: number;
  readonly canEdit: boolean;
  readonly nodes: readonly (DraftNode & {
    readonly parents: readonly string[];
    readonly measures: number;
    readonly tests: number;
    readonly signal: NodeSignal | null;
    readonly beliefs?: readonly HeldBelief[];
  })[];
  /** Every link, in the order of children under their parents. */
  readonly links: readonly (readonly [parent: string, child: string])[];
}

export type Known = ReadonlyMap<string, Pick<DiagramNode, "measures" | "tests" | "signal" | "beliefs">>;

export function draftFromData({ nodes, links }: Pick<DiagramData, "nodes" | "links">): Draft {
  return draftOf(
    nodes.map(({ id, kind, text, version }) => ({ id, kind, text, version })),
    links.map(([parent, child]) => ({ parent, child })),
  );
}

export function knownFromData({ nodes }: Pick<DiagramData, "nodes">): Known {
  return new Map(
    nodes.map(({ id, measures, tests, signal, beliefs }) => [
      id,
      { measures, tests, signal, ...(beliefs && { beliefs }) },
    ]),
  );
}

export function isSameKnown(known: Known, { nodes }: Pick<DiagramData, "nodes">): boolean {
  return nodes.every(({ id, measures, tests, signal, beliefs }) => {
    const before = known.get(id);
    if (!before) return measures + tests === 0 && signal === null && !beliefs;
    if (JSON.stringify(before.beliefs) !== JSON.stringify(beliefs)) return false;
    const isSameSignal =
      before.signal?.kind === signal?.kind && before.signal?.direction === signal?.direction;
    return before.measures === measures && before.tests === tests && isSameSignal;
  });
}

/** A node that has no words yet, as it is being written. */
export interface Growing extends Sprout {
  readonly id: string;
}

/** What is to be drawn, with the node that is growing. */
export function drawnNodes(draft: Draft, known: Known, growing: Growing | null): DiagramNode[] {
  return nodesInOrder(growing ? grown(draft, growing) : draft).map((node) => ({
    ...node,
    ...known.get(node.id),
  }));
}

export function grown(draft: Draft, { id, kind, under, after }: Growing): Draft {
  const nodes = new Map(draft.nodes).set(id, { id, kind, text: "", version: 0 });
  const children = new Map(draft.children).set(id, []);
  children.set(under, withChild(draft.children.get(under === "" ? root : under) ?? [], id, after));
  return { nodes, children };
}
