import { labelWords, rhythmOfLabels } from "#ui/chart/calendar.ts";
import { numberWords } from "#ui/chart/number-words.ts";
import type { ReadItem } from "./read-item.ts";

/** The newest number and its period, said and not compared. */
export function latestWords({ analysis, source }: Pick<ReadItem, "analysis" | "source">): string {
  const last = analysis.points.findLast((point) => point.value !== null);
  if (!last) return "No data";
  const rhythm = rhythmOfLabels(analysis.points.map((point) => point.x));
  const { definition } = source;
  const suffix = definition.form === "proportion" && definition.multiplier === 100 ? "%" : "";
  return `${numberWords(last.value!, 1)}${suffix}, ${labelWords(last.x, rhythm)}`;
}
