import { hierarchy, partition, type HierarchyRectangularNode } from "d3-hierarchy";
import { graphOf, type DiagramNode } from "./graph.ts";

export interface Leaf {
  readonly node: DiagramNode | null;
  readonly children: readonly Leaf[];
}

export type Slice = HierarchyRectangularNode<Leaf>;

/**
 * The graph as a tree for rings: a node that serves several drivers has a slice under each, but only under the
 * first do its own children follow. No branch weighs more than another: an end has the angle that its words need,
 * which is more where the ring is narrow.
 */
export function slicesOf(list: readonly DiagramNode[]): Slice {
  const { nodes, roots, children } = graphOf(list);
  const opened = new Set<string>();
  const leaf = (id: string): Leaf => {
    const isFirst = !opened.has(id);
    opened.add(id);
    return { node: nodes.get(id)!, children: isFirst ? children.get(id)!.map(leaf) : [] };
  };
  const aim = roots.length === 1 ? leaf(roots[0]!) : { node: null, children: roots.map(leaf) };
  const tree = hierarchy<Leaf>(aim, (one) => one.children);
  tree.eachAfter((one) => {
    const value =
      one.children?.reduce((sum, child) => sum + child.value!, 0) ?? weightOf(one.depth, tree.height);
    Object.assign(one, { value });
  });
  return partition<Leaf>().size([2 * Math.PI, tree.height + 1])(tree);
}

function weightOf(depth: number, deepest: number): number {
  return depth === deepest ? 1 : (1.4 * deepest) / Math.max(1, depth);
}
