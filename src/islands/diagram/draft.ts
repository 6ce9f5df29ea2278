import type { NodeKind } from "#ui/diagram/graph.ts";

export interface DraftNode {
  readonly id: string;
  readonly kind: NodeKind;
  readonly text: string;
  /** Rises with each change of the words, so that two people who change the same ones notice. */
  readonly version: number;
}

/** A diagram as it is edited. What stands under nothing stands under the root, which is called "". */
export interface Draft {
  readonly nodes: ReadonlyMap<string, DraftNode>;
  readonly children: ReadonlyMap<string, readonly string[]>;
}

export const root = "";

export interface DraftLink {
  readonly parent: string;
  readonly child: string;
}

/** Links in the order in which children stand under their parents. */
export function draftOf(nodes: readonly DraftNode[], links: readonly DraftLink[]): Draft {
  const known = new Map(nodes.map((node) => [node.id, node]));
  const children = new Map<string, string[]>([root, ...known.keys()].map((id) => [id, []]));
  const below = new Set<string>();
  for (const { parent, child } of links) {
    if (!known.has(parent) || !known.has(child)) continue;
    children.get(parent)!.push(child);
    below.add(child);
  }
  for (const id of known.keys()) if (!below.has(id)) children.get(root)!.push(id);
  return { nodes: known, children };
}

export function linksOf({ children }: Draft): DraftLink[] {
  return [...children].flatMap(([parent, list]) =>
    parent === root ? [] : list.map((child) => ({ parent, child })),
  );
}

export function childrenOf(draft: Draft, id: string): readonly string[] {
  return draft.children.get(id) ?? [];
}

/** In reading order, so that the first is the one that it stands under. */
export function parentsOf(draft: Draft, id: string): readonly string[] {
  return indexOf(draft).parents.get(id) ?? [];
}

type Index = { order: readonly string[]; parents: ReadonlyMap<string, readonly string[]> };

/** A draft never changes, so what was found in it once holds. */
const indexes = new WeakMap<Draft, Index>();

function indexOf(draft: Draft): Index {
  const known = indexes.get(draft);
  if (known) return known;
  const order = orderOf(draft);
  const parents = new Map<string, string[]>(order.map((id) => [id, []]));
  for (const id of order) for (const child of childrenOf(draft, id)) parents.get(child)?.push(id);
  const index = { order, parents };
  indexes.set(draft, index);
  return index;
}

/** Down each branch before the next, each node once. */
export function readingOrder(draft: Draft): readonly string[] {
  return indexOf(draft).order;
}

function orderOf(draft: Draft): string[] {
  const seen = new Set<string>();
  const visit = (id: string): void => {
    if (seen.has(id)) return;
    seen.add(id);
    for (const child of childrenOf(draft, id)) visit(child);
  };
  for (const id of childrenOf(draft, root)) visit(id);
  return [...seen];
}

/** Every node with its parents, in reading order: how pictures and outlines are drawn. */
export function nodesInOrder(draft: Draft): (DraftNode & { parents: string[] })[] {
  return readingOrder(draft).map((id) => ({ ...draft.nodes.get(id)!, parents: [...parentsOf(draft, id)] }));
}

/** Itself and everything below it. */
export function branchOf(draft: Draft, id: string): Set<string> {
  const found = new Set([id]);
  for (const one of found) for (const child of childrenOf(draft, one)) found.add(child);
  return found;
}

/** Itself and what stands under nothing else than this branch: what goes when it is removed. */
export function ownBranchOf(draft: Draft, id: string): string[] {
  const branch = branchOf(draft, id);
  const own = new Set([id]);
  // Parents come before children in reading order, so that one pass is enough when the order is from the top.
  for (let grew = true; grew;) {
    grew = false;
    for (const one of branch) {
      if (own.has(one) || one === id) continue;
      const parents = parentsOf(draft, one);
      if (childrenOf(draft, root).includes(one) || !parents.every((parent) => own.has(parent))) continue;
      own.add(one);
      grew = true;
    }
  }
  return [...own];
}

/** The same children with one more, right after another; at the end when that one is not there, first after null. */
export function withChild(list: readonly string[], id: string, after: string | null): string[] {
  const rest = list.filter((one) => one !== id);
  const at = after === null ? 0 : rest.indexOf(after) + 1 || rest.length;
  return rest.toSpliced(at, 0, id);
}

export function isSameDraft(a: Draft, b: Draft): boolean {
  if (a.nodes.size !== b.nodes.size) return false;
  for (const [id, node] of a.nodes) if (!isSameNode(node, b.nodes.get(id))) return false;
  for (const id of [root, ...a.nodes.keys()]) {
    const [mine, theirs] = [childrenOf(a, id), childrenOf(b, id)];
    if (mine.length !== theirs.length || mine.some((child, at) => child !== theirs[at])) return false;
  }
  return true;
}

function isSameNode(a: DraftNode, b: DraftNode | undefined): boolean {
  return b !== undefined && a.text === b.text && a.kind === b.kind && a.version === b.version;
}
