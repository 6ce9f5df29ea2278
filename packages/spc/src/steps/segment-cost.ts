import type { Point } from "../analysis.ts";
import { D2_OF_TWO, MOVING_RANGE_LIMIT } from "../control-constants.ts";
import { correctedMean } from "../mean.ts";

/** What it costs, in minus twice log likelihood, to say that points `from` to `to` (not included) share one level. */
export interface SegmentCost {
  readonly length: number;
  readonly cost: (from: number, to: number) => number;
  readonly level: (from: number, to: number) => number;
  /** Standard deviation of one point at this level, for saying how large a step is. */
  readonly sigma: number;
}

/** Levels of a normal measure with one standard deviation, that of the screened moving ranges. */
export function normalCost(values: ArrayLike<number>, sigma: number = rangeSigma(values)): SegmentCost {
  const sums = runningSums(values.length, (i) => values[i]!);
  const squares = runningSums(values.length, (i) => values[i]! ** 2);
  const level = (from: number, to: number) => (sums[to]! - sums[from]!) / (to - from);
  return {
    length: values.length,
    level,
    sigma,
    cost: (from, to) =>
      Math.max(0, squares[to]! - squares[from]! - (to - from) * level(from, to) ** 2) / (sigma * sigma),
  };
}

/** Sigma from point to point, so that a step widens it as little as one pair of neighbours can. */
export function rangeSigma(values: ArrayLike<number>): number {
  const ranges = Float64Array.from({ length: Math.max(0, values.length - 1) }, (_, i) =>
    Math.abs(values[i + 1]! - values[i]!),
  );
  const cut = MOVING_RANGE_LIMIT * correctedMean(ranges);
  const kept = ranges.filter((range) => range < cut);
  return correctedMean(kept.length > 0 ? kept : ranges) / D2_OF_TWO;
}

/** Levels of counts over a denominator: Poisson for rates and counts, binomial for proportions. */
export function countCost(
  points: readonly Pick<Point, "numerator" | "denominator">[],
  binomial: boolean,
): SegmentCost {
  const above = runningSums(points.length, (i) => points[i]!.numerator ?? 0);
  const below = runningSums(points.length, (i) => points[i]!.denominator ?? 0);
  const level = (from: number, to: number) => (above[to]! - above[from]!) / (below[to]! - below[from]!);
  const all = level(0, points.length);
  const size = below[points.length]! / points.length;
  return {
    length: points.length,
    level,
    sigma: Math.sqrt((binomial ? all * (1 - all) : all) / size),
    cost: (from, to) => {
      const events = above[to]! - above[from]!;
      const chances = below[to]! - below[from]!;
      const share = events / chances;
      if (!binomial) return -2 * (times(events, share) - events);
      return -2 * (times(events, share) + times(chances - events, 1 - share));
    },
  };
}

/** n log p, which is 0 when n is. */
function times(count: number, share: number): number {
  return count <= 0 ? 0 : count * Math.log(share);
}

function runningSums(length: number, term: (index: number) => number): Float64Array {
  const sums = new Float64Array(length + 1);
  for (let i = 0; i < length; i += 1) sums[i + 1] = sums[i]! + term(i);
  return sums;
}
