import type { ReactNode } from "react";
import { periodWords } from "#ui/figures/period.ts";
import { lookOf, lookWords } from "#ui/chart/look.ts";
import { pointPlaces } from "#ui/chart/point-places.ts";
import type { ChartModel } from "../queries/chart-model.ts";
import { valueSayer } from "../unit.ts";
import { drawingsOf } from "#ui/chart/responsive-chart.tsx";
import { chartOptionsOf } from "./series-chart.tsx";

/**
 * Where each point stands and what it says, for the script that goes along them by keyboard and pointer, and from
 * which a new phase is begun by dragging. Without it the table below says the same.
 */
export function ChartReader({ model }: { model: ChartModel }): ReactNode {
  const options = chartOptionsOf(model);
  const { points } = options.analysis;
  const { definition } = model.series;
  const say = valueSayer(model.analysis, definition);
  const read = points.map((point) => ({
    period: point.x,
    words:
      point.value === null
        ? `${periodWords(String(point.x), definition.frequency)}: ${point.state === "not-applicable" ? "not applicable" : "no data"}`
        : `${periodWords(String(point.x), definition.frequency)}: ${say(point.value)}. ${lookWords(lookOf(point), options.analysis)}`,
  }));
  return (
    <div
      className="tl-chart-reader"
      data-chart-reader={options.id}
      data-drawings={JSON.stringify(drawingsOf(options).map((one) => ({ id: one.id, ...pointPlaces(one) })))}
      data-points={JSON.stringify(read)}
      data-phase={model.can.change ? `/series/${model.series.id}/change/phase` : undefined}
      data-exclude={model.can.change ? `/series/${model.series.id}/change/exclude` : undefined}
    />
  );
}
