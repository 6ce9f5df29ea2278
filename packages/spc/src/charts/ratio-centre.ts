import { correctedSum } from "../mean.ts";
import { centreStep } from "./baseline-mean.ts";
import type { Scope, Step } from "./fit.ts";

/** Centre of a chart of ratios: all that was counted over all that it was counted in. */
export function ratioCentre(
  scope: Scope,
  zeroToo: boolean = scope.quirks.has("count-zero-denominators"),
): number {
  if (scope.centre !== null) return scope.centre;
  const above = correctedSum(countedPart(scope, scope.columns.numerator, zeroToo));
  return above / correctedSum(countedPart(scope, scope.columns.denominator, zeroToo));
}

export function ratioCentreStep(scope: Scope, centre: number): Step {
  return centreStep(scope, centre, "sum of numerators / sum of denominators");
}

/** A row whose ratio cannot be known counts in neither sum. */
function countedPart(scope: Scope, column: Float64Array, zeroToo: boolean): Float64Array {
  const { numerator, denominator } = scope.columns;
  const counted = new Float64Array(scope.end - scope.start);
  for (let i = scope.start; i < scope.end; i += 1) {
    const usable = denominator[i]! > 0 || (zeroToo && denominator[i] === 0);
    const known = Number.isFinite(numerator[i]!);
    counted[i - scope.start] = scope.counts[i] === 1 && usable && known ? column[i]! : Number.NaN;
  }
  return counted;
}
