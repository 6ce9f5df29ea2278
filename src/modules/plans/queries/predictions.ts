import type { Context } from "#platform/perform.ts";
import { Forbidden } from "#platform/problem.ts";
import type { Analysis } from "@throughline/spc";
import type { PlanSeen } from "../plan.ts";
import { maySeeCoaching } from "../policy.ts";
import { predictionChart, predictionMonths, type MonthOfPredictions } from "../prediction-record.ts";
import { readPredictions, type PredictionRow } from "../store/tests.ts";

export type Predictions = { rows: PredictionRow[]; months: MonthOfPredictions[]; chart: Analysis | null };

const mostShown = 400;

/** How often the team's predictions came true, over time: for the team alone. */
export async function predictions(context: Context, plan: PlanSeen): Promise<Predictions> {
  if (!maySeeCoaching(context.actor, plan))
    throw new Forbidden("Only this plan’s team sees how its predictions turned out.");
  const rows = await readPredictions(context.db, plan.id, mostShown);
  const months = predictionMonths(rows);
  return { rows, months, chart: predictionChart(months) };
}
