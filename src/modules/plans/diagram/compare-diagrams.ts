import type { NodeSeen } from "./diagram.ts";

export type Compared = {
  id: string;
  kind: NodeSeen["kind"];
  text: string;
  was: string;
  under: string[];
  wasUnder: string[];
};

/** What one diagram has that another had not. */
export type DiagramComparison = {
  added: Compared[];
  removed: Compared[];
  reworded: Compared[];
  moved: Compared[];
  same: number;
};

export function compareDiagrams(before: readonly NodeSeen[], after: readonly NodeSeen[]): DiagramComparison {
  const [earlier, later] = [byId(before), byId(after)];
  const added = after
    .filter((node) => !earlier.has(node.id))
    .map((node) => compared(node, node, { earlier, later }));
  const removed = before
    .filter((node) => !later.has(node.id))
    .map((node) => compared(node, node, { earlier, later }));
  const both = after
    .filter((node) => earlier.has(node.id))
    .map((node) => compared(earlier.get(node.id)!, node, { earlier, later }));
  const reworded = both.filter((one) => one.text !== one.was);
  const moved = both.filter(({ id }) => !isSameList(earlier.get(id)!.parents, later.get(id)!.parents));
  const touched = new Set([...reworded, ...moved].map((one) => one.id));
  return { added, removed, reworded, moved, same: both.length - touched.size };
}

type Versions = { earlier: ReadonlyMap<string, NodeSeen>; later: ReadonlyMap<string, NodeSeen> };

function compared(before: NodeSeen, after: NodeSeen, { earlier, later }: Versions): Compared {
  const names = (ids: readonly string[], version: ReadonlyMap<string, NodeSeen>): string[] =>
    ids.map((id) => version.get(id)?.text ?? "").filter(Boolean);
  return {
    id: after.id,
    kind: after.kind,
    text: after.text,
    was: before.text,
    under: names(after.parents, later.has(after.id) ? later : earlier),
    wasUnder: names(before.parents, earlier.has(before.id) ? earlier : later),
  };
}

function byId(nodes: readonly NodeSeen[]): Map<string, NodeSeen> {
  return new Map(nodes.map((node) => [node.id, node]));
}

function isSameList(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((one) => b.includes(one));
}
