import type { BoxShape, Deck, Slide, SlideShape } from "#platform/slides/slide.ts";
import { slideBody } from "#platform/slides/slide.ts";
import type { NodeAction } from "#ui/diagram/actions-layout.ts";
import { actionsShapes, treeShapes, type DiagramShapes, type ShapeBox } from "#ui/diagram/diagram-shapes.ts";
import { actionsForPaper, treeForPaper } from "#ui/diagram/fit-paper.ts";
import { outlineText } from "#ui/diagram/outline-tree.ts";
import type { DiagramNode } from "#ui/diagram/graph.ts";
import type { NodeWords } from "./node-words.ts";
import { sheetsOf } from "./sheets-of.ts";

type Given = { nodes: readonly DiagramNode[]; words: NodeWords; actions: readonly NodeAction[]; at: Date };

/** Slides of shapes that can be moved and typed into: the tree, and what is tried under each driver, in parts where it is large. */
export function diagramDeck(title: string, { nodes, words, actions, at }: Given): Deck {
  return {
    title,
    at,
    slides: [
      ...inParts(`${title}: driver diagram`, nodes, (part) => treeShapes(treeForPaper(part, { words }))),
      ...inParts(`${title}: what is tried`, nodes, (part) =>
        actionsShapes(actionsForPaper(part, { actions })),
      ),
    ],
  };
}

function inParts(
  title: string,
  nodes: readonly DiagramNode[],
  draw: (part: readonly DiagramNode[]) => DiagramShapes,
): Slide[] {
  const sheets = sheetsOf(nodes);
  return sheets.map((part, at) =>
    slideOf(
      sheets.length === 1 ? title : `${title}, ${at + 1} of ${sheets.length}`,
      draw(part),
      outlineText(part, { withBeliefs: true }),
    ),
  );
}

const pointsOfCentimetre = 28.35;

function slideOf(title: string, shapes: DiagramShapes, notes: string): Slide {
  const scale = Math.min(slideBody.w / shapes.width, slideBody.h / shapes.height);
  const left = slideBody.x + (slideBody.w - shapes.width * scale) / 2;
  const at = ({ x, y }: { x: number; y: number }) => ({ x: left + x * scale, y: slideBody.y + y * scale });
  const size = (pixels: number): number =>
    Math.max(4, Math.round(pixels * scale * pointsOfCentimetre * 2) / 2);
  const boxes = shapes.boxes.map((box): BoxShape =>
    boxOf(box, { ...at(box), scale, size: size(box.fontSize) }),
  );
  const labels = shapes.labels.map(({ x, y, width, text, fontSize }): SlideShape => ({
    kind: "text",
    ...at({ x, y }),
    w: width * scale,
    h: 28 * scale,
    text,
    size: size(fontSize),
    bold: true,
  }));
  const lines = shapes.lines.map(({ from, to, colour, width }): SlideShape => ({
    kind: "connector",
    from,
    to,
    bent: true,
    outline: { colour: hex(colour), width },
  }));
  return { title, shapes: [...labels, ...boxes, ...lines], notes };
}

function boxOf(
  box: ShapeBox,
  { x, y, scale, size }: { x: number; y: number; scale: number; size: number },
): BoxShape {
  return {
    kind: "box",
    id: box.id,
    form: "rounded",
    x,
    y,
    w: box.width * scale,
    h: box.height * scale,
    text: box.note === "" ? box.text : `${box.text}\n${box.note}`,
    size: box.note === "" ? size : Math.max(4, size - 0.5),
    bold: box.isBold,
    colour: hex(box.ink),
    align: "left",
    fill: hex(box.fill),
    outline: { colour: hex(box.outline), width: 1 },
  };
}

function hex(colour: string): string {
  return colour.replace("#", "");
}
