import type { ReactNode } from "react";
import { px } from "../chart/px.ts";
import { boxColours, diagramInk } from "./diagram-palette.ts";
import type { PlacedBox } from "./driver-tree-layout.ts";
import { boxPadding, boxType, footShape, isBold, type FootLine } from "./measure-box.ts";
import { roundBox, roundLeftEdge, roundTop } from "./round-box.ts";
import { SignalShape } from "./signal-shape.tsx";
import { TextLines } from "./text-lines.tsx";

/** One node: its words on the colour of its kind, and below on white what is known of it. */
export function NodeBox({ box }: { box: PlacedBox }): ReactNode {
  const { fill, outline } = boxColours[box.node.kind];
  const hasFoot = box.height > box.head;
  return (
    <>
      <path d={roundBox(box)} fill={hasFoot ? diagramInk.paper : fill} />
      {hasFoot ? <path d={roundTop({ ...box, height: box.head })} fill={fill} /> : null}
      <path d={roundBox(box)} fill="none" stroke={outline} strokeWidth="1.5" />
      {box.node.kind === "idea" ? <IdeaMark box={box} /> : null}
      <HeadText box={box} />
      {box.foot.map((line, at) => (
        <FootText key={line.words} line={line} x={box.x + boxPadding.x} y={footLineAt(box, at)} />
      ))}
      {box.hidden === null ? null : <HiddenCount box={box} count={box.hidden} />}
    </>
  );
}

/** A thick left edge, so that an idea is told from a driver without its colour. */
function IdeaMark({ box }: { box: PlacedBox }): ReactNode {
  return <path d={roundLeftEdge(box)} fill={boxColours.idea.outline} />;
}

function HeadText({ box }: { box: PlacedBox }): ReactNode {
  const { ink } = boxColours[box.node.kind];
  const above = (box.head - Math.max(1, box.lines.length) * boxType.line) / 2;
  const first = box.y + above + boxType.line - 5;
  return (
    <text fontSize={boxType.size} fill={ink} fontWeight={isBold(box.node.kind) ? "bold" : undefined}>
      <TextLines lines={box.lines} x={box.x + boxPadding.x} y={first} step={boxType.line} spaced />
    </text>
  );
}

function footLineAt(box: PlacedBox, at: number): number {
  return box.y + box.head + boxPadding.foot + at * boxType.footLine;
}

function FootText({ line, x, y }: { line: FootLine; x: number; y: number }): ReactNode {
  return (
    <>
      {line.signal ? <SignalShape signal={line.signal} x={x + 7} y={px(y + 9.5)} /> : null}
      <text
        x={px(x + (line.signal ? footShape : 0))}
        y={px(y + 14)}
        fontSize={boxType.footSize}
        fill={line.signal ? diagramInk.text : diagramInk.quiet}
        fontWeight={line.signal ? "bold" : undefined}
      >
        {`${line.words} `}
      </text>
    </>
  );
}

/** On the right edge, where the lines to the hidden nodes would begin. */
function HiddenCount({ box, count }: { box: PlacedBox; count: number }): ReactNode {
  const [x, y] = [box.x + box.width, box.y + box.height / 2];
  return (
    <>
      <path
        d={roundBox({ x: x - 6, y: y - 12, width: 36, height: 24 }, 12)}
        fill={diagramInk.paper}
        stroke={diagramInk.quiet}
        strokeWidth="1.5"
      />
      <text
        x={px(x + 12)}
        y={px(y + 4.5)}
        fontSize="13"
        fontWeight="bold"
        textAnchor="middle"
        fill={diagramInk.text}
      >
        {`+${count}`}
      </text>
    </>
  );
}
