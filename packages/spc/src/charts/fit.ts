/** What a chart reads: one entry a point, NaN where there is nothing to plot. */
export interface Columns {
  readonly value: Float64Array;
  /** The count above the line; the value itself where the chart has no denominator. */
  readonly numerator: Float64Array;
  /** Denominator, or subgroup size; 1 where the chart has neither. */
  readonly denominator: Float64Array;
  /** Standard deviation inside each subgroup (Xbar and S charts). */
  readonly spread: Float64Array;
}

/** Ways in which the trusted packages reckon otherwise. None is on unless asked for. */
export type Quirk =
  | "screen-everything"
  | "ignore-baseline-in-width"
  | "empty-subgroup-switches-estimator"
  | "median-range-over-d2"
  | "negative-s-limit"
  | "count-zero-denominators"
  | "naive-sum";

/** The stretch of points that one set of limits is for, and how to reckon them. */
export interface Scope {
  readonly columns: Columns;
  readonly start: number;
  readonly end: number;
  /** 1 where the point counts towards centre and limits. */
  readonly counts: Uint8Array;
  readonly screen: boolean;
  /** Pool the subgroups' spreads even where all are the same size. */
  readonly pooled: boolean;
  /** Multiplies the mean moving range to give three sigma. */
  readonly factor: number;
  /** Whether a moving range may reach over an excluded point. */
  readonly bridgeExcluded: boolean;
  /** False when the points have no order in time, so that moving ranges mean nothing. */
  readonly ordered: boolean;
  /** A centre line that the caller states instead of the mean. */
  readonly centre: number | null;
  readonly quirks: ReadonlySet<Quirk>;
}

/** A number on the way from data to limit, in the order in which a person would work it out. */
export interface Step {
  readonly name: string;
  readonly formula: string;
  readonly value: number;
}

/** The limits of one phase: NaN where a limit cannot be known. */
export interface Fit {
  readonly centre: number;
  /** Lower and upper limit at a point so many sigmas out. */
  lower(index: number, sigmas: number): number;
  upper(index: number, sigmas: number): number;
  /** True when the limits are at the same height all along. */
  readonly level: boolean;
  readonly steps: readonly Step[];
  /** What a reader must know about how the width was found. */
  readonly remarks: readonly Remark[];
}

export type Remark = "screening-left-nothing" | "no-variation-in-baseline" | "width-unknown";

/** The points of the scope that count and have a value. */
export function baselineValues(scope: Scope, column: Float64Array = scope.columns.value): Float64Array {
  const found = new Float64Array(scope.end - scope.start);
  let count = 0;
  for (let i = scope.start; i < scope.end; i += 1) {
    const value = column[i]!;
    if (scope.counts[i] !== 1 || value - value !== 0) continue;
    found[count] = value;
    count += 1;
  }
  return found.subarray(0, count);
}

export function step(name: string, formula: string, value: number): Step {
  return { name, formula, value };
}

interface Sides extends Pick<Fit, "centre" | "steps"> {
  readonly remarks?: Fit["remarks"];
  /** What the limits lie about, where that is not the centre drawn. */
  readonly about?: number;
  readonly floor?: number;
  readonly ceiling?: number;
}

/** Limits so many sigmas either side, as far as values can go; a sigma for each point, or one for all. */
export function evenFit(sides: Sides, sigma: number | ((index: number) => number)): Fit {
  const { centre, steps, remarks = [], about = centre, floor = -Infinity, ceiling = Infinity } = sides;
  const level = typeof sigma === "number";
  const at = (index: number, sigmas: number) => about + sigmas * (level ? sigma : sigma(index));
  return {
    centre,
    lower: (index, sigmas) => Math.max(floor, at(index, -sigmas)),
    upper: (index, sigmas) => Math.min(ceiling, at(index, sigmas)),
    level,
    steps,
    remarks,
  };
}

/** Sigma at a point of a chart with denominators; unknown where there is none. */
export function overRoot({ columns }: Scope, scale: number): (index: number) => number {
  return (index) =>
    columns.denominator[index]! > 0 ? scale / Math.sqrt(columns.denominator[index]!) : Number.NaN;
}
