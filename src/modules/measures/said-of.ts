import { narrate, type Analysis, type Narrative } from "@throughline/spc";
import { labelWords, rhythmOfLabels } from "#ui/chart/calendar.ts";
import type { DefinitionText } from "./definition.ts";
import { valueWords } from "./unit.ts";

/** What a chart says, as people read it: "5.6% in October 2024", where the package writes numbers and days. */
export function saidOf(analysis: Analysis, measure: string, definition: DefinitionText): Narrative {
  const narrative = narrate(analysis, { measure, say: (value) => valueWords(value, definition) });
  const rhythm = rhythmOfLabels(analysis.points.map((point) => point.x));
  const words = (sentence: string) =>
    sentence.replaceAll(/\b\d{4}-\d{2}-\d{2}\b/g, (day) => labelWords(day, rhythm));
  return {
    short: words(narrative.short),
    long: narrative.long.map(words),
    toDo: narrative.toDo.map(words),
    notToDo: narrative.notToDo.map(words),
  };
}
