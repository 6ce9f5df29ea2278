import type { Cell } from "./cells.ts";

export interface Gaps {
  /** Between two nodes that stand under the same parent. */
  readonly siblings: number;
  /** Between two that do not. */
  readonly strangers: number;
  /** Between a node and a line that passes it. */
  readonly passing: number;
}

const rounds = 16;

/**
 * Gives every cell its height on the page. In turn each column is put as near as it can be to the middle of its
 * neighbours' places without changing the order or coming too close (least squares under an order, solved by
 * pooling adjacent violators). The last turn goes from right to left: a parent stands at its children's middle.
 */
export function spreadCells(columns: readonly Cell[][], gaps: Gaps): void {
  const distances = columns.map((column) => distancesIn(column, gaps));
  for (const [at, column] of columns.entries()) settle(column, distances[at]!, () => 0);
  for (let round = 0; round < rounds; round += 1) {
    for (let at = columns.length - 2; at >= 0; at -= 1)
      settle(columns[at]!, distances[at]!, middleOf("down"));
    if (round === rounds - 1) return;
    for (let at = 1; at < columns.length; at += 1) settle(columns[at]!, distances[at]!, middleOf("up"));
  }
}

/** From each cell's middle to that of the one above it, at least. */
function distancesIn(column: readonly Cell[], gaps: Gaps): number[] {
  return column.map((cell, at) => {
    const above = column[at - 1];
    return above ? (above.height + cell.height) / 2 + gapBetween(above, cell, gaps) : 0;
  });
}

function gapBetween(above: Cell, below: Cell, gaps: Gaps): number {
  if (above.id === null || below.id === null) return gaps.passing;
  return above.up.some((parent) => below.up.includes(parent)) ? gaps.siblings : gaps.strangers;
}

function middleOf(side: "up" | "down"): (cell: Cell) => number {
  return (cell) => {
    const neighbours = cell[side];
    if (neighbours.length === 0) return cell.y;
    const ends = neighbours.map((neighbour) => neighbour.y);
    return side === "up" ? mean(ends) : (Math.min(...ends) + Math.max(...ends)) / 2;
  };
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

interface Pool {
  sum: number;
  weight: number;
  count: number;
}

function settle(column: readonly Cell[], distances: readonly number[], wish: (cell: Cell) => number): void {
  const pools: Pool[] = [];
  let offset = 0;
  for (const [at, cell] of column.entries()) {
    offset += distances[at]!;
    const weight = weightOf(cell);
    pools.push({ sum: (wish(cell) - offset) * weight, weight, count: 1 });
    while (pools.length > 1 && height(pools.at(-2)!) > height(pools.at(-1)!)) {
      const last = pools.pop()!;
      const before = pools.at(-1)!;
      before.sum += last.sum;
      before.weight += last.weight;
      before.count += last.count;
    }
  }
  place(column, distances, pools);
}

/** What no line leads to gives way to what has neighbours; a passing line is held straight. */
function weightOf({ id, up, down }: Cell): number {
  if (id === null) return 3;
  return up.length + down.length === 0 ? 0.1 : 1;
}

function height({ sum, weight }: Pool): number {
  return sum / weight;
}

function place(column: readonly Cell[], distances: readonly number[], pools: readonly Pool[]): void {
  let at = 0;
  let offset = 0;
  for (const pool of pools) {
    for (let left = pool.count; left > 0; left -= 1) {
      offset += distances[at]!;
      column[at]!.y = height(pool) + offset;
      at += 1;
    }
  }
}
