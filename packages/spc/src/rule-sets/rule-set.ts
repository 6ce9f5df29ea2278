import type { Rule } from "../rules/rule.ts";

export type RuleSetId =
  | "making-data-count"
  | "making-data-count-2023"
  | "provost"
  | "anhoej"
  | "anhoej-bestbox"
  | "anhoej-cutbox"
  | "western-electric"
  | "nelson"
  | "ihi-run-chart";

export interface NamedRule {
  /** Unique in its set. */
  readonly id: string;
  /** Plain words, to follow "because": "7 points in a row on one side of the centre". */
  readonly name: string;
  readonly rule: Rule;
}

/** Rules in order of precedence: the first that a point breaks gives it its label. */
export interface RuleSet {
  readonly id: string;
  readonly version: string;
  readonly name: string;
  readonly source: string;
  readonly rules: readonly NamedRule[];
}
