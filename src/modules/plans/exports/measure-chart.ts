import type { SpcChartOptions } from "#ui/chart/chart-options.ts";
import { saidOf, unitOf } from "#modules/measures/index.ts";
import type { RecordMeasure } from "./plan-record.ts";

/** What the numbers show, in a sentence, and at length. */
export function measureSays({ analysis, name, definition }: RecordMeasure): { short: string; long: string } {
  const narrative = saidOf(analysis, name, definition);
  return { short: narrative.short, long: narrative.long.join(" ") };
}

/** How a measure of a plan is drawn on paper, whole: it can be cut out and still says what it is. */
export function measureChart(measure: RecordMeasure): SpcChartOptions {
  const { id, analysis, name, place, definition, view, annotations } = measure;
  const { fromZero, ...ends } = view.options.axis ?? {};
  return {
    id: `chart-${id}`,
    analysis,
    title: name,
    subtitle: `${place}. Measured for ${definition.purpose}`,
    unit: unitOf(definition),
    axis: { ...ends, startAtZero: fromZero },
    annotations: annotations.map(({ on, label }) => ({ at: on, text: label, kind: "note" })),
    words: measureSays(measure),
  };
}
