import type { Remark, Step } from "./charts/fit.ts";
import type { Improvement } from "./options.ts";
import type { RuleSet } from "./rule-sets/rule-set.ts";
import type { Chart, Label } from "./series.ts";

/** Measured; unknown; without meaning for that period; or numbers that cannot be (more cases than people). */
export type PointState = "measured" | "missing" | "not-applicable" | "impossible";

export type Direction = "high" | "low" | "none";

/** What a point or a chart says once it is known which way is better. */
export type Meaning = "common-cause" | "improvement" | "concern" | "high" | "low" | "unusual";

export interface Flag {
  /** Id of the rule in the rule set. */
  readonly rule: string;
  readonly direction: Direction;
}

export interface Point {
  /** Place in chart order, 0 first. */
  readonly index: number;
  /** Place in the series as given. */
  readonly source: number;
  readonly x: Label;
  readonly state: PointState;
  /** Null unless measured. */
  readonly value: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly phase: number;
  readonly inBaseline: boolean;
  /** Why the point is left out of centre, limits and runs; null when it is not. */
  readonly excluded: string | null;
  readonly centre: number | null;
  /** Three-sigma limits. */
  readonly lower: number | null;
  readonly upper: number | null;
  readonly lower2: number | null;
  readonly upper2: number | null;
  readonly lower1: number | null;
  readonly upper1: number | null;
  readonly target: number | null;
  /** +1 above the centre, -1 below, 0 on it, null when not measured. */
  readonly side: -1 | 0 | 1 | null;
  /** Every rule that the point breaks, in order of precedence. */
  readonly flags: readonly Flag[];
  /** The flag that wins. */
  readonly signal: Flag | null;
  readonly meaning: Meaning;
}

/** Points that break one rule together. A rule about a whole phase has no direction and names no points. */
export interface Signal {
  readonly rule: string;
  readonly name: string;
  readonly direction: Direction;
  readonly meaning: Meaning;
  readonly phase: number;
  readonly from: number;
  readonly to: number;
  readonly points: readonly number[];
}

export interface RunsSummary {
  readonly useful: number;
  readonly longest: number;
  /** First and last point of the longest run (of the last one, where several are as long), and its side. */
  readonly longestFrom: number;
  readonly longestTo: number;
  readonly longestSide: -1 | 1;
  readonly longestAllowed: number;
  readonly crossings: number;
  readonly fewestCrossingsAllowed: number;
}

export interface PhaseSummary {
  readonly index: number;
  readonly name: string | null;
  /** First and last point. */
  readonly from: number;
  readonly to: number;
  readonly measured: number;
  readonly baselinePoints: number;
  readonly frozenFrom: number | null;
  readonly centre: number | null;
  /** Null when the limits vary from point to point, or cannot be known. */
  readonly lower: number | null;
  readonly upper: number | null;
  /** Limits from fewer than the minimum number of points: not yet to be trusted. */
  readonly trial: boolean;
  /** The last phase is still growing, so its limits may still move. */
  readonly provisional: boolean;
  readonly runs: RunsSummary | null;
  readonly remarks: readonly Remark[];
  /** The way from data to limit, before the multiplier. */
  readonly steps: readonly Step[];
}

export type VariationKind =
  | "improving"
  | "worsening"
  | "high"
  | "low"
  | "unusual"
  | "common-cause"
  | "too-few-points";

export interface Variation {
  readonly kind: VariationKind;
  readonly direction: Direction;
  /** The rule behind it; null for common cause and too few points. */
  readonly rule: string | null;
  /** The point that the verdict is about: the last one measured; null when there is none. */
  readonly at: number | null;
  /** True when later periods have no reading, so that the verdict is not about the newest period. */
  readonly stale: boolean;
}

export type AssuranceKind = "expected-to-hit" | "expected-to-miss" | "hit-and-miss" | "no-target" | "unknown";

export interface Assurance {
  readonly kind: AssuranceKind;
  readonly target: number | null;
  /** Why it is unknown, or why it is as it is on an edge. */
  readonly because:
    | "limits"
    | "no-limits"
    | "too-few-points"
    | "no-direction"
    | "no-target"
    | "target-on-limit"
    | "no-variation";
}

export type Note =
  | "missing-points"
  | "not-applicable-points"
  | "impossible-points"
  | "excluded-points"
  | "latest-missing"
  | "trial-limits"
  | "too-few-points"
  | "no-points"
  | "sorted-by-x"
  | Remark;

export interface Analysis {
  readonly chart: Chart;
  readonly rules: RuleSet;
  readonly improvement: Improvement;
  readonly multiplier: number;
  readonly points: readonly Point[];
  readonly phases: readonly PhaseSummary[];
  readonly signals: readonly Signal[];
  readonly variation: Variation;
  readonly assurance: Assurance;
  readonly notes: readonly Note[];
}
