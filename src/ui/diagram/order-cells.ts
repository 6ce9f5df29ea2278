import type { Cell } from "./cells.ts";
import { crossingsIn, crossingsOfPair } from "./crossings.ts";

const mostSweeps = 12;

/**
 * Moves single cells up and down their columns until fewer lines cross (Sugiyama's sweeps by the mean place of
 * the neighbours, then swaps of neighbours). The order they come in is only left for fewer crossings. Returns how
 * many are left.
 */
export function orderCells(columns: Cell[][]): number {
  let best = orderNow(columns);
  let fewest = crossingsIn(columns);
  for (let sweep = 0; sweep < mostSweeps && fewest > 0; sweep += 1) {
    sweepColumns(columns, sweep % 2 === 0 ? "up" : "down");
    swapNeighbours(columns);
    const crossings = crossingsIn(columns);
    if (crossings >= fewest) continue;
    fewest = crossings;
    best = orderNow(columns);
  }
  for (const [at, column] of best.entries()) putInOrder(columns, at, column);
  return fewest;
}

function orderNow(columns: readonly Cell[][]): Cell[][] {
  return columns.map((column) => [...column]);
}

function putInOrder(columns: Cell[][], at: number, column: Cell[]): void {
  columns[at] = column;
  for (const [order, cell] of column.entries()) cell.order = order;
}

function sweepColumns(columns: Cell[][], side: "up" | "down"): void {
  const places = [...columns.keys()];
  if (side === "down") places.reverse();
  for (const at of places) {
    const mean = new Map(columns[at]!.map((cell) => [cell, meanOrder(cell[side], cell.order)]));
    const sorted = [...columns[at]!].sort((a, b) => mean.get(a)! - mean.get(b)! || a.order - b.order);
    putInOrder(columns, at, sorted);
  }
}

function meanOrder(neighbours: readonly Cell[], otherwise: number): number {
  if (neighbours.length === 0) return otherwise;
  return neighbours.reduce((sum, cell) => sum + cell.order, 0) / neighbours.length;
}

function swapNeighbours(columns: readonly Cell[][]): void {
  for (let round = 0, swapped = true; swapped && round < mostSweeps; round += 1) {
    swapped = false;
    for (const column of columns) swapped = swapInColumn(column) || swapped;
  }
}

function swapInColumn(column: Cell[]): boolean {
  let swapped = false;
  for (let at = 1; at < column.length; at += 1) {
    const [upper, lower] = [column[at - 1]!, column[at]!];
    if (crossingsOfPair(lower, upper) >= crossingsOfPair(upper, lower)) continue;
    [column[at - 1], column[at]] = [lower, upper];
    [upper.order, lower.order] = [at, at - 1];
    swapped = true;
  }
  return swapped;
}
