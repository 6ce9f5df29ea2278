import { wrapText } from "../chart/text-width.ts";
import { graphOf, type DiagramNode, type Graph } from "./graph.ts";
import { boxPadding, measureBox, type Box } from "./measure-box.ts";

/** What is done for a node: a test, an action or a task, in words, and how it stands. */
export interface NodeAction {
  readonly node: string;
  readonly text: string;
  /** Such as "Adopted" or "By 1 April 2026". */
  readonly state: string;
}

export interface PlacedCard extends Box {
  readonly node: DiagramNode;
  readonly x: number;
  readonly y: number;
  readonly actions: readonly ActionLines[];
}

export interface ActionLines {
  readonly lines: readonly string[];
  readonly state: readonly string[];
  /** From the top of the card to the first line. */
  readonly y: number;
}

export interface Section {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface ActionsLayout {
  readonly width: number;
  readonly height: number;
  readonly sections: readonly Section[];
  readonly cards: readonly PlacedCard[];
}

export interface ActionsOptions {
  readonly actions?: readonly NodeAction[];
  readonly columns?: number;
}

const margin = 24;
const columnWidth = 290;
const between = 20;
const inside = 12;
const cardGap = 10;
const groupGap = 20;
const usualColumns = 4;
/** For a large diagram. */
const moreColumns = [4, 5, 6, 7, 8, 9, 10, 11, 12];
export const actionType = { size: 13, line: 17, gap: 6, indent: 14 } as const;

/**
 * Each primary driver heads a section; under it stand its secondary drivers, and under each of those its change
 * ideas with what is done for them. An idea that serves two drivers stands under both.
 */
export function layOutActions(list: readonly DiagramNode[], options: ActionsOptions = {}): ActionsLayout {
  const shown: Shown = { graph: graphOf(list), actions: actionsByNode(options.actions ?? []) };
  const heads = headsOf(shown.graph).heads.length;
  const usual = inColumns(shown, Math.max(1, Math.min(options.columns ?? usualColumns, heads)));
  if (options.columns !== undefined || isShapely(usual)) return usual;
  const wider = moreColumns.map((columns) => inColumns(shown, columns, 1.2 * widthOf(columns)));
  return wider.find(isShapely) ?? wider.at(-1)!;
}

type Shown = { graph: Graph; actions: ReadonlyMap<string, NodeAction[]> };

const widthOf = (columns: number): number => columns * (columnWidth + between) - between;

/** A picture that is much higher than wide cannot be read on any screen or sheet. */
function isShapely({ width, height }: ActionsLayout): boolean {
  return height <= 1.5 * width;
}

/** So many columns, and what is under one primary driver in several of them where it is higher than this. */
function inColumns({ graph, actions }: Shown, columns: number, tallest = Infinity): ActionsLayout {
  const { aims, heads } = headsOf(graph);
  const width = 2 * margin + widthOf(columns);
  const cards: PlacedCard[] = [];
  const sections: Section[] = [];
  let y = margin;
  for (const aim of aims) {
    const card = cardOf(graph.nodes.get(aim)!, { x: margin, y, width: width - 2 * margin }, actions);
    cards.push(card);
    y += card.height + between;
  }
  const blocks = heads.map((head) => blockOf({ graph, actions }, head, { columns, tallest }));
  for (const row of rowsOf(blocks, columns)) {
    const height = Math.max(...row.map((one) => one.height));
    let x = margin;
    for (const block of row) {
      sections.push({ x, y, width: widthOf(block.columns), height });
      cards.push(...block.cards.map((card) => ({ ...card, x: card.x + x, y: card.y + y })));
      x += widthOf(block.columns) + between;
    }
    y += height + between;
  }
  return { width, height: y - between + margin, sections, cards };
}

type Block = { cards: PlacedCard[]; columns: number; height: number };

/** As many beside each other as fit. */
function rowsOf(blocks: readonly Block[], columns: number): Block[][] {
  const rows: Block[][] = [];
  let left = 0;
  for (const block of blocks) {
    if (block.columns > left) {
      rows.push([]);
      left = columns;
    }
    rows.at(-1)!.push(block);
    left -= block.columns;
  }
  return rows;
}

/** The aims, and the drivers that head a section: what stands right under an aim, or under nothing at all. */
function headsOf({ nodes, roots, children }: Graph): { aims: string[]; heads: string[] } {
  const aims = roots.filter((id) => nodes.get(id)!.kind === "aim");
  const heads = roots.flatMap((id) => (nodes.get(id)!.kind === "aim" ? children.get(id)! : [id]));
  return { aims, heads: [...new Set(heads)] };
}

function actionsByNode(actions: readonly NodeAction[]): Map<string, NodeAction[]> {
  return Map.groupBy(actions, (action) => action.node);
}

type Spot = { x: number; y: number; width: number };

/** A primary driver with all that is under it, from its own left upper corner. */
function blockOf(
  { graph, actions }: Shown,
  head: string,
  { columns: most, tallest }: { columns: number; tallest: number },
): Block {
  const width = columnWidth - 2 * inside;
  const under = below(graph, head).map((id) =>
    cardOf(graph.nodes.get(id)!, { x: inside, y: 0, width }, actions),
  );
  const high = stack(under, Infinity).height;
  const columns = Math.max(1, Math.min(most, Math.ceil(high / tallest)));
  const title = cardOf(graph.nodes.get(head)!, { x: 0, y: 0, width: widthOf(columns) }, actions);
  let room = high / columns;
  while (stack(under, room).columns > columns) room *= 1.05;
  const { cards, height } = stack(under, columns === 1 ? Infinity : room);
  const top = title.height + inside;
  return {
    cards: [title, ...cards.map((card) => ({ ...card, y: card.y + top }))],
    columns,
    height: top + (cards.length > 0 ? height + inside - cardGap : 0),
  };
}

/** One below the other, and in the next column where there is no room: a driver goes on with its first idea. */
function stack(cards: readonly PlacedCard[], room: number): Block {
  const placed: PlacedCard[] = [];
  let [column, bottom, height] = [0, 0, 0];
  for (const [at, card] of cards.entries()) {
    const isDriver = card.node.kind !== "idea";
    if (isDriver && bottom > 0) bottom += groupGap - cardGap;
    const next = cards[at + 1];
    const needed = card.height + (isDriver && next ? cardGap + next.height : 0);
    if (bottom > 0 && bottom + needed > room) {
      column += 1;
      bottom = 0;
    }
    placed.push({ ...card, x: card.x + column * (columnWidth + between), y: bottom });
    bottom += card.height + cardGap;
    height = Math.max(height, bottom);
  }
  return { cards: placed, columns: column + 1, height };
}

/** Down each branch before the next; the ideas of a driver before the drivers below it. */
function below({ nodes, children }: Graph, head: string): string[] {
  const found = new Set<string>();
  const visit = (id: string): void => {
    const next = children.get(id)!;
    const ideas = next.filter((child) => nodes.get(child)!.kind === "idea");
    for (const child of [...ideas, ...next.filter((one) => nodes.get(one)!.kind !== "idea")]) {
      if (found.has(child)) continue;
      found.add(child);
      visit(child);
    }
  };
  visit(head);
  return [...found];
}

function cardOf(
  node: DiagramNode,
  { x, y, width }: Spot,
  actions: ReadonlyMap<string, NodeAction[]>,
): PlacedCard {
  const own = actions.get(node.id) ?? [];
  const box = measureBox(own.length > 0 ? { ...node, tests: 0 } : node, width);
  let height = box.height + (own.length > 0 && box.foot.length === 0 ? boxPadding.foot : 0);
  const lines = own.map((action): ActionLines => {
    const room = width - 2 * boxPadding.x - actionType.indent;
    const [text, state] = [action.text, action.state].map((words) => wrapText(words, room, actionType.size));
    const top = height;
    height += (text!.length + state!.length) * actionType.line + actionType.gap;
    return { lines: text!, state: state!, y: top };
  });
  if (own.length > 0) height += boxPadding.foot;
  return { ...box, node, x, y, height, actions: lines };
}

/** All nodes that the view shows, for whoever checks that none is left out. */
export function shownInActions({ cards }: ActionsLayout): Set<string> {
  return new Set(cards.map((card) => card.node.id));
}
