import type { PhaseSummary } from "@throughline/spc";
import type { ReactNode } from "react";
import { palette } from "../palette.ts";
import { px } from "../px.ts";
import type { Scene } from "../scene.ts";
import { stretches } from "./limit-lines.tsx";

/** Earlier phases say their centre at their own end; the last one says it at the margin. */
export function EarlierCentres({ scene }: { scene: Scene }): ReactNode {
  const { phases } = scene.specification.analysis;
  if (phases.length < 2 || scene.specification.dress === "compact") return null;
  const reach = stretches(scene);
  return (
    <g
      fontSize={scene.size}
      fill={palette.ink}
      textAnchor="end"
      stroke={palette.paper}
      strokeWidth="3.5"
      paintOrder="stroke"
    >
      {phases.slice(0, -1).map((phase) => {
        const { centre } = phase;
        const end = reach[phase.to]?.[1];
        return centre === null || end === undefined ? null : (
          <text
            key={phase.index}
            x={px(end - 3)}
            y={px(scene.y(centre) + (endsAbove(scene, phase) ? scene.size + 3 : -5))}
          >
            {scene.say(centre)}
          </text>
        );
      })}
    </g>
  );
}

/** Whether the phase's last points stand above its centre, so that the number had better stand below. */
function endsAbove({ points }: Scene, { to, centre }: PhaseSummary): boolean {
  const last = points
    .slice(Math.max(0, to - 2), to + 1)
    .flatMap(({ value }) => (value === null ? [] : [value - centre!]));
  return last.reduce((sum, distance) => sum + distance, 0) > 0;
}
