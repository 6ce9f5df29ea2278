import type { Context } from "#platform/perform.ts";
import { Forbidden } from "#platform/problem.ts";
import { maySeeSeries } from "../policy.ts";
import { seriesInSight } from "./series-in-sight.ts";

/** How far a series has come, for open pages that want to be told of it: throws when it is out of sight. */
export async function watchSeries(context: Context, id: string): Promise<number> {
  if (!maySeeSeries(context.actor)) throw new Forbidden();
  return (await seriesInSight(context, id)).revision;
}
