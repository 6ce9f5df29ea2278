import { labelWords, rhythmOfLabels } from "#ui/chart/calendar.ts";
import { numberWords } from "#ui/chart/number-words.ts";
import { unitOf } from "#modules/measures/index.ts";
import type { ReadItem } from "./read-item.ts";

/** The newest number and its period, said and not compared. */
export function latestWords({ analysis, source }: Pick<ReadItem, "analysis" | "source">): string {
  const last = analysis.points.findLast((point) => point.value !== null);
  if (!last) return "No data";
  const rhythm = rhythmOfLabels(analysis.points.map((point) => point.x));
  const { suffix } = unitOf(source.definition);
  const value = numberWords(last.value!, decimalsFor(last.value!, source.definition.form));
  const said = suffix ? `${value}${suffix}` : withWords(value, source.definition.unit);
  return `${said}, ${labelWords(last.x, rhythm)}`;
}

const longestUnit = 12;

/** "£627 thousand", "42 complaints"; a long unit stands on the chart, and not in a narrow table. */
function withWords(value: string, unit: string): string {
  if (unit.startsWith("£")) return value.replace(/\d/, "£$&") + unit.slice(1);
  return unit.length > longestUnit ? value : `${value} ${unit}`.trimEnd();
}

/** What is counted is whole. */
function decimalsFor(value: number, form: string): number {
  return form === "count" || Math.abs(value) >= 100 ? 0 : 1;
}
