import type { Direction, VariationKind } from "@throughline/spc";
import type { HeldBelief } from "./belief.ts";

export const nodeKinds = ["aim", "primary", "secondary", "idea"] as const;
export type NodeKind = (typeof nodeKinds)[number];

/** What the node's newest numbers say. */
export interface NodeSignal {
  readonly kind: VariationKind;
  readonly direction: Direction;
}

export interface DiagramNode {
  readonly id: string;
  readonly kind: NodeKind;
  readonly text: string;
  /** In order: it stands under the first, and serves the others too. */
  readonly parents: readonly string[];
  readonly measures?: number;
  readonly tests?: number;
  readonly signal?: NodeSignal | null;
  /** For some of its parents, or none. */
  readonly beliefs?: readonly HeldBelief[];
}

/** A plan's theory: nodes with any number of parents and no way round in a circle. */
export interface Graph {
  /** In the order in which they are read. */
  readonly nodes: ReadonlyMap<string, DiagramNode>;
  readonly roots: readonly string[];
  readonly children: ReadonlyMap<string, readonly string[]>;
}

/**
 * Nodes that stand beside each other are in the order of the list. A link to a node that is not there is left
 * out, and so is one that would close a circle: a picture is drawn of whatever is given.
 */
export function graphOf(list: readonly DiagramNode[]): Graph {
  const known = new Map(list.map((node) => [node.id, node]));
  const nodes = new Map<string, DiagramNode>();
  const children = new Map<string, string[]>(list.map((node) => [node.id, []]));
  for (const node of known.values()) {
    const parents: string[] = [];
    for (const parent of new Set(node.parents)) {
      if (!known.has(parent) || leadsTo(children, node.id, parent)) continue;
      parents.push(parent);
      children.get(parent)!.push(node.id);
    }
    nodes.set(node.id, { ...node, parents });
  }
  const roots = [...nodes.values()].filter((node) => node.parents.length === 0).map((node) => node.id);
  return { nodes, roots, children };
}

/** Whether a way leads down from one node to another, or they are the same. */
export function leadsTo(children: ReadonlyMap<string, readonly string[]>, from: string, to: string): boolean {
  const waiting = [from];
  const seen = new Set(waiting);
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    if (id === to) return true;
    for (const child of children.get(id) ?? []) {
      if (seen.has(child)) continue;
      seen.add(child);
      waiting.push(child);
    }
  }
  return false;
}

/** Every node after all of its parents, otherwise in reading order. */
export function fromTheTop({ nodes, roots, children }: Graph): string[] {
  const missing = new Map([...nodes.values()].map((node) => [node.id, node.parents.length]));
  const order: string[] = [];
  const visit = (id: string): void => {
    order.push(id);
    for (const child of children.get(id)!) {
      const left = missing.get(child)! - 1;
      missing.set(child, left);
      if (left === 0) visit(child);
    }
  };
  for (const root of roots) visit(root);
  return order;
}

export interface Folded {
  readonly graph: Graph;
  /** How many nodes each folded node hides. */
  readonly hidden: ReadonlyMap<string, number>;
}

/** What is left in sight when some nodes are folded: a node that an open one also leads to stays. */
export function folded(graph: Graph, closed: ReadonlySet<string>): Folded {
  const shown = new Set<string>();
  const show = (id: string): void => {
    if (shown.has(id)) return;
    shown.add(id);
    if (!closed.has(id)) for (const child of graph.children.get(id)!) show(child);
  };
  for (const root of graph.roots) show(root);
  const list = [...graph.nodes.values()]
    .filter((node) => shown.has(node.id))
    .map((node) => ({ ...node, parents: node.parents.filter((id) => shown.has(id)) }));
  const hidden = new Map(
    [...closed].filter((id) => shown.has(id)).map((id) => [id, hiddenBelow(graph, id, shown)] as const),
  );
  return { graph: graphOf(list), hidden };
}

function hiddenBelow({ children }: Graph, id: string, shown: ReadonlySet<string>): number {
  const below = new Set<string>();
  const count = (at: string): void => {
    for (const child of children.get(at)!) {
      if (shown.has(child) || below.has(child)) continue;
      below.add(child);
      count(child);
    }
  };
  count(id);
  return below.size;
}
