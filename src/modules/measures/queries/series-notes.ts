import type { Context } from "#platform/perform.ts";
import { Forbidden } from "#platform/problem.ts";
import type { SeriesAnnotation } from "../annotation.ts";
import { mayChangeSeries } from "../policy.ts";
import type { SeriesSeen } from "../series.ts";
import { readAnnotations } from "../store/annotations.ts";
import { seriesToChange } from "./series-to-change.ts";

export type SeriesNotes = { series: SeriesSeen; annotations: readonly SeriesAnnotation[] };

/** What stands beside the numbers, for whoever may write there. */
export async function seriesNotes(context: Context, id: string): Promise<SeriesNotes> {
  const series = await seriesToChange(context, id);
  if (!mayChangeSeries(context.actor, series)) throw new Forbidden();
  return { series, annotations: await readAnnotations(context.db, series.id) };
}
