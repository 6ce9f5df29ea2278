import { MOVING_RANGE_LIMIT } from "../control-constants.ts";
import { baselineMean } from "./baseline-mean.ts";
import { type Fit, type Scope, step } from "./fit.ts";

/**
 * Moving range chart: its values are the ranges themselves; centre their mean, limits 0 and 3.267 times it.
 * Montgomery, 6.4.
 */
export function fitMovingRange(scope: Scope): Fit {
  const centre = baselineMean(scope);
  return {
    centre,
    lower: () => 0,
    upper: (_index, sigmas) =>
      (sigmas === 3 ? MOVING_RANGE_LIMIT : (MOVING_RANGE_LIMIT / 3) * sigmas) * centre,
    level: true,
    steps: [
      step("centre", "mean of the moving ranges in the baseline", centre),
      step("upper limit", "3.267 × mean moving range", MOVING_RANGE_LIMIT * centre),
    ],
    remarks: centre >= 0 ? [] : ["width-unknown"],
  };
}

/** The distance of each point from the one before it in the same phase; none over a gap. */
export function rangesToPlot(value: Float64Array, phaseStarts: readonly number[]): Float64Array {
  const ranges = new Float64Array(value.length);
  for (let i = 0; i < value.length; i += 1)
    ranges[i] = i === 0 ? Number.NaN : Math.abs(value[i]! - value[i - 1]!);
  for (const start of phaseStarts) if (start < ranges.length) ranges[start] = Number.NaN;
  return ranges;
}
