import type { Place } from "../chart/px.ts";
import { beliefOnLine, beliefWidths } from "./belief.ts";
import type { ActionsLayout } from "./actions-layout.ts";
import { boxColours, diagramInk } from "./diagram-palette.ts";
import { wordsPlace, type PlacedLink, type TreeLayout } from "./driver-tree-layout.ts";
import type { DiagramNode } from "./graph.ts";
import { boxType, isBold } from "./measure-box.ts";
import { footWords } from "./node-words.ts";

/** A diagram as plain data, in pixels: whoever writes slides makes shapes of it that can be moved and retyped. */
export interface DiagramShapes {
  readonly width: number;
  readonly height: number;
  readonly boxes: readonly ShapeBox[];
  readonly lines: readonly ShapeLine[];
  readonly labels: readonly ShapeLabel[];
}

export interface ShapeBox {
  readonly id: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly text: string;
  /** Smaller, under the text. */
  readonly note: string;
  readonly fill: string;
  readonly outline: string;
  readonly ink: string;
  readonly isBold: boolean;
  readonly fontSize: number;
}

export interface ShapeLine {
  readonly from: string;
  readonly to: string;
  readonly colour: string;
  /** In points. */
  readonly width: number;
  /** From the first to the last through whatever lies between. */
  readonly places: readonly Place[];
}

export interface ShapeLabel {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly text: string;
  readonly ink: string;
  readonly fontSize: number;
}

export function treeShapes({ width, height, boxes, links, columns }: TreeLayout): DiagramShapes {
  return {
    width,
    height,
    boxes: boxes.map((box) => shapeOf(box.node, box, footWords(box.node))),
    lines: links.map(({ from, to, places, belief }) => ({
      from,
      to,
      places,
      colour: diagramInk.link,
      width: belief ? beliefWidths[belief] / 2 : 1,
    })),
    labels: [
      ...columns.map((column) => ({
        x: column.x,
        y: 20,
        width: column.width,
        text: column.heading,
        ink: diagramInk.quiet,
        fontSize: boxType.size,
      })),
      ...links.flatMap(beliefLabel),
    ],
  };
}

function beliefLabel(link: PlacedLink): ShapeLabel[] {
  if (!link.belief) return [];
  const [x, y] = wordsPlace(link);
  const width = 70;
  return [
    {
      x: x - width / 2,
      y: y - 14,
      width,
      text: beliefOnLine[link.belief],
      ink: diagramInk.text,
      fontSize: 11,
    },
  ];
}

export function actionsShapes({ width, height, cards }: ActionsLayout): DiagramShapes {
  return {
    width,
    height,
    boxes: cards.map((card) => {
      const actions = card.actions.map(({ lines, state }) => `${lines.join(" ")}: ${state.join(" ")}`);
      const known = footWords(actions.length > 0 ? { ...card.node, tests: 0 } : card.node);
      return shapeOf(card.node, card, [known, ...actions].filter(Boolean).join("\n"));
    }),
    lines: [],
    labels: [],
  };
}

type Frame = Pick<ShapeBox, "x" | "y" | "width" | "height">;

function shapeOf({ id, kind, text }: DiagramNode, { x, y, width, height }: Frame, note: string): ShapeBox {
  const looks = { ...boxColours[kind], isBold: isBold(kind), fontSize: boxType.size };
  return { id, text, note, x, y, width, height, ...looks };
}
