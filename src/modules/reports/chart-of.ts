import { narrate } from "@throughline/spc";
import type { SpcChartOptions } from "#ui/chart/chart-options.ts";
import type { ReadItem } from "./read-item.ts";

/** How a measure of a report is drawn: the same on the page, on a slide and years later. */
export function chartOf({
  analysis,
  source,
}: Pick<ReadItem, "analysis" | "source">): Omit<SpcChartOptions, "id"> {
  const { definition, view, name, annotations } = source;
  const narrative = narrate(analysis, { measure: name });
  const percent = definition.form === "proportion" && definition.multiplier === 100;
  const { fromZero, ...ends } = view.options.axis ?? {};
  return {
    analysis,
    title: name,
    subtitle: `${source.place}. Measured for ${definition.purpose}`,
    unit: percent || definition.unit === "%" ? { suffix: "%" } : { words: definition.unit },
    axis: { ...ends, startAtZero: fromZero },
    annotations: annotations.map(({ on, label }) => ({ at: on, text: label, kind: "note" })),
    words: { short: narrative.short, long: narrative.long.join(" ") },
    plotHeight: 200,
  };
}
