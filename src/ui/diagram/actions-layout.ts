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
export const actionType = { size: 13, line: 17, gap: 6, indent: 14 } as const;

/**
 * Each primary driver heads a section; under it stand its secondary drivers, and under each of those its change
 * ideas with what is done for them. An idea that serves two drivers stands under both.
 */
export function layOutActions(list: readonly DiagramNode[], options: ActionsOptions = {}): ActionsLayout {
  const graph = graphOf(list);
  const { aims, heads } = headsOf(graph);
  const columns = Math.max(1, Math.min(options.columns ?? usualColumns, heads.length));
  const width = 2 * margin + columns * (columnWidth + between) - between;
  const actions = actionsByNode(options.actions ?? []);
  const cards: PlacedCard[] = [];
  const sections: Section[] = [];
  let y = margin;
  for (const aim of aims) {
    const card = cardOf(graph.nodes.get(aim)!, { x: margin, y, width: width - 2 * margin }, actions);
    cards.push(card);
    y += card.height + between;
  }
  for (let at = 0; at < heads.length; at += columns) {
    const row = heads.slice(at, at + columns).map((head, column) => {
      const x = margin + column * (columnWidth + between);
      return stack(graph, head, { x, y }, actions);
    });
    const height = Math.max(...row.map((one) => one.height));
    for (const [column, one] of row.entries()) {
      sections.push({ x: margin + column * (columnWidth + between), y, width: columnWidth, height });
      cards.push(...one.cards);
    }
    y += height + between;
  }
  return { width, height: y - between + margin, sections, cards };
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

function stack(
  graph: Graph,
  head: string,
  { x, y }: { x: number; y: number },
  actions: ReadonlyMap<string, NodeAction[]>,
): { cards: PlacedCard[]; height: number } {
  const title = cardOf(graph.nodes.get(head)!, { x, y, width: columnWidth }, actions);
  const cards = [title];
  let bottom = y + title.height + inside;
  for (const [at, id] of below(graph, head).entries()) {
    const node = graph.nodes.get(id)!;
    if (node.kind !== "idea" && at > 0) bottom += groupGap - cardGap;
    const card = cardOf(node, { x: x + inside, y: bottom, width: columnWidth - 2 * inside }, actions);
    cards.push(card);
    bottom += card.height + cardGap;
  }
  return { cards, height: bottom - y + (cards.length > 1 ? inside - cardGap : 0) };
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
