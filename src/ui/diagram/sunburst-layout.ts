import { arcText, type Arc, type ArcText } from "./arc-text.ts";
import type { DiagramNode } from "./graph.ts";
import { isBold } from "./measure-box.ts";
import { slicesOf, type Slice } from "./sunburst-tree.ts";

export interface PlacedSlice {
  readonly key: string;
  readonly node: DiagramNode;
  readonly arc: Arc;
  readonly text: ArcText;
}

export interface SunburstLayout {
  /** Both sides of the square. */
  readonly size: number;
  readonly slices: readonly PlacedSlice[];
  readonly centre: { readonly radius: number; readonly node: DiagramNode | null };
}

const margin = 28;
/** The aim in the middle, and rings that get deeper towards the rim, where the texts lie along the radius. */
const rings = [112, 108, 132, 170];
const growths = [1, 1.12, 1.25, 1.4, 1.6, 1.8, 2];

/** The circle grows until every text has its room. */
export function layOutSunburst(list: readonly DiagramNode[]): SunburstLayout {
  const tree = slicesOf(list);
  let layout = layOutAt(tree, growths[0]!);
  for (const growth of growths.slice(1)) {
    if (layout.slices.every((slice) => slice.text.isWhole)) break;
    layout = layOutAt(tree, growth);
  }
  return layout;
}

function layOutAt(tree: Slice, growth: number): SunburstLayout {
  const radii = radiiOf(tree.height, growth);
  const slices = tree.descendants().flatMap((slice, at): PlacedSlice[] => {
    if (slice.depth === 0) return [];
    const { node } = slice.data;
    const arc = { from: slice.x0, to: slice.x1, inner: radii[slice.depth - 1]!, outer: radii[slice.depth]! };
    return [
      { key: `${at} ${node!.id}`, node: node!, arc, text: arcText(node!.text, arc, isBold(node!.kind)) },
    ];
  });
  return {
    size: 2 * (radii.at(-1)! + margin),
    slices,
    centre: { radius: radii[0]!, node: tree.data.node },
  };
}

function radiiOf(height: number, growth: number): number[] {
  const radii = [rings[0]! * growth];
  for (let ring = 1; ring <= height; ring += 1) {
    radii.push(radii[ring - 1]! + rings[Math.min(ring, rings.length - 1)]! * growth);
  }
  return radii;
}
