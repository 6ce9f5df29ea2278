import type { PhaseSummary } from "@throughline/spc";
import type { ReactNode } from "react";
import { palette } from "../palette.ts";
import { down, px } from "../px.ts";
import { hasPhaseRow, type Scene } from "../scene.ts";
import { fitText } from "../text-width.ts";
import { stretches } from "./limit-lines.tsx";

/** What each phase is and how far its limits can be trusted, over it; a thin line where one begins. */
export function PhaseLabels({ scene }: { scene: Scene }): ReactNode {
  const { specification, top, bottom, size, right } = scene;
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
      <g fontSize={size} fill={palette.quiet}>
        {phases.map((phase, i) => (
          <text key={phase.index} x={px(starts[i]! + 5)} y={px(top - 6)}>
            {fitText(phaseWords(phase, phases.length), (starts[i + 1] ?? right + 80) - starts[i]! - 8, size)}
          </text>
        ))}
      </g>
      <EarlierCentres scene={scene} phases={phases} />
    </>
  );
}

function phaseWords(phase: PhaseSummary, count: number): string {
  const name = phase.name ?? (count > 1 ? `Phase ${phase.index + 1}` : "");
  const trust = phase.trial
    ? `trial limits (${phase.baselinePoints} ${phase.baselinePoints === 1 ? "point" : "points"})`
    : phase.frozenFrom !== null
      ? "limits kept from before"
      : phase.provisional && count > 1
        ? "limits provisional"
        : "";
  const words = [name, trust].filter(Boolean).join(": ");
  return words.slice(0, 1).toUpperCase() + words.slice(1);
}

/** Earlier phases say their centre at their own end; the last one says it at the margin. */
function EarlierCentres({ scene, phases }: { scene: Scene; phases: readonly PhaseSummary[] }): ReactNode {
  const reach = stretches(scene);
  return (
    <g
      fontSize={scene.size}
      fill={palette.ink}
      textAnchor="end"
      stroke={palette.paper}
      strokeWidth="3"
      paintOrder="stroke"
    >
      {phases.slice(0, -1).map((phase) => {
        const { centre } = phase;
        const end = reach[phase.to]?.[1];
        return centre === null || end === undefined ? null : (
          <text key={phase.index} x={px(end - 3)} y={px(scene.y(centre) - 5)}>
            {scene.say(centre)}
          </text>
        );
      })}
    </g>
  );
}
