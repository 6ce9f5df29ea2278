import type { DiagramNode } from "#ui/diagram/graph.ts";
import { foldToFit } from "./fold-to-fit.ts";

/** As many as stay readable on one sheet or slide, and as many as a sheet of a larger diagram holds. */
const mostOnOne = 40;
const mostOnEach = 30;

/** A diagram for paper: whole, or its drivers first and then, sheet by sheet, what stands under them. */
export function sheetsOf<Node extends DiagramNode>(nodes: readonly Node[]): (readonly Node[])[] {
  return nodes.length <= mostOnOne ? [nodes] : partsOf(nodes);
}

function partsOf<Node extends DiagramNode>(nodes: readonly Node[]): (readonly Node[])[] {
  const { closed, shown } = foldToFit(nodes, mostOnEach);
  const branches = shown.filter(({ id }) => closed.has(id)).map((top) => branchOf(nodes, top));
  const parts = packed(branches.filter((branch) => branch.length > 1));
  return [
    shown,
    ...parts.flatMap((part) =>
      part.length > mostOnEach && part.length < nodes.length - 1 ? partsOf(part) : [part],
    ),
  ];
}

/** All that stands under a node, which now stands under nothing itself. */
function branchOf<Node extends DiagramNode>(nodes: readonly Node[], top: Node): Node[] {
  const inIt = new Set([top.id]);
  // In reading order a node comes after the first of its parents, so once through finds nearly all; twice, the rest.
  for (const { id, parents } of [...nodes, ...nodes]) if (parents.some((one) => inIt.has(one))) inIt.add(id);
  return nodes
    .filter(({ id }) => inIt.has(id))
    .map((node) => ({ ...node, parents: node.parents.filter((one) => inIt.has(one)) }));
}

/** Neighbours share a sheet while there is room. */
function packed<Node>(branches: readonly Node[][]): Node[][] {
  const parts: Node[][] = [];
  for (const branch of branches) {
    const last = parts.at(-1);
    if (last && last.length + branch.length <= mostOnEach) last.push(...branch);
    else parts.push([...branch]);
  }
  return parts;
}
