import type { ReactNode } from "react";
import { labelWords, rhythmOfLabels } from "#ui/chart/calendar.ts";
import { lookOf } from "#ui/chart/look.ts";
import { numberWords } from "#ui/chart/number-words.ts";
import type { ChartModel } from "../queries/chart-model.ts";
import { unitOf } from "../unit.ts";

/**
 * Each point in words, for the script that goes along the points by keyboard and pointer. Without it the table
 * below says the same.
 */
export function ChartReader({ model }: { model: ChartModel }): ReactNode {
  const { points } = model.analysis;
  const rhythm = rhythmOfLabels(points.map((point) => point.x));
  const { suffix = "" } = unitOf(model.series.definition);
  const words = points.map((point) =>
    point.value === null
      ? `${labelWords(point.x, rhythm)}: ${point.state === "not-applicable" ? "not applicable" : "no data"}`
      : `${labelWords(point.x, rhythm)}: ${numberWords(point.value, decimalsOf(point.value))}${suffix}. ${lookOf(point).words}`,
  );
  return (
    <div
      className="tl-chart-reader"
      data-chart-reader={`chart-${model.series.id}`}
      data-points={JSON.stringify(words)}
    />
  );
}

function decimalsOf(value: number): number {
  return Number.isInteger(value) ? 0 : Math.abs(value) >= 100 ? 1 : 2;
}
