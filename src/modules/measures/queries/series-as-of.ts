import type { Context } from "#platform/perform.ts";
import { Forbidden } from "#platform/problem.ts";
import { maySeeSeries } from "../policy.ts";
import { readSeriesAsOf, type SeriesAsOf } from "../store/as-of.ts";

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Series in sight as they stood at a moment, with all that a picture of them is drawn from. */
export async function seriesAsOf(
  context: Context,
  ids: readonly string[],
  asOf: Date,
): Promise<SeriesAsOf[]> {
  if (!maySeeSeries(context.actor)) throw new Forbidden();
  return readSeriesAsOf(context.db, context, { ids: ids.filter((id) => uuid.test(id)), asOf });
}
