import { layOutActions, type ActionsLayout, type ActionsOptions } from "./actions-layout.ts";
import { layOutTree, type TreeLayout, type TreeOptions } from "./driver-tree-layout.ts";
import type { DiagramNode } from "./graph.ts";

/** Sheets of the A series, lying, have their sides in this ratio. */
const ratio = Math.SQRT2;
const boxWidths = [190, 210, 236, 265, 300, 340, 390, 450];

/** The tree with boxes as wide as makes its letters largest on a sheet of paper or a slide. */
export function treeForPaper(nodes: readonly DiagramNode[], options: TreeOptions = {}): TreeLayout {
  return largest(boxWidths.map((boxWidth) => layOutTree(nodes, { ...options, boxWidth, isDense: true })));
}

export function actionsForPaper(nodes: readonly DiagramNode[], options: ActionsOptions = {}): ActionsLayout {
  return largest([2, 3, 4, 5, 6, 7].map((columns) => layOutActions(nodes, { ...options, columns })));
}

function largest<L extends { readonly width: number; readonly height: number }>(layouts: readonly L[]): L {
  const scale = ({ width, height }: L): number => Math.min(ratio / width, 1 / height);
  return layouts.reduce((best, layout) => (scale(layout) > scale(best) ? layout : best));
}
