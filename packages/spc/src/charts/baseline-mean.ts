import { correctedMean } from "../mean.ts";
import { baselineValues, type Scope, step, type Step } from "./fit.ts";

/** Centre of a chart whose centre is a mean: the one stated, or that of the baseline. */
export function baselineMean(scope: Scope, column: Float64Array = scope.columns.value): number {
  if (scope.centre !== null) return scope.centre;
  const values = baselineValues(scope, column);
  return scope.quirks.has("naive-sum")
    ? values.reduce((sum, value) => sum + value, 0) / values.length
    : correctedMean(values);
}

/** How the centre was found, where it was not stated. */
export function centreStep(
  scope: Scope,
  centre: number,
  formula = "sum of the baseline values / number of values",
): Step {
  return step("centre", scope.centre === null ? formula : "stated by the caller", centre);
}
