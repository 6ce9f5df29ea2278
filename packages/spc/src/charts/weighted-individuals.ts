import { evenFit, type Fit, overRoot, type Scope, step } from "./fit.ts";
import { meanRange } from "./moving-ranges.ts";
import { ratioCentre, ratioCentreStep } from "./ratio-centre.ts";

/** Screening limit for scaled differences, as the individuals chart for unequal denominators uses it. */
const SCALED_LIMIT = 3.2665;

/**
 * Weighted individuals (I′): centre sum(y n) / sum(n); sigma at a point is s / sqrt(n), s being the mean of
 * sqrt(pi/2) |y(i) - y(i-1)| / sqrt(1/n(i) + 1/n(i-1)). Taylor, "Normalized individuals control chart" (2017).
 */
export function fitWeightedIndividuals(scope: Scope): Fit {
  const centre = ratioCentre(scope, false);
  const { mean, steps, remarks } = meanRange(scaledRanges(scope), scope, SCALED_LIMIT);
  const formula =
    "mean of sqrt(pi/2) |y(i) - y(i-1)| / sqrt(1/n(i) + 1/n(i-1)); sigma at a point = s / sqrt(n)";
  const all = [ratioCentreStep(scope, centre), ...steps, step("s", formula, mean)];
  return evenFit({ centre, steps: all, remarks }, overRoot(scope, mean));
}

function scaledRanges(scope: Scope): Float64Array {
  const { value, denominator } = scope.columns;
  const everything = scope.quirks.has("ignore-baseline-in-width");
  const scaled: number[] = [];
  let previous = -1;
  for (let i = scope.start; i < scope.end; i += 1) {
    if (!everything && scope.counts[i] !== 1) {
      if (!scope.bridgeExcluded) previous = -1;
      continue;
    }
    if (previous >= 0) {
      const difference = Math.abs(value[i]! - value[previous]!);
      scaled.push(
        (Math.sqrt(Math.PI / 2) * difference) / Math.sqrt(1 / denominator[i]! + 1 / denominator[previous]!),
      );
    }
    previous = i;
  }
  return Float64Array.from(scaled).filter((range) => range - range === 0);
}
