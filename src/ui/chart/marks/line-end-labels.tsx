import type { ReactNode } from "react";
import { spread, type LineEnd } from "../line-ends.ts";
import { palette } from "../palette.ts";
import { px } from "../px.ts";
import type { Scene } from "../scene.ts";

const colours: Readonly<Record<LineEnd["role"], string>> = {
  upper: palette.limits,
  lower: palette.limits,
  centre: palette.ink,
  target: palette.target,
};

/** The name and height of each line, where it ends. */
export function LineEndLabels({ scene }: { scene: Scene }): ReactNode {
  const { ends, right, size, top, bottom } = scene;
  const heights = spread(
    ends.map((end) => scene.y(end.value)),
    size + 2,
    [top, bottom],
  );
  return (
    <g fontSize={size}>
      {ends.map((end, i) => (
        <text
          key={end.role}
          x={px(right + 6)}
          y={px(heights[i]! + size * 0.35)}
          fill={colours[end.role]}
          fontWeight={end.role === "centre" || end.role === "target" ? 700 : undefined}
        >
          {end.words + beyond(scene, end.value)}
        </text>
      ))}
    </g>
  );
}

function beyond({ value: axis }: Scene, height: number): string {
  if (height > axis.to) return " ↑";
  return height < axis.from ? " ↓" : "";
}
