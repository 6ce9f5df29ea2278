import { D2_OF_TWO } from "../control-constants.ts";
import { standardDeviation } from "../mean.ts";
import { baselineValues, type Scope, step } from "./fit.ts";
import { meanRange, movingRanges, type RangeWidth } from "./moving-ranges.ts";

/**
 * How much more (or less) the points vary than chance alone would make them: the individuals-chart sigma of
 * their z-scores, or the plain standard deviation where the points have no order.
 * Laney, "Improved control charts for attributes", Quality Engineering 14 (2002).
 */
export function sigmaZ(scope: Scope, centre: number, unit: number): RangeWidth {
  const { value, denominator } = scope.columns;
  const z = value.map((entry, i) => (entry - centre) / (unit / Math.sqrt(denominator[i]!)));
  if (!scope.ordered) {
    const spread = standardDeviation(baselineValues(scope, z));
    return {
      mean: spread,
      steps: [step("sigma z", "standard deviation of the z-scores", spread)],
      remarks: spread >= 0 ? [] : ["width-unknown"],
    };
  }
  const width = meanRange(movingRanges(scope, z), scope);
  const sigma = width.mean / D2_OF_TWO;
  return {
    mean: sigma,
    steps: [...width.steps, step("sigma z", "mean moving range of the z-scores / 1.128", sigma)],
    remarks: width.remarks,
  };
}
