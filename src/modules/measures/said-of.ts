import { narrate, type Analysis, type Narrative } from "@throughline/spc";
import { labelWords, rhythmOfLabels } from "#ui/chart/calendar.ts";
import type { DefinitionText } from "./definition.ts";
import { valueWords } from "./unit.ts";

/** What a chart says, as people read it: "5.6% in October 2024", where the package writes numbers and days. */
export function saidOf(analysis: Analysis, measure: string, definition: DefinitionText): Narrative {
  const narrative = narrate(analysis, { measure, say: (value) => valueWords(value, definition) });
  const labels = analysis.points.map((point) => point.x);
  // One month alone has no rhythm, and is a month all the same.
  const isOneMonth = labels.length === 1 && definition.frequency === "month";
  const rhythm = isOneMonth ? "month" : rhythmOfLabels(labels);
  const words = (sentence: string) =>
    sentence
      .replaceAll(/\b\d{4}-\d{2}-\d{2}\b/g, (day) => labelWords(day, rhythm))
      .replace(/\d{4,}(?= earlier signals)/, (count) => Number(count).toLocaleString("en-GB"));
  return {
    short: words(narrative.short),
    long: narrative.long.map(words),
    toDo: narrative.toDo.map(words),
    notToDo: narrative.notToDo.map(words),
  };
}
