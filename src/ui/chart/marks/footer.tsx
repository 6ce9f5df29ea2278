import type { ReactNode } from "react";
import type { ChartSpecification } from "../chart-options.ts";
import { numberWords } from "../number-words.ts";
import { palette } from "../palette.ts";
import { px } from "../px.ts";
import type { Scene } from "../scene.ts";
import { wrapText } from "../text-width.ts";
import { chartName } from "../verdict-words.ts";

const size = 11.5;
const lineHeight = 15;

/** How the chart was made, so that a copy of it still says so. */
export function footerLines(scene: Scene): string[] {
  const { specification } = scene;
  if (specification.dress === "compact") return [];
  const room = specification.width - (specification.narrow ? 16 : 32);
  return [factsOf(specification, scene), specification.provenance].flatMap((words) =>
    wrapText(words, room, size),
  );
}

function factsOf({ analysis }: ChartSpecification, scene: Scene): string {
  // Of the phases, because a long chart is drawn with fewer points than it has.
  const measured = analysis.phases.reduce((sum, phase) => sum + phase.measured, 0);
  const excluded = analysis.points.filter((point) => point.excluded !== null).length;
  const last = analysis.phases.at(-1);
  const lines = analysis.chart === "run" ? "median" : "limits";
  const facts = [
    chartName(analysis.chart),
    `rules: ${analysis.rules.name} (version ${analysis.rules.version})`,
    `n = ${numberWords(measured, 0)}`,
    excluded > 0 ? `${excluded} left out` : "",
    last && last.baselinePoints < last.measured ? `${lines} from ${last.baselinePoints} points` : "",
    last?.provisional ? `${lines} provisional while points are added` : "",
    beyondAxis(scene),
  ];
  return `${facts.filter(Boolean).join("; ")}.`;
}

function beyondAxis({ points, value }: Scene): string {
  const beyond = points.filter(
    (point) => point.value !== null && (point.value < value.from || point.value > value.to),
  ).length;
  if (beyond === 0) return "";
  return beyond === 1
    ? "1 point lies beyond the axis, drawn at its edge"
    : `${beyond} points lie beyond the axis, drawn at its edge`;
}

export function FooterMark({
  lines,
  scene,
  from,
}: {
  lines: readonly string[];
  scene: Scene;
  from: number;
}): ReactNode {
  const x = scene.specification.narrow ? 8 : 16;
  return (
    <g fontSize={size} fill={palette.quiet}>
      {lines.map((line, i) => (
        <text key={line} x={x} y={px(from + size + i * lineHeight)}>
          {line}
        </text>
      ))}
    </g>
  );
}

export function footerHeight(lines: readonly string[]): number {
  return lines.length === 0 ? 0 : lines.length * lineHeight + 10;
}
