import { narrate } from "@throughline/spc";
import { labelWords, rhythmOfLabels } from "#ui/chart/calendar.ts";
import type { SpcChartOptions } from "#ui/chart/chart-options.ts";
import { unitOf } from "#modules/measures/index.ts";
import type { RecordMeasure } from "./plan-record.ts";

/** What the numbers show, in a sentence, and at length. */
export function measureSays({ analysis, name }: RecordMeasure): { short: string; long: string } {
  const narrative = narrate(analysis, { measure: name });
  const rhythm = rhythmOfLabels(analysis.points.map((point) => point.x));
  const words = (sentence: string) =>
    sentence.replaceAll(/\b\d{4}-\d{2}-\d{2}\b/g, (day) => labelWords(day, rhythm));
  return { short: words(narrative.short), long: narrative.long.map(words).join(" ") };
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
