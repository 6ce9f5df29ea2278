import { orderByBranches, type Cell } from "./cells.ts";
import { crossingsIn } from "./crossings.ts";
import type { Graph } from "./graph.ts";

/** How much is tried: columns drawn up anew, times the cells in them. */
const patience = 30_000;

/**
 * The order in which branches stand below each other. It begins as the team has it; a branch is moved among its
 * siblings only when fewer lines cross for it. Whole branches move, so that what belongs together stays together.
 */
export function orderBranches(graph: Graph, byNode: ReadonlyMap<string, Cell>): Cell[][] {
  const order = new Map(graph.children);
  const draw = () => orderByBranches(byNode, graph.roots, order);
  let left = Math.floor(patience / Math.max(1, byNode.size));
  let fewest = crossingsIn(draw());
  for (let improved = true; improved && fewest > 0;) {
    improved = false;
    for (const parent of tangled(graph)) {
      for (const next of arrangements(order.get(parent)!)) {
        if ((left -= 1) < 0 || fewest === 0) return draw();
        const before = order.get(parent)!;
        order.set(parent, next);
        const crossings = crossingsIn(draw());
        if (crossings < fewest) [fewest, improved] = [crossings, true];
        else order.set(parent, before);
      }
    }
  }
  return draw();
}

/** Parents of branches from which, somewhere, a line leads to another branch. */
function tangled({ nodes, children }: Graph): string[] {
  const marked = new Set<string>();
  const mark = (id: string): void => {
    if (marked.has(id)) return;
    marked.add(id);
    for (const parent of nodes.get(id)!.parents) mark(parent);
  };
  for (const node of nodes.values())
    if (node.parents.length > 1) for (const parent of node.parents) mark(parent);
  return [...marked].filter((id) => children.get(id)!.length > 1);
}

/** The list with one of its members at another place, for each member and place. */
function* arrangements(list: readonly string[]): Generator<string[]> {
  for (const [from, member] of list.entries()) {
    const rest = list.toSpliced(from, 1);
    for (let to = 0; to <= rest.length; to += 1) if (to !== from) yield rest.toSpliced(to, 0, member);
  }
}
