import type { Analysis } from "@throughline/spc";
import type { ReactNode } from "react";
import { lookOf } from "./look.ts";
import { LookOfPoints } from "./marks/points.tsx";
import { palette } from "./palette.ts";
import { across, linePath, px, type Place } from "./px.ts";
import { timeAxis } from "./time-axis.ts";
import { valueAxis } from "./value-axis.ts";
import { variationLabel } from "./verdict-words.ts";

export interface SparklineProps {
  readonly analysis: Analysis;
  /** What it is a line of, for the text alternative. */
  readonly title: string;
  readonly width?: number;
  readonly height?: number;
}

/** A chart the height of a line of text: the way, the centre and limits, the target, and the last point's look. */
export function Sparkline({ analysis, title, width = 120, height = 32 }: SparklineProps): ReactNode {
  const { points } = analysis;
  const axis = valueAxis(
    points.flatMap((point) => [point.value, point.lower, point.upper, point.target]),
    {},
  );
  const time = timeAxis(
    points.map((point) => point.x),
    { width, size: 10, years: "calendar" },
  );
  const margin = 7;
  const x = (i: number) => margin + (time.places[i] ?? 0) * (width - 2 * margin);
  const y = (value: number) => height - 4 - ((value - axis.from) / (axis.to - axis.from)) * (height - 8);
  const places = points.map((point, i): Place | null =>
    point.value === null ? null : [x(i), y(point.value)],
  );
  const last = points.findLast((point) => point.value !== null);
  const phase = analysis.phases.at(-1);
  const level = (value: number | null | undefined) =>
    value === null || value === undefined ? "" : across(0, width, y(value));
  return (
    <svg
      className="tl-sparkline"
      xmlns="http://www.w3.org/2000/svg"
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      role="img"
      aria-label={`${title}: ${variationLabel(analysis.variation)}`}
    >
      <path
        d={level(phase?.upper) + level(phase?.lower)}
        stroke={palette.limits}
        strokeDasharray="3 3"
        fill="none"
      />
      <path d={level(phase?.centre)} stroke={palette.ink} strokeWidth="0.8" fill="none" />
      <path
        d={level(analysis.assurance.target)}
        stroke={palette.target}
        strokeWidth="1.4"
        strokeDasharray="7 2 1.5 2"
        fill="none"
      />
      <path d={linePath(places)} stroke={palette.line} strokeWidth="1.5" strokeLinejoin="round" fill="none" />
      {last === undefined ? null : (
        <LookOfPoints look={lookOf(last)} places={[[px(x(last.index)), y(last.value!)]]} radius={4} />
      )}
    </svg>
  );
}
