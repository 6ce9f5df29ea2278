import type { TreeLayout } from "#ui/diagram/driver-tree-layout.ts";
import type { Spot } from "./commands.ts";
import { childrenOf, parentsOf, root, type Draft } from "./draft.ts";
import type { Way } from "./keys.ts";

/** Where an arrow leads: left and right along the lines, up and down the column as it is drawn. */
export function walk(draft: Draft, layout: TreeLayout, { id, under }: Spot, way: Way): Spot {
  switch (way) {
    case "left":
      return under === root ? { id, under } : spotOf(draft, under);
    case "right": {
      const child = childrenOf(draft, id).find((one) => layout.boxes.some((box) => box.node.id === one));
      return child === undefined ? { id, under } : { id: child, under: id };
    }
    default:
      return inColumn(draft, layout, { id, under }, way);
  }
}

function inColumn(draft: Draft, layout: TreeLayout, { id, under }: Spot, way: Way): Spot {
  const box = layout.boxes.find((one) => one.node.id === id);
  const column = layout.boxes.filter((one) => one.x === box?.x).sort((a, b) => a.y - b.y);
  const at = column.findIndex((one) => one.node.id === id);
  const to = { up: at - 1, down: at + 1, first: 0, last: column.length - 1, left: at, right: at }[way];
  const next = column[to]?.node.id;
  if (next === undefined || next === id) return { id, under };
  return childrenOf(draft, under).includes(next) ? { id: next, under } : spotOf(draft, next);
}

export function spotOf(draft: Draft, id: string): Spot {
  return { id, under: parentsOf(draft, id)[0] ?? root };
}
