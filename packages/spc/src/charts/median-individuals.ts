import { D2_OF_TWO, D4_OF_TWO, MOVING_RANGE_LIMIT } from "../control-constants.ts";
import { median } from "../median.ts";
import { baselineValues, evenFit, type Fit, type Scope, step } from "./fit.ts";
import { medianStep } from "./run.ts";
import { meanRange, movingRanges, remarksOn, screenedRanges } from "./moving-ranges.ts";

/** Individuals about the median, width from the mean moving range: outliers move the centre less. */
export function fitMedianIndividuals(scope: Scope): Fit {
  const centre = scope.centre ?? median(baselineValues(scope));
  const { mean, steps, remarks } = meanRange(movingRanges(scope), scope);
  const sigma = mean / D2_OF_TWO;
  const all = [medianStep(scope, centre), ...steps, step("sigma", "mean moving range / 1.128", sigma)];
  return evenFit({ centre, steps: all, remarks }, sigma);
}

/**
 * Individuals about the median, width from the median moving range. The median range of normal data is 0.954
 * sigma, not 1.128. Wheeler, "Good limits from bad data", Quality Digest (1997): factor 3.145.
 */
export function fitMedianRangeIndividuals(scope: Scope): Fit {
  const centre = scope.centre ?? median(baselineValues(scope));
  const ranges = movingRanges(scope);
  const middle = median(screenedRanges(ranges, scope, MOVING_RANGE_LIMIT * median(ranges)));
  const divisor = scope.quirks.has("median-range-over-d2") ? D2_OF_TWO : D4_OF_TWO;
  const sigma = middle / divisor;
  const steps = [
    medianStep(scope, centre),
    step("median moving range", "median of |y(i) - y(i-1)|", middle),
    step("sigma", `median moving range / ${divisor}`, sigma),
  ];
  return evenFit({ centre, steps, remarks: remarksOn(middle) }, sigma);
}
