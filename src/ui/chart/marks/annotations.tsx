import type { ReactNode } from "react";
import { palette } from "../palette.ts";
import { down, px } from "../px.ts";
import { hasPhaseRow, laneHeight, type Lane, type Scene } from "../scene.ts";
import { shapePath, type Shape } from "../shapes.ts";

const shapes: Readonly<Record<Lane["annotation"]["kind"], Shape>> = {
  test: "triangle-down",
  event: "diamond",
  note: "circle",
};

/** Tests and events at their dates: words in rows above the plot, a thin line down to the axis. */
export function Annotations({ scene }: { scene: Scene }): ReactNode {
  const { lanes, bottom, size } = scene;
  if (lanes.length === 0) return null;
  const height = (lane: Lane) => laneBase(scene) - lane.row * laneHeight;
  return (
    <>
      <path
        d={lanes.map((lane) => down(lane.x, height(lane), bottom)).join("")}
        stroke={palette.event}
        strokeWidth="1"
        strokeDasharray="2 3"
        fill="none"
      />
      <path
        d={lanes.map((lane) => shapePath(shapes[lane.annotation.kind], [lane.x, height(lane)], 3.6)).join("")}
        fill={palette.event}
      />
      <g fontSize={size} fill={palette.event} stroke={palette.paper} strokeWidth="3" paintOrder="stroke">
        {lanes.map((lane) => (
          <text
            key={`${lane.annotation.at}-${lane.row}-${lane.annotation.text}`}
            x={px(lane.x + (lane.leftwards ? -8 : 8))}
            y={px(height(lane) + size * 0.35)}
            textAnchor={lane.leftwards ? "end" : undefined}
          >
            {lane.words}
          </text>
        ))}
      </g>
    </>
  );
}

function laneBase({ specification, top }: Scene): number {
  return top - 10 - (hasPhaseRow(specification) ? laneHeight : 0);
}
