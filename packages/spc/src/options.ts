import type { Quirk } from "./charts/fit.ts";
import type { RuleSet, RuleSetId } from "./rule-sets/rule-set.ts";

/** Where on the chart: a number is the index of a point in chart order (0 first), a string its `x`. */
export type Position = number | string;

/** Which points of a phase its centre and limits are reckoned from. All of them unless said. */
export type Baseline =
  | { readonly first: number }
  | { readonly last: number }
  | { readonly from: Position; readonly to: Position }
  | { readonly frozenFrom: number };

export interface Phase {
  /** First point of the phase. A date that has no point means the first point after it. */
  readonly from: Position;
  readonly name?: string;
  readonly baseline?: Baseline;
}

export interface Exclusion {
  readonly at: Position;
  readonly reason: string;
}

export interface TargetStep {
  readonly from: Position;
  readonly value: number | null;
}

/** One target, one for each point in the order given, or one that changes. In the unit shown, after the multiplier. */
export type Target = number | null | readonly (number | null)[] | { readonly steps: readonly TargetStep[] };

export interface Specification {
  readonly lower?: number;
  readonly upper?: number;
}

export type Improvement = "increase" | "decrease" | "neutral";

export interface AnalysisOptions {
  /** Making Data Count, or Anhøj on a run chart, unless said. */
  readonly rules?: RuleSetId | RuleSet;
  /** Which way is better. Neutral unless said. */
  readonly improvement?: Improvement;
  readonly target?: Target;
  /**
   * What a target exactly on a limit means: "inside" is what the trusted tools do, "met" counts it as hit.
   * Unless said it is inside, but for limits without width, where a target equal to every point is hit.
   */
  readonly targetAtLimit?: "inside" | "met";
  readonly phases?: readonly Phase[];
  /** Of the first phase, where `phases` does not start at the first point. */
  readonly baseline?: Baseline;
  readonly exclude?: readonly Exclusion[];
  /** Leave out extreme moving ranges. On unless said. */
  readonly screen?: boolean;
  /** Three sigma in mean moving ranges on an individuals chart: 2.66 as Making Data Count rounds it, or 3/1.128. */
  readonly movingRangeFactor?: "2.66" | "3/1.128";
  /**
   * How spread within subgroups is put together (Xbar, S): "by-size", the mean of the standard deviations when all
   * are the same size and else pooled, unless said; or always "pooled".
   */
  readonly withinSubgroups?: "by-size" | "pooled";
  /** Whether a moving range may reach over an excluded point. "break" unless said. Missing points always break. */
  readonly excludedRanges?: "break" | "bridge";
  /** A centre line that you state, before the multiplier; on a T chart on the transformed scale. */
  readonly centre?: number;
  /** What all values and lines are multiplied by: 100 for per cent, 1,000 for a rate. */
  readonly multiplier?: number;
  /** Limits that the rules with reach "specification" look at, before the multiplier. */
  readonly specification?: Specification;
  /** False when the points have no order in time (hospitals side by side): no moving ranges, no runs. */
  readonly ordered?: boolean;
  /** Fewer points than this in a baseline and the limits are trial limits and no verdict is given. 12 unless said. */
  readonly minimumPoints?: number;
  /** A T chart refuses a time of 0 unless told to accept it. */
  readonly zeroTimes?: "refuse" | "accept";
  /** Points are put in order of `x` when that is all numbers or all ISO dates, unless said. */
  readonly order?: "by-x" | "as-given";
  /** Reckon as a trusted package does where it is wrong, to compare with it. */
  readonly quirks?: readonly Quirk[];
}
