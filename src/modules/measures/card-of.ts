import { analyseSeries } from "./analysis.ts";
import { seriesName } from "./series.ts";
import type { DrawnLine, SeriesCard } from "./series-line.ts";

/** A line analysed, so that it can be drawn small. */
export function cardOf({ view, figures, ...line }: DrawnLine): SeriesCard {
  return { ...line, name: seriesName(line), analysis: analyseSeries(line.definition, figures, view) };
}
