import type { Meaning } from "@throughline/spc";
import type { ReactNode } from "react";
import { lookOfMeaning } from "../chart/look.ts";
import { markColours } from "../chart/palette.ts";
import { circle, shapePath } from "../chart/shapes.ts";
import type { NodeSignal } from "./graph.ts";

const r = 6;

/** The same shape and colour as the point on the chart that gave the signal. */
export function SignalShape({ signal, x, y }: { signal: NodeSignal; x: number; y: number }): ReactNode {
  const meaning = meaningOf(signal.kind);
  if (meaning === null) return <path d={circle(x, y, r)} {...emptyShape} strokeDasharray="2.5 2" />;
  const look = lookOfMeaning(meaning, signal.direction);
  const { fill, outline } = markColours[look.name];
  return (
    <path
      d={shapePath(look.shape, [x, y], r)}
      fill={fill}
      stroke={outline}
      strokeWidth="1.5"
      strokeLinejoin="round"
    />
  );
}

const emptyShape = { fill: "#ffffff", stroke: markColours.common.outline, strokeWidth: "1.5" };

function meaningOf(kind: NodeSignal["kind"]): Meaning | null {
  switch (kind) {
    case "improving":
      return "improvement";
    case "worsening":
      return "concern";
    case "too-few-points":
      return null;
    default:
      return kind;
  }
}
