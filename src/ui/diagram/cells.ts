import type { Graph } from "./graph.ts";

/** A place in a column: a node, or the room that a long line needs to pass between nodes. */
export interface Cell {
  readonly id: string | null;
  readonly layer: number;
  readonly up: Cell[];
  readonly down: Cell[];
  /** Its place in the column, from the top. */
  order: number;
  height: number;
  /** Of its middle. */
  y: number;
}

/** One line from a parent to a child: the cells that it goes through, both ends included. */
export interface Route {
  readonly from: string;
  readonly to: string;
  readonly cells: readonly Cell[];
}

export interface Cells {
  readonly byNode: ReadonlyMap<string, Cell>;
  readonly routes: readonly Route[];
}

/** Lines only ever join neighbouring columns: one that goes further gets a cell in each column between. */
export function cellsOf(graph: Graph, layers: ReadonlyMap<string, number>): Cells {
  const byNode = new Map([...layers].map(([id, layer]) => [id, cell(id, layer)]));
  const routes: Route[] = [];
  for (const node of graph.nodes.values()) {
    for (const parent of node.parents) {
      const cells = joined(byNode.get(parent)!, byNode.get(node.id)!);
      routes.push({ from: parent, to: node.id, cells });
    }
  }
  return { byNode, routes };
}

function cell(id: string | null, layer: number): Cell {
  return { id, layer, up: [], down: [], order: 0, height: 0, y: 0 };
}

function joined(from: Cell, to: Cell): Cell[] {
  const cells = [from];
  for (let layer = from.layer + 1; layer < to.layer; layer += 1) cells.push(cell(null, layer));
  cells.push(to);
  for (let at = 1; at < cells.length; at += 1) {
    cells[at - 1]!.down.push(cells[at]!);
    cells[at]!.up.push(cells[at - 1]!);
  }
  return cells;
}

/** Down each branch before the next: a diagram in which every node has one parent gets no crossing at all. */
export function orderByBranches(
  byNode: ReadonlyMap<string, Cell>,
  roots: readonly string[],
  children: ReadonlyMap<string, readonly string[]>,
): Cell[][] {
  const columns: Cell[][] = [];
  const seen = new Set<Cell>();
  const visit = (at: Cell): void => {
    if (seen.has(at)) return;
    seen.add(at);
    at.order = (columns[at.layer] ??= []).push(at) - 1;
    if (at.id === null) visit(at.down[0]!);
    else for (const child of children.get(at.id)!) visit(nextTowards(at, byNode.get(child)!));
  };
  for (const root of roots) visit(byNode.get(root)!);
  return columns;
}

function nextTowards(from: Cell, end: Cell): Cell {
  return from.down.find((next) => next === end || lastOf(next) === end)!;
}

function lastOf(cell: Cell): Cell {
  let at = cell;
  while (at.id === null) at = at.down[0]!;
  return at;
}
