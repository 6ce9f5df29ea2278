import { SpcError } from "@throughline/spc";
import type { Context } from "#platform/perform.ts";
import { Forbidden, Invalid } from "#platform/problem.ts";
import type { View } from "../analysis.ts";
import { maySeeSeries } from "../policy.ts";
import type { SeriesSeen } from "../series.ts";
import { chartModelOf, type ChartModel } from "./chart-model.ts";

/** The chart as it would be. What has no meaning for these numbers is a problem of the form that asked for it. */
export async function previewOf(context: Context, series: SeriesSeen, view: View): Promise<ChartModel> {
  if (!maySeeSeries(context.actor)) throw new Forbidden();
  try {
    return await chartModelOf(context, series, view);
  } catch (error) {
    if (!(error instanceof SpcError)) throw error;
    const message = error.message.replace(/^\w+: /, "").replace(/^./, (first) => first.toUpperCase());
    throw new Invalid([{ field: fields[error.option] ?? "reason", message }]);
  }
}

const fields: Record<string, string> = {
  baseline: "first",
  phases: "from",
  exclude: "at",
  target: "from",
  rules: "rules",
  chart: "chart",
};
