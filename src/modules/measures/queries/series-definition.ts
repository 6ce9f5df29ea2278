import type { Context } from "#platform/perform.ts";
import { Forbidden } from "#platform/problem.ts";
import { mayChangeSeries } from "../policy.ts";
import type { SeriesSeen } from "../series.ts";
import { readLineage, type Lineage } from "../store/definitions.ts";
import { seriesToChange } from "./series-to-change.ts";

export type DefinedSeries = { series: SeriesSeen; lineage: Lineage };

/** What a series measures, for whoever may say it. */
export async function seriesDefinition(context: Context, id: string): Promise<DefinedSeries> {
  const series = await seriesToChange(context, id);
  if (!mayChangeSeries(context.actor, series)) throw new Forbidden();
  return { series, lineage: await readLineage(context.db, series.definitionId) };
}
