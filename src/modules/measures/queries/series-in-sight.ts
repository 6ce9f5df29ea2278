import type { Context } from "#platform/perform.ts";
import { Forbidden, NotFound } from "#platform/problem.ts";
import { maySeeSeries } from "../policy.ts";
import type { SeriesSeen } from "../series.ts";
import { readSeries } from "../store/series.ts";

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The series with this id, if whoever asks can see it. */
export async function seriesInSight(context: Context, id: string): Promise<SeriesSeen> {
  if (!maySeeSeries(context.actor)) throw new Forbidden();
  const series = uuid.test(id) ? await readSeries(context.db, context, id) : undefined;
  if (!series) throw new NotFound();
  return series;
}
