import { isId } from "#platform/id.ts";
import type { Context } from "#platform/perform.ts";
import { Forbidden, NotFound } from "#platform/problem.ts";
import { mayChangeSeries, maySeeSeries } from "../policy.ts";
import type { SeriesSeen } from "../series.ts";
import { listEmbeds, type Embed } from "../store/embeds.ts";
import { readEmbedded } from "../store/series.ts";
import { chartModelOf, type ChartModel } from "./chart-model.ts";
import { seriesToChange } from "./series-to-change.ts";

export type SeriesEmbeds = { series: SeriesSeen; embeds: readonly Embed[] };

export async function seriesEmbeds(context: Context, id: string): Promise<SeriesEmbeds> {
  const series = await seriesToChange(context, id);
  if (!mayChangeSeries(context.actor, series)) throw new Forbidden();
  return { series, embeds: await listEmbeds(context.db, series.id) };
}

/** The chart behind a signed address, for as long as whoever keeps it lets it stand there. */
export async function embeddedChart(context: Context, embedId: string | undefined): Promise<ChartModel> {
  if (!maySeeSeries(context.actor)) throw new Forbidden();
  const series = isId(embedId) ? await readEmbedded(context.db, context, embedId) : undefined;
  if (!series) throw new NotFound();
  return chartModelOf(context, series);
}
