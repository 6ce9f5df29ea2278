import type { NodeKind } from "#ui/diagram/graph.ts";
import { longestText } from "./apply-change.ts";
import type { DiagramChange } from "./diagram-change.ts";
import { branchOf, childrenOf, ownBranchOf, parentsOf, root, type Draft } from "./draft.ts";
import type { PastedNode } from "./read-outline.ts";

/** A node and the parent under which it is looked at. */
export interface Spot {
  readonly id: string;
  readonly under: string;
}

/** Where a node begins that has no words yet. */
export interface Sprout {
  readonly kind: NodeKind;
  readonly under: string;
  readonly after: string | null;
}

const usuallyBelow: Readonly<Record<NodeKind, NodeKind>> = {
  aim: "primary",
  primary: "secondary",
  secondary: "idea",
  idea: "idea",
};

export function lastOf(list: readonly string[]): string | null {
  return list.at(-1) ?? null;
}

/** What usually stands under a node. */
export function kindBelow(draft: Draft, id: string): NodeKind {
  const siblings = new Set(childrenOf(draft, id).map((child) => draft.nodes.get(child)!.kind));
  if (id !== root && siblings.size === 1) return [...siblings][0]!;
  const kind = draft.nodes.get(id)?.kind;
  if (kind === undefined)
    return [...draft.nodes.values()].some((node) => node.kind === "aim") ? "primary" : "aim";
  return usuallyBelow[kind];
}

export function sproutBelow(draft: Draft, { id }: Spot): Sprout {
  return { kind: kindBelow(draft, id), under: id, after: lastOf(childrenOf(draft, id)) };
}

/** Beside the aim nothing can stand, so there a driver begins under it. */
export function sproutBeside(draft: Draft, spot: Spot): Sprout {
  const node = draft.nodes.get(spot.id)!;
  if (node.kind === "aim") return sproutBelow(draft, spot);
  return { kind: node.kind, under: spot.under, after: spot.id };
}

export function moveAmongSiblings(draft: Draft, { id, under }: Spot, step: -1 | 1): DiagramChange[] {
  const list = childrenOf(draft, under);
  const to = list.indexOf(id) + step;
  if (to < 0 || to >= list.length) return [];
  const after = step === 1 ? list[to]! : (list[to - 1] ?? null);
  return [{ do: "move", id, from: under, under, after }];
}

/** To the parent's side, one level up. */
export function outdent(draft: Draft, { id, under }: Spot): DiagramChange[] {
  if (under === root || draft.nodes.get(under)!.kind === "aim") return [];
  const above = parentsOf(draft, under)[0] ?? root;
  return moveUnder(draft, { id, under }, { under: above, after: under });
}

/** Under the one that stands right above it. */
export function indent(draft: Draft, { id, under }: Spot): DiagramChange[] {
  const list = childrenOf(draft, under);
  const above = list[list.indexOf(id) - 1];
  if (above === undefined) return [];
  return moveUnder(draft, { id, under }, { under: above, after: lastOf(childrenOf(draft, above)) });
}

/** A driver that moves becomes the kind that stands there, and so do the drivers below it; an idea stays one. */
export function moveUnder(
  draft: Draft,
  { id, under: from }: Spot,
  to: { under: string; after: string | null },
): DiagramChange[] {
  const move: DiagramChange = { do: "move", id, from, under: to.under, after: to.after };
  if (from === to.under || draft.nodes.get(to.under)?.kind === "idea") return [move];
  return [move, ...kindsAfterMove(draft, id, to.under)];
}

function kindsAfterMove(draft: Draft, id: string, under: string): DiagramChange[] {
  const changes: DiagramChange[] = [];
  const visit = (one: string, above: NodeKind | undefined): void => {
    const { kind } = draft.nodes.get(one)!;
    if (kind === "idea") return;
    const next = above === undefined ? kind : above === "aim" ? "primary" : "secondary";
    if (next !== kind) changes.push({ do: "kind", id: one, kind: next });
    for (const child of childrenOf(draft, one)) visit(child, next);
  };
  visit(id, draft.nodes.get(under)?.kind);
  return changes;
}

/** What a node may be put under besides: no driver that it leads to, and none that it serves already. */
export function possibleParents(draft: Draft, id: string): string[] {
  const below = branchOf(draft, id);
  const isIdea = draft.nodes.get(id)?.kind === "idea";
  return [...draft.nodes.values()]
    .filter((node) => !below.has(node.id) && !childrenOf(draft, node.id).includes(id))
    .filter((node) => isIdea || node.kind !== "idea")
    .map((node) => node.id);
}

export function linkUnder(draft: Draft, id: string, under: string): DiagramChange[] {
  return [{ do: "link", id, under, after: lastOf(childrenOf(draft, under)) }];
}

/** Under one parent of several only the link goes; under the only one the branch goes. */
export function removeAt(draft: Draft, { id, under }: Spot): DiagramChange[] {
  if (parentsOf(draft, id).length > 1) return [{ do: "unlink", id, from: under }];
  return [{ do: "remove", ids: ownBranchOf(draft, id) }];
}

/** A branch as text that can be pasted again, here or in a letter. */
export function copyBranch(draft: Draft, id: string): string {
  const lines: string[] = [];
  const write = (one: string, level: number): void => {
    lines.push("  ".repeat(level) + draft.nodes.get(one)!.text);
    for (const child of childrenOf(draft, one)) write(child, level + 1);
  };
  write(id, 0);
  return `${lines.join("\n")}\n`;
}

/** After nobody who is there, and so after all. */
const atEnd = "";

/** Everything pasted stands under one node. The same words of the same kind become one node with several parents. */
export function paste(
  draft: Draft,
  under: string,
  { nodes, newId }: { nodes: readonly PastedNode[]; newId: () => string },
): DiagramChange[] {
  const changes: DiagramChange[] = [];
  const known = new Map<string, string>();
  const put = (list: readonly PastedNode[], path: readonly string[], kind: NodeKind): void => {
    const parent = path.at(-1)!;
    for (const { text, children } of list) {
      const words = text.slice(0, longestText);
      const twin = known.get(`${kind} ${words.toLowerCase()}`);
      const isTwin = twin !== undefined && !path.includes(twin);
      const id = isTwin ? twin : newId();
      if (isTwin) changes.push({ do: "link", id, under: parent, after: atEnd });
      else changes.push({ do: "add", id, kind, text: words, under: parent, after: atEnd });
      known.set(`${kind} ${words.toLowerCase()}`, id);
      put(children, [...path, id], below(kind, children));
    }
  };
  put(nodes, [under], pastedKind(draft.nodes.get(under)?.kind, kindBelow(draft, under), nodes));
  return changes;
}

/** What leads to further levels is a driver; what is at the end is to be tried. Under an idea all are ideas. */
function pastedKind(above: NodeKind | undefined, usual: NodeKind, nodes: readonly PastedNode[]): NodeKind {
  const isDeep = nodes.some((node) => node.children.some((child) => child.children.length > 0));
  return usual === "idea" && above !== "idea" && isDeep ? "secondary" : usual;
}

function below(kind: NodeKind, children: readonly PastedNode[]): NodeKind {
  return pastedKind(kind, usuallyBelow[kind], children);
}
