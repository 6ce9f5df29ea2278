import type { Context } from "#platform/perform.ts";
import { Forbidden } from "#platform/problem.ts";
import { maySeeSeries } from "../policy.ts";
import { listSeriesBelow, type SeriesChoice } from "../store/below.ts";

/** The series of a body and of what stands below it, as far as they are in sight: to choose some of them. */
export async function seriesToChoose(context: Context, bodyId: string, most = 200): Promise<SeriesChoice[]> {
  if (!maySeeSeries(context.actor)) throw new Forbidden();
  return listSeriesBelow(context.db, context, { bodyId, most });
}
