import type { SpcChartOptions } from "#ui/chart/chart-options.ts";
import { saidOf, unitOf } from "#modules/measures/index.ts";
import type { ReadItem } from "./read-item.ts";

/** How a measure of a report is drawn: the same on the page, on a slide and years later. */
export function chartOf({
  analysis,
  source,
}: Pick<ReadItem, "analysis" | "source">): Omit<SpcChartOptions, "id"> {
  const { definition, view, name, annotations } = source;
  const narrative = saidOf(analysis, name, definition);
  const { fromZero, ...ends } = view.options.axis ?? {};
  return {
    analysis,
    title: name,
    subtitle: `${source.place}. Measured for ${definition.purpose}`,
    unit: unitOf(definition),
    axis: { ...ends, startAtZero: fromZero },
    annotations: annotations.map(({ on, label }) => ({ at: on, text: label, kind: "note" })),
    words: { short: narrative.short, long: narrative.long.join(" ") },
    plotHeight: 200,
  };
}
