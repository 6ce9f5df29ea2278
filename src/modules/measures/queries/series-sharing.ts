import type { Context } from "#platform/perform.ts";
import { Forbidden } from "#platform/problem.ts";
import { mayChangeSeries } from "../policy.ts";
import type { SeriesSeen } from "../series.ts";
import { readGiven, type Given } from "../store/sharing.ts";
import { seriesToChange } from "./series-to-change.ts";

export type SeriesSharing = { series: SeriesSeen; given: readonly Given[] };

export async function seriesSharing(context: Context, id: string): Promise<SeriesSharing> {
  const series = await seriesToChange(context, id);
  if (!mayChangeSeries(context.actor, series)) throw new Forbidden();
  return { series, given: await readGiven(context.db, series.id) };
}
