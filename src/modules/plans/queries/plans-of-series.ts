import type { Context } from "#platform/perform.ts";
import { Forbidden } from "#platform/problem.ts";
import { maySeePlan } from "../policy.ts";
import { readPlansOfSeries, type PlanOfSeries } from "../store/plans-of-series.ts";

/** The work in sight behind each of these series. */
export async function plansOfSeries(
  context: Context,
  seriesIds: readonly string[],
): Promise<ReadonlyMap<string, PlanOfSeries[]>> {
  if (!maySeePlan(context.actor)) throw new Forbidden();
  const plans = await readPlansOfSeries(context.db, context, seriesIds);
  return Map.groupBy(plans, (plan) => plan.seriesId);
}
