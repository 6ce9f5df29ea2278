/** How far out a rule looks: so many sigmas, or the caller's specification limits. */
export type Reach = 1 | 2 | 3 | "specification";

/** A rule is data: what it is called and its parameters. One file here reckons each kind. */
export type Rule =
  | { readonly kind: "outside-limits"; readonly reach: Reach }
  | { readonly kind: "shift"; readonly length: number; readonly onCentre: "breaks" | "skipped" }
  | { readonly kind: "trend"; readonly length: number; readonly ties: "break" | "skipped" }
  | ZoneRule
  | { readonly kind: "hugging"; readonly length: number; readonly reach: Reach }
  | { readonly kind: "avoiding"; readonly length: number; readonly reach: Reach }
  | { readonly kind: "alternating"; readonly length: number }
  | { readonly kind: "unusual-runs"; readonly method: "anhoej" | "bestbox" | "cutbox" }
  | { readonly kind: "number-of-runs" };

/** "Two in three" and "four in five", in every dialect. */
export interface ZoneRule {
  readonly kind: "zone";
  readonly count: number;
  readonly window: number;
  readonly reach: Reach;
  /** Whether a point outside the three-sigma limits counts among them. */
  readonly outsideCounts: boolean;
  /** Where the window's other points may lie; "cancelling" takes one off for each point as far out on the other side. */
  readonly others: "same-side" | "anywhere" | "cancelling";
  /** Whether a window may be cut short by the start of a phase. */
  readonly shortWindows: boolean;
  readonly marks: "offenders" | "window";
}

export type RuleKind = Rule["kind"];

/** What a rule reads: one phase of a chart, from `start` up to but not including `end`. */
export interface RuleScope {
  readonly value: Float64Array;
  readonly centre: Float64Array;
  lower(reach: Reach): Float64Array;
  upper(reach: Reach): Float64Array;
  /** 1 where the point takes part in runs; an excluded or missing one does not. */
  readonly inRuns: Uint8Array;
  readonly start: number;
  readonly end: number;
}

/** Per point: 0, or HIGH, or LOW, or both added (an apex). */
export type Marks = Uint8Array;
export const HIGH = 1;
export const LOW = 2;

/** +1 above, -1 below, 0 on the line or unknown. */
export function side(value: number, line: number): -1 | 0 | 1 {
  if (value > line) return 1;
  return value < line ? -1 : 0;
}

export function markOf(direction: number): number {
  return direction > 0 ? HIGH : LOW;
}

export function markRange(marks: Marks, from: number, to: number, mark: number): void {
  for (let i = from; i <= to; i += 1) marks[i]! |= mark;
}
