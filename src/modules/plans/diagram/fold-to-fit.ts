import type { DiagramNode } from "#ui/diagram/graph.ts";

/** As many as stay readable on a page that shows more than the diagram. */
const mostShown = 40;

type Folded<Node> = { closed: ReadonlySet<string>; shown: readonly Node[] };

/** A large diagram begins with its drivers: what is tried for them is folded away, and so are lower drivers. */
export function foldToFit<Node extends DiagramNode>(nodes: readonly Node[], most = mostShown): Folded<Node> {
  if (nodes.length <= most) return { closed: new Set(), shown: nodes };
  const drivers = nodes.filter(({ kind }) => kind !== "idea");
  const isClosed = (node: Node): boolean =>
    node.kind !== "aim" &&
    (drivers.length > most || !drivers.some(({ parents }) => parents.includes(node.id)));
  const closed = new Set(drivers.filter(isClosed).map(({ id }) => id));
  const open = new Set<string>();
  for (const { id, parents } of nodes)
    if (parents.length === 0 || parents.some((one) => open.has(one) && !closed.has(one))) open.add(id);
  return { closed, shown: nodes.filter(({ id }) => open.has(id)) };
}
