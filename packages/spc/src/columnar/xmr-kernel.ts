import { MDC_FACTOR, MOVING_RANGE_LIMIT } from "../control-constants.ts";

/** What a point breaks, as bits: one for each rule and direction of Making Data Count. */
export const pointFlags = {
  aboveLimit: 1,
  belowLimit: 2,
  rising: 4,
  falling: 8,
  twoInThreeHigh: 16,
  twoInThreeLow: 32,
  shiftHigh: 64,
  shiftLow: 128,
  missing: 256,
} as const;

/** The rule that gives a point its label, in order of precedence; even codes are low or falling. */
export const pointLabels = [
  "common-cause",
  "above-limit",
  "below-limit",
  "rising",
  "falling",
  "two-in-three-high",
  "two-in-three-low",
  "shift-high",
  "shift-low",
] as const;

const RUN = 7;
const STEPS = RUN - 1;

const BOTH_TRENDS = pointFlags.rising | pointFlags.falling;
const OUTSIDE = pointFlags.aboveLimit | pointFlags.belowLimit;

export interface KernelOptions {
  readonly screen: boolean;
  /** Points outside the limits count in two of three (Making Data Count since November 2023). */
  readonly outsideCounts: boolean;
}

/** Limits of one phase; the same object is filled again and again. */
export interface KernelLimits {
  centre: number;
  lower: number;
  upper: number;
  /** Mean moving range that the width comes from. */
  range: number;
  /** Measured points that the centre comes from. */
  points: number;
}

/**
 * Centre and natural process limits of the baseline `start` to `end`. A missing value (NaN) or an infinite one
 * breaks the chain of moving ranges. Both means are corrected by one residual pass (see mean.ts).
 */
export function fitPhase(
  values: Float64Array,
  [start, end]: readonly [number, number],
  screen: boolean,
  into: KernelLimits,
): void {
  let sum = 0;
  let points = 0;
  let rangeSum = 0;
  let ranges = 0;
  let widest = 0;
  let previous = Number.NaN;
  for (let i = start; i < end; i += 1) {
    const value = values[i]!;
    const range = Math.abs(value - previous);
    if (value - value === 0) {
      sum += value;
      points += 1;
    }
    if (range - range === 0) {
      rangeSum += range;
      ranges += 1;
      if (range > widest) widest = range;
    }
    previous = value;
  }
  const first = sum / points;
  const firstRange = rangeSum / ranges;
  let lost = 0;
  let rangeLost = 0;
  previous = Number.NaN;
  for (let i = start; i < end; i += 1) {
    const value = values[i]!;
    const range = Math.abs(value - previous);
    if (value - value === 0) lost += value - first;
    if (range - range === 0) rangeLost += range - firstRange;
    previous = value;
  }
  const centre = first + lost / points;
  const all = firstRange + rangeLost / ranges;
  const cut = MOVING_RANGE_LIMIT * all;
  into.range = screen && widest >= cut && all > 0 ? screenedRange(values, start, end, cut) : all;
  if (!(into.range > 0)) into.range = all;
  into.centre = centre;
  into.lower = centre - MDC_FACTOR * into.range;
  into.upper = centre + MDC_FACTOR * into.range;
  into.points = points;
}

/** Mean of the moving ranges under the cut; NaN when there are none. */
function screenedRange(values: Float64Array, start: number, end: number, cut: number): number {
  let sum = 0;
  let kept = 0;
  for (let i = start + 1; i < end; i += 1) {
    const range = Math.abs(values[i]! - values[i - 1]!);
    if (range < cut) {
      sum += range;
      kept += 1;
    }
  }
  const first = sum / kept;
  let lost = 0;
  for (let i = start + 1; i < end; i += 1) {
    const range = Math.abs(values[i]! - values[i - 1]!);
    if (range < cut) lost += range - first;
  }
  return first + lost / kept;
}

export interface KernelPhase {
  readonly start: number;
  readonly end: number;
  readonly limits: KernelLimits;
  readonly outsideCounts: boolean;
}

/** Writes the flags of the points of one phase. All runs begin anew in it. */
export function flagPhase(
  values: Float64Array,
  flags: Uint16Array,
  { start, end, limits, outsideCounts }: KernelPhase,
): void {
  const { centre, lower, upper, range } = limits;
  const twoSigma = 2 * (MDC_FACTOR / 3) * range;
  const near = centre + twoSigma;
  const nearLow = centre - twoSigma;
  let side = 0;
  let sameSide = 0;
  let heading = 0;
  let steps = 0;
  let close = 0;
  let closeBefore = 0;
  let previous = Number.NaN;
  for (let i = start; i < end; i += 1) {
    const value = values[i]!;
    let flag = value - value === 0 ? 0 : pointFlags.missing;
    const finite = flag === 0;
    const outside = finite && (value > upper || value < lower);
    if (outside) flag |= value > upper ? pointFlags.aboveLimit : pointFlags.belowLimit;
    flags[i] = flag;

    const here = finite ? (value > centre ? 1 : value < centre ? -1 : 0) : 0;
    sameSide = here === 0 ? 0 : here === side ? sameSide + 1 : 1;
    side = here;
    if (sameSide >= RUN) {
      const mark = here > 0 ? pointFlags.shiftHigh : pointFlags.shiftLow;
      if (sameSide === RUN) for (let j = i - STEPS; j < i; j += 1) flags[j]! |= mark;
      flags[i]! |= mark;
    }

    const step = finite ? (value > previous ? 1 : value < previous ? -1 : 0) : 0;
    steps = step === 0 ? 0 : step === heading ? steps + 1 : 1;
    heading = step;
    previous = finite ? value : Number.NaN;
    if (steps >= STEPS) {
      const mark = step > 0 ? pointFlags.rising : pointFlags.falling;
      if (steps === STEPS) for (let j = i - STEPS; j < i; j += 1) flags[j]! |= mark;
      flags[i]! |= mark;
    }

    const closeNow = finite && (value > near || value < nearLow) && (outsideCounts || !outside) ? 1 : 0;
    if (sameSide >= 3 && closeNow + close + closeBefore >= 2) {
      const mark = here > 0 ? pointFlags.twoInThreeHigh : pointFlags.twoInThreeLow;
      if (closeNow === 1) flags[i]! |= mark;
      if (close === 1) flags[i - 1]! |= mark;
      if (closeBefore === 1) flags[i - 2]! |= mark;
    }
    closeBefore = close;
    close = closeNow;
  }
}

/** Writes the label of each point: the first rule it breaks. At an apex the step that follows gives the direction. */
export function labelPoints(
  values: Float64Array,
  flags: Uint16Array,
  labels: Uint8Array,
  [start, end]: readonly [number, number],
): void {
  for (let i = start; i < end; i += 1) {
    const flag = flags[i]! & ~pointFlags.missing;
    // The place of the lowest bit: the flags stand in order of precedence.
    let label = 32 - Math.clz32(flag & -flag);
    if ((flag & BOTH_TRENDS) === BOTH_TRENDS && (flag & OUTSIDE) === 0)
      label = values[i + 1]! > values[i]! ? 3 : 4;
    labels[i] = label;
  }
}
