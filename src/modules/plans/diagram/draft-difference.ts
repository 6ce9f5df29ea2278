import { childPositions } from "./child-positions.ts";
import { draft as drafts, type Draft, type DraftNode, type LinkRow, type NodeState } from "./diagram.ts";

/** What has to be written so that the diagram that is kept becomes the one that is wanted. */
export type DraftDifference = {
  written: DraftNode[];
  removed: string[];
  placed: LinkRow[];
  unplaced: { parent: string; child: string }[];
  /** Every node that was touched, before and after. */
  states: { id: string; before: NodeState | null; after: NodeState | null }[];
};

export function draftDifference(before: Draft, after: Draft, links: readonly LinkRow[]): DraftDifference {
  const positions = positionsOf(links);
  const next = nextPositions(after, positions);
  const written = [...after.nodes.values()].filter((node) => !isSame(node, before.nodes.get(node.id)));
  const removed = [...before.nodes.keys()].filter((id) => !after.nodes.has(id));
  const placed = pairs(next).filter(
    ({ parent, child, position }) => positions.get(parent)?.get(child) !== position,
  );
  const unplaced = pairs(positions).filter(({ parent, child }) => !next.get(parent)?.has(child));
  const touched = new Set([
    ...written.map((node) => node.id),
    ...removed,
    ...[...placed, ...unplaced].map((link) => link.child),
  ]);
  const states = [...touched].map((id) => ({
    id,
    before: stateOf(before, positions, id),
    after: stateOf(after, next, id),
  }));
  return { written, removed, placed, unplaced, states };
}

type Positions = Map<string, Map<string, number>>;

function positionsOf(links: readonly LinkRow[]): Positions {
  const positions: Positions = new Map();
  for (const { parent, child, position } of links)
    positions.set(parent, (positions.get(parent) ?? new Map()).set(child, position));
  return positions;
}

function nextPositions(after: Draft, known: Positions): Positions {
  const next: Positions = new Map();
  for (const [parent, order] of after.children) {
    if (parent === drafts.root) continue;
    const before = known.get(parent) ?? new Map<string, number>();
    const moved = childPositions(order, before);
    next.set(parent, new Map(order.map((child) => [child, moved.get(child) ?? before.get(child)!])));
  }
  return next;
}

function pairs(positions: Positions): LinkRow[] {
  return [...positions].flatMap(([parent, children]) =>
    [...children].map(([child, position]) => ({ parent, child, position })),
  );
}

function isSame(node: DraftNode, before: DraftNode | undefined): boolean {
  return before !== undefined && node.text === before.text && node.kind === before.kind;
}

function stateOf({ nodes }: Draft, positions: Positions, id: string): NodeState | null {
  const node = nodes.get(id);
  if (!node) return null;
  const under = [...positions].flatMap(([parent, children]): [string, number][] =>
    children.has(id) ? [[parent, children.get(id)!]] : [],
  );
  return { kind: node.kind, text: node.text, under };
}
