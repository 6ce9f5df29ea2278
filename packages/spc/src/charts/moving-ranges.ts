import { MOVING_RANGE_LIMIT } from "../control-constants.ts";
import { correctedMean } from "../mean.ts";
import { type Remark, type Scope, step, type Step } from "./fit.ts";

export interface RangeWidth {
  readonly mean: number;
  readonly steps: readonly Step[];
  readonly remarks: readonly Remark[];
}

/**
 * Distances between neighbours inside the baseline. A missing point always breaks the chain; an excluded one
 * does so too unless the scope says that it is bridged.
 */
export function movingRanges(scope: Scope, column: Float64Array = scope.columns.value): Float64Array {
  const ranges = new Float64Array(Math.max(0, scope.end - scope.start));
  let count = 0;
  let previous = Number.NaN;
  for (let i = scope.start; i < scope.end; i += 1) {
    if (scope.counts[i] !== 1) {
      if (!scope.bridgeExcluded) previous = Number.NaN;
      continue;
    }
    const value = column[i]!;
    const range = Math.abs(value - previous);
    if (range - range === 0) {
      ranges[count] = range;
      count += 1;
    }
    previous = value;
  }
  return ranges.subarray(0, count);
}

/**
 * Screening drops, once, every range at or above 3.267 times the mean (Montgomery's D4; the practice of Making
 * Data Count's R package). Where that would leave nothing or only zeros although the points do vary, it would
 * destroy the estimate: then all ranges stay.
 */
export function screenedRanges(ranges: Float64Array, scope: Scope, cut: number): Float64Array {
  if (!scope.screen) return ranges;
  const kept = ranges.filter((range) => range < cut);
  return scope.quirks.has("screen-everything") || kept.some((range) => range > 0) ? kept : ranges;
}

export function meanRange(
  ranges: Float64Array,
  scope: Scope,
  limit: number = MOVING_RANGE_LIMIT,
): RangeWidth {
  const all = correctedMean(ranges);
  const kept = screenedRanges(ranges, scope, limit * all);
  const screened = correctedMean(kept);
  const steps: Step[] = [
    step("moving ranges used", "count of |y(i) - y(i-1)| inside the baseline", ranges.length),
    step("mean moving range", "sum of moving ranges / number of moving ranges", all),
  ];
  if (scope.screen) {
    const out = ranges.length - kept.length;
    steps.push(
      step("screening limit", `${limit} × mean moving range`, limit * all),
      step("moving ranges screened out", "count at or above the screening limit", out),
      step("screened mean moving range", "mean of the moving ranges kept", screened),
    );
  }
  return {
    mean: screened,
    steps,
    remarks: remarksOn(
      screened,
      scope.screen && kept === ranges && kept.some((range) => range >= limit * all),
    ),
  };
}

export function remarksOn(mean: number, screeningUndone = false): readonly Remark[] {
  if (mean === 0) return ["no-variation-in-baseline"];
  if (!(mean > 0)) return ["width-unknown"];
  return screeningUndone ? ["screening-left-nothing"] : [];
}
