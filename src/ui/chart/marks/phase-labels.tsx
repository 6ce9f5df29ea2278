import type { Analysis, PhaseSummary } from "@throughline/spc";
import type { ReactNode } from "react";
import { palette } from "../palette.ts";
import { down, px } from "../px.ts";
import { hasPhaseRow, type Scene } from "../scene.ts";
import { fitText } from "../text-width.ts";
import { stretches } from "./limit-lines.tsx";

/** What each phase is and how far its limits can be trusted, over it; a thin line where one begins. */
export function PhaseLabels({ scene }: { scene: Scene }): ReactNode {
  const { specification, top, bottom, size } = scene;
  const { phases } = specification.analysis;
  if (!hasPhaseRow(specification)) return null;
  const reach = stretches(scene);
  const starts = phases.map((phase) => reach[phase.from]?.[0] ?? scene.left);
  const edges = starts
    .slice(1)
    .map((x) => down(x, top - 16, bottom))
    .join("");
  return (
    <>
      {edges ? (
        <path d={edges} stroke={palette.quiet} strokeWidth="1" strokeDasharray="1 3" fill="none" />
      ) : null}
      <g fontSize={size} fill={palette.quiet} stroke={palette.paper} strokeWidth="3" paintOrder="stroke">
        {phases.map((phase, i) => (
          <text key={phase.index} x={px(starts[i]! + 5)} y={px(top - 6)}>
            {fitText(
              phaseWords(phase, specification.analysis),
              (starts[i + 1] ?? specification.width) - starts[i]! - 8,
              size,
            )}
          </text>
        ))}
      </g>
    </>
  );
}

function phaseWords(phase: PhaseSummary, { chart, phases }: Analysis): string {
  const count = phases.length;
  const few = chart === "run" ? "few points" : "trial limits";
  const name = phase.name ?? (count > 1 ? `Phase ${phase.index + 1}` : "");
  const trust = phase.trial
    ? `${few}, n = ${phase.baselinePoints}`
    : phase.frozenFrom !== null
      ? "limits kept from before"
      : phase.provisional && count > 1
        ? `${chart === "run" ? "median" : "limits"} provisional`
        : "";
  const words = [name, trust].filter(Boolean).join(": ");
  return words.slice(0, 1).toUpperCase() + words.slice(1);
}
