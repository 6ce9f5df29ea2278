import { px, type Place } from "../chart/px.ts";
import { beliefIn, type Belief } from "./belief.ts";
import { cellsOf, type Cell, type Route } from "./cells.ts";
import { folded, graphOf, nodeKinds, type DiagramNode, type Graph, type NodeKind } from "./graph.ts";
import { kindWords, type KindWords } from "./kind-words.ts";
import { layersOf } from "./layers.ts";
import { measureBox, type Box } from "./measure-box.ts";
import { orderBranches } from "./order-branches.ts";
import { orderCells } from "./order-cells.ts";
import { spreadCells } from "./spread-cells.ts";

export interface TreeOptions {
  /** Of one box; the page's width follows from it. */
  readonly boxWidth?: number;
  readonly closed?: ReadonlySet<string>;
  /** With little air between the boxes, for paper. */
  readonly isDense?: boolean;
  readonly words?: Readonly<Record<NodeKind, KindWords>>;
}

export interface PlacedBox extends Box {
  readonly node: DiagramNode;
  readonly x: number;
  readonly y: number;
  /** How many nodes are folded away behind it; null when it is open. */
  readonly hidden: number | null;
}

export interface PlacedLink {
  readonly from: string;
  readonly to: string;
  /** Where it leaves and enters each column, in pairs: between them it may bend. */
  readonly places: readonly Place[];
  readonly path: string;
  /** How sure a team is of it, where it was said. */
  readonly belief?: Belief;
}

export interface Column {
  readonly x: number;
  readonly width: number;
  readonly heading: string;
}

export interface TreeLayout {
  readonly width: number;
  readonly height: number;
  readonly columns: readonly Column[];
  readonly boxes: readonly PlacedBox[];
  readonly links: readonly PlacedLink[];
  readonly crossings: number;
}

export const margin = 24;
const headingRoom = 44;
const betweenColumns = 72;
/** For the count of what is folded away behind the last column, which stands out from its box. */
const pillRoom = 12;
const passing = 4;
const gaps = { siblings: 14, strangers: 30, passing: 12 };
const denseGaps = { siblings: 8, strangers: 20, passing: 10 };

export const usualBoxWidth = 236;

/** A driver diagram from left to right. Lines run between columns or in room kept free: none crosses a box. */
export function layOutTree(list: readonly DiagramNode[], options: TreeOptions = {}): TreeLayout {
  const {
    boxWidth = usualBoxWidth,
    closed = new Set<string>(),
    isDense = false,
    words = kindWords,
  } = options;
  const { graph, hidden } = folded(graphOf(list), closed);
  const layers = layersOf(graph);
  const { byNode, routes } = cellsOf(graph, layers);
  const columns = orderBranches(graph, byNode);
  const boxes = new Map(
    [...graph.nodes.values()].map((node) => [node.id, measureBox(node, boxWidth, isDense)]),
  );
  for (const cell of columns.flat()) cell.height = cell.id === null ? passing : boxes.get(cell.id)!.height;
  const crossings = orderCells(columns);
  spreadCells(columns, isDense ? denseGaps : gaps);
  const bottom = moveToTop(columns.flat());
  const pill = columns.at(-1)?.some(({ id }) => id !== null && hidden.get(id)) ? pillRoom : 0;
  const xs = columns.map((_, at) => margin + at * (boxWidth + betweenColumns));
  return {
    width:
      margin + Math.max(1, columns.length) * (boxWidth + betweenColumns) - betweenColumns + margin + pill,
    height: px(bottom + margin),
    columns: columns.map((column, at) => ({
      x: xs[at]!,
      width: boxWidth,
      heading: headingOf(column, graph, words),
    })),
    boxes: columns.flat().flatMap((cell) => boxIn(cell, { graph, boxes, hidden, xs })),
    links: routes.map((route) => {
      const belief = beliefIn(graph.nodes.get(route.to)!, route.from);
      return { ...linkAlong(route, xs, boxWidth), ...(belief && { belief }) };
    }),
    crossings,
  };
}

/** The highest box begins under the headings. Returns where the lowest ends. */
function moveToTop(cells: readonly Cell[]): number {
  const top = cells.reduce((least, cell) => Math.min(least, cell.y - cell.height / 2), Infinity);
  let bottom = margin + headingRoom;
  for (const cell of cells) {
    cell.y = px(cell.y + margin + headingRoom - top);
    bottom = Math.max(bottom, cell.y + cell.height / 2);
  }
  return bottom;
}

/** A column is named when all its nodes are of one kind. */
function headingOf(
  column: readonly Cell[],
  { nodes }: Graph,
  words: Readonly<Record<NodeKind, KindWords>>,
): string {
  const kinds = new Set(column.flatMap(({ id }) => (id === null ? [] : [nodes.get(id)!.kind])));
  const named = nodeKinds.filter((kind) => kinds.has(kind)).map((kind) => words[kind].many);
  return named.map((name, at) => (at === 0 ? name : name.toLowerCase())).join(" and ");
}

function boxIn(
  { id, layer, y }: Cell,
  {
    graph,
    boxes,
    hidden,
    xs,
  }: {
    graph: Graph;
    boxes: ReadonlyMap<string, Box>;
    hidden: ReadonlyMap<string, number>;
    xs: readonly number[];
  },
): PlacedBox[] {
  if (id === null) return [];
  const box = boxes.get(id)!;
  return [
    {
      ...box,
      node: graph.nodes.get(id)!,
      x: xs[layer]!,
      y: px(y - box.height / 2),
      hidden: hidden.get(id) || null,
    },
  ];
}

function linkAlong({ from, to, cells }: Route, xs: readonly number[], boxWidth: number): PlacedLink {
  const places = cells.flatMap((cell, at): Place[] => {
    const enters: Place = [xs[cell.layer]!, cell.y];
    const leaves: Place = [xs[cell.layer]! + boxWidth, cell.y];
    if (at === 0) return [leaves];
    return at === cells.length - 1 ? [enters] : [enters, leaves];
  });
  return { from, to, places, path: curve(places) };
}

/** A good way along the last bend of a line: nearer its end than its beginning, which it shares with others. */
export function wordsPlace({ places }: Pick<PlacedLink, "places">): Place {
  const [[x1, y1], [x2, y2]] = [places.at(-2)!, places.at(-1)!];
  const along = 0.58;
  const fall = along * along * (3 - 2 * along);
  return [x1 + (x2 - x1) * 0.56, y1 + (y2 - y1) * fall];
}

/** Level where it meets a column, so that it stays between the columns. */
function curve(places: readonly Place[]): string {
  let path = `M${px(places[0]![0])} ${px(places[0]![1])}`;
  for (let at = 1; at < places.length; at += 1) {
    const [[x1, y1], [x2, y2]] = [places[at - 1]!, places[at]!];
    const middle = px((x1 + x2) / 2);
    if (px(y1) === px(y2)) path += `H${px(x2)}`;
    else path += `C${middle} ${px(y1)} ${middle} ${px(y2)} ${px(x2)} ${px(y2)}`;
  }
  return path;
}
