import { arc as arcShape } from "d3-shape";
import type { ReactNode } from "react";
import { px } from "../chart/px.ts";
import { textWidth, wrapText } from "../chart/text-width.ts";
import type { Arc } from "./arc-text.ts";
import { boxColours } from "./diagram-palette.ts";
import { DiagramSheet } from "./diagram-sheet.tsx";
import type { DiagramNode } from "./graph.ts";
import { isBold } from "./measure-box.ts";
import { NodeLink, type NodeHref } from "./node-link.tsx";
import { footWords } from "./node-words.ts";
import { layOutSunburst, type PlacedSlice, type SunburstLayout } from "./sunburst-layout.ts";
import { TextLines } from "./text-lines.tsx";
import { treeSentence } from "./tree-sentence.ts";

export interface SunburstProps {
  readonly id: string;
  readonly title: string;
  readonly nodes: readonly DiagramNode[];
  readonly href?: NodeHref;
}

/** The plan as a circle: the aim in the middle, drivers round it, and what is tried at the rim. */
export function Sunburst({ id, title, nodes, href }: SunburstProps): ReactNode {
  const layout = layOutSunburst(nodes);
  return (
    <DiagramSheet
      id={id}
      title={title}
      description={treeSentence(nodes)}
      width={layout.size}
      height={layout.size}
      isLinked={href !== undefined}
    >
      <SunburstDrawing layout={layout} href={href} />
    </DiagramSheet>
  );
}

type SunburstDrawingProps = { readonly layout: SunburstLayout; readonly href?: NodeHref | undefined };

export function SunburstDrawing({ layout, href }: SunburstDrawingProps): ReactNode {
  const { node: centre, radius } = layout.centre;
  const middle = px(layout.size / 2);
  return (
    <g transform={`translate(${middle} ${middle})`}>
      {layout.slices.map((slice) => (
        <SliceMark key={slice.key} slice={slice} href={href} />
      ))}
      {centre && href ? (
        <NodeLink node={centre} href={href}>
          <circle r={px(radius - 3)} fill={boxColours.aim.fill} />
          <CentreText node={centre} radius={radius} />
        </NodeLink>
      ) : (
        <>
          <circle r={px(radius - 3)} fill={boxColours.aim.fill} />
          {centre ? <CentreText node={centre} radius={radius} /> : null}
        </>
      )}
    </g>
  );
}

const path = arcShape<Arc>()
  .startAngle((arc) => arc.from)
  .endAngle((arc) => arc.to)
  .innerRadius((arc) => arc.inner)
  .outerRadius((arc) => arc.outer - 3)
  .padAngle((arc) => 4 / arc.outer)
  .cornerRadius(3)
  .digits(1);

type SliceMarkProps = { readonly slice: PlacedSlice; readonly href: NodeHref | undefined };

function SliceMark({ slice: { arc, node, text }, href }: SliceMarkProps): ReactNode {
  const { fill, outline, ink } = boxColours[node.kind];
  const line = text.size * 1.2;
  const first = -((text.lines.length - 1) * line) / 2 + text.size * 0.35;
  return (
    <NodeLink node={node} href={href}>
      <title>{[node.text, footWords(node)].filter(Boolean).join(": ")}</title>
      <path d={path(arc) ?? ""} fill={fill} stroke={outline} strokeWidth="1" />
      <text
        transform={`translate(${px(text.x)} ${px(text.y)}) rotate(${px(text.rotate)})`}
        fontSize={text.size}
        fill={ink}
        textAnchor="middle"
        fontWeight={isBold(node.kind) ? "bold" : undefined}
      >
        <TextLines lines={text.lines} x={0} y={first} step={line} />
      </text>
    </NodeLink>
  );
}

/** The largest size at which the words fit into the circle: a line is as long as the circle is wide there. */
function CentreText({ node, radius }: { node: DiagramNode; radius: number }): ReactNode {
  const { lines, size } = centreLines(node.text, radius - 14);
  const line = size * 1.22;
  const first = -((lines.length - 1) * line) / 2 + size * 0.35;
  return (
    <text fontSize={size} fontWeight="bold" fill={boxColours.aim.ink} textAnchor="middle">
      <TextLines lines={lines} x={0} y={first} step={line} />
    </text>
  );
}

function centreLines(text: string, radius: number): { lines: string[]; size: number } {
  for (const size of [19, 17, 16, 15, 14, 13, 12, 11]) {
    for (const width of [1.9, 1.8, 1.7, 1.6, 1.5, 1.4].map((share) => share * radius)) {
      const lines = wrapText(text, width, size, true);
      if (fitsCircle(lines, size, radius)) return { lines, size };
    }
  }
  const lines = wrapText(text, 1.4 * radius, 11, true).slice(0, 9);
  return { lines: [...lines.slice(0, -1), `${lines.at(-1) ?? ""}…`], size: 11 };
}

function fitsCircle(lines: readonly string[], size: number, radius: number): boolean {
  const line = size * 1.22;
  return lines.every((words, at) => {
    const top = Math.abs((at - (lines.length - 1) / 2) * line) + line / 2;
    return top < radius && textWidth(words, size, true) <= 2 * Math.sqrt(radius * radius - top * top);
  });
}
