import type { Cell } from "./cells.ts";

/** How many pairs of lines cross, all columns together. */
export function crossingsIn(columns: readonly (readonly Cell[])[]): number {
  return columns.reduce((sum, column) => sum + crossingsAfter(column), 0);
}

/** Lines from one column to the next, counted as inversions with a Fenwick tree. */
function crossingsAfter(column: readonly Cell[]): number {
  const ends = column.flatMap((cell) => cell.down.map((next) => next.order).sort((a, b) => a - b));
  const size = Math.max(0, ...ends) + 1;
  const tree = new Int32Array(size + 1);
  let crossings = 0;
  for (const [before, end] of ends.entries()) {
    crossings += before - countUpTo(tree, end + 1);
    for (let at = end + 1; at <= size; at += at & -at) tree[at]! += 1;
  }
  return crossings;
}

function countUpTo(tree: Int32Array, end: number): number {
  let count = 0;
  for (let at = end; at > 0; at -= at & -at) count += tree[at]!;
  return count;
}

/** Crossings between the lines of two cells of one column when the first stands above the second. */
export function crossingsOfPair(upper: Cell, lower: Cell): number {
  return inversions(upper.up, lower.up) + inversions(upper.down, lower.down);
}

function inversions(above: readonly Cell[], below: readonly Cell[]): number {
  let count = 0;
  for (const a of above) for (const b of below) if (a.order > b.order) count += 1;
  return count;
}
