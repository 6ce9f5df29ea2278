import type { ReactNode } from "react";
import { palette } from "../palette.ts";
import { across, down, px } from "../px.ts";
import type { Scene } from "../scene.ts";

/** The dates below the plot, always upright; the year on a second row where it begins. */
export function TimeRuler({ scene }: { scene: Scene }): ReactNode {
  const { time, left, right, bottom, size } = scene;
  const placed = time.ticks.map((tick) => ({ ...tick, x: left + tick.at * (right - left) }));
  const marks = placed.map((tick) => down(tick.x, bottom, bottom + 5)).join("");
  return (
    <>
      <path d={across(left, right, bottom) + marks} stroke={palette.quiet} fill="none" />
      <g fill={palette.quiet} fontSize={size} textAnchor="middle">
        {placed.map(({ x, label }) => (
          <text key={x} x={px(x)} y={px(bottom + size + 6)}>
            {label}
          </text>
        ))}
        {placed.map(({ x, year }) =>
          year === null ? null : (
            <text key={x} x={px(x)} y={px(bottom + 2 * size + 9)} fill={palette.ink}>
              {year}
            </text>
          ),
        )}
      </g>
    </>
  );
}

/** How much room the dates take. */
export function rulerHeight({ time, size }: Scene): number {
  return time.ticks.some((tick) => tick.year !== null) ? 2 * size + 14 : size + 12;
}
