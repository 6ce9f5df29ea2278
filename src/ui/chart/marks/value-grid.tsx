import type { ReactNode } from "react";
import { withUnit } from "../number-words.ts";
import { palette } from "../palette.ts";
import { across, px } from "../px.ts";
import type { Scene } from "../scene.ts";

/** Horizontal lines at round values, with the values. */
export function ValueGrid({ scene }: { scene: Scene }): ReactNode {
  const { value, left, right, size, specification } = scene;
  const lines = value.ticks.map((tick) => across(left, right, scene.y(tick))).join("");
  return (
    <>
      <path d={lines} stroke={palette.grid} fill="none" />
      <g fill={palette.quiet} fontSize={size} textAnchor="end">
        {value.ticks.map((tick) => (
          <text key={tick} x={px(left - 8)} y={px(scene.y(tick) + size * 0.35)}>
            {withUnit(tick, value.decimals, specification.unit)}
          </text>
        ))}
      </g>
    </>
  );
}
