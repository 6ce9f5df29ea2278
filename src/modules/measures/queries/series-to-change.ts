import { isPerson } from "#platform/actor.ts";
import type { Context } from "#platform/perform.ts";
import { Forbidden } from "#platform/problem.ts";
import { mayChangeSeries, mayRecordPoints } from "../policy.ts";
import { refuseClosed, type SeriesSeen } from "../series.ts";
import { seriesInSight } from "./series-in-sight.ts";

/** The series, for whoever may change how it is defined, looked at and shared. */
export async function seriesToChange(context: Context, id: string): Promise<SeriesSeen> {
  const series = await seriesInSight(context, id);
  if (!isPerson(context.actor) || !mayChangeSeries(context.actor, series)) throw new Forbidden();
  refuseClosed(series);
  return series;
}

/** The series, for whoever may put numbers into it. */
export async function seriesToRecord(context: Context, id: string): Promise<SeriesSeen> {
  const series = await seriesInSight(context, id);
  if (!isPerson(context.actor) || !mayRecordPoints(context.actor, series)) throw new Forbidden();
  refuseClosed(series);
  return series;
}
