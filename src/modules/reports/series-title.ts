import type { SeriesAsOf } from "#modules/measures/index.ts";

export function seriesTitle({ definition, split }: Pick<SeriesAsOf, "definition" | "split">): string {
  return split === "" ? definition.name : `${definition.name}: ${split}`;
}
