import { analyseSeries } from "./analysis.ts";
import { seriesName } from "./series.ts";
import { pointsOf } from "./store/point-columns.ts";
import type { DrawnLine, SeriesCard } from "./series-line.ts";

/** A line analysed, so that it can be drawn small. */
export function cardOf({ view, columns, ...line }: DrawnLine): SeriesCard {
  return {
    ...line,
    name: seriesName(line),
    analysis: analyseSeries(line.definition, pointsOf(line.definition, columns), view),
  };
}
