import { periodWords } from "#ui/figures/period.ts";
import { unitOf, valueSayer } from "#modules/measures/index.ts";
import type { ReadItem } from "./read-item.ts";

const longestUnit = 12;

/** The newest number and its period, said and not compared. */
export function latestWords({
  analysis,
  source: { definition },
}: Pick<ReadItem, "analysis" | "source">): string {
  const last = analysis.points.findLast((point) => point.value !== null);
  if (!last) return "No data";
  const value = valueSayer(analysis, definition)(last.value!);
  const said = isWordy(definition) ? `${value} ${definition.unit}` : value;
  return `${said}, ${periodWords(String(last.x), definition.frequency)}`;
}

/** "42 complaints"; a long unit stands on the chart, and not in a narrow table. */
function isWordy(definition: ReadItem["source"]["definition"]): boolean {
  const { unit } = definition;
  return unit !== "" && !unit.startsWith("£") && unit.length <= longestUnit && !unitOf(definition).suffix;
}
