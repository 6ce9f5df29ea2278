import type { Fit, Scope } from "./fit.ts";
import { meanRange } from "./moving-ranges.ts";
import { ratioCentre, ratioCentreStep } from "./ratio-centre.ts";

/** Screening limit for scaled differences, as the individuals chart for unequal denominators uses it. */
const SCALED_LIMIT = 3.2665;

/**
 * Weighted individuals (I′): centre sum(y n) / sum(n); sigma at a point is s / sqrt(n), s being the mean of
 * sqrt(pi/2) |y(i) - y(i-1)| / sqrt(1/n(i) + 1/n(i-1)). Taylor, "Normalized individuals control chart" (2017).
 */
export function fitWeightedIndividuals(scope: Scope): Fit {
  const { denominator } = scope.columns;
  const centre = ratioCentre(scope, false);
  const width = meanRange(scaledRanges(scope), scope, SCALED_LIMIT);
  const sigma = (index: number) =>
    denominator[index]! > 0 ? width.mean / Math.sqrt(denominator[index]!) : Number.NaN;
  return {
    centre,
    lower: (index, sigmas) => centre - sigmas * sigma(index),
    upper: (index, sigmas) => centre + sigmas * sigma(index),
    level: false,
    steps: [
      ratioCentreStep(scope, centre),
      ...width.steps,
      {
        name: "s",
        formula:
          "mean of sqrt(pi/2) |y(i) - y(i-1)| / sqrt(1/n(i) + 1/n(i-1)); sigma at a point = s / sqrt(n)",
        value: width.mean,
      },
    ],
    remarks: width.remarks,
  };
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
