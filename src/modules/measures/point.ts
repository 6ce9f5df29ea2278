import type { Reading } from "@throughline/spc";

/** A number; the knowledge that there is none; or nothing to measure. Zero is a number. */
export type Figure =
  | { state: "number"; value: number; numerator: null; denominator: null }
  | { state: "number"; value: null; numerator: number; denominator: number }
  | { state: "missing" | "not-applicable"; value: null; numerator: null; denominator: null };

/** One period's figure, its first day as the date. */
export type Point = Figure & { period: string; note: string };

export type StoredPoint = Point & { version: number; writtenBy: string | null; writtenAt: Date };

/** What the statistics take for it. A denominator of zero without a case is a period with nothing to measure. */
export function readingOf(point: Figure, which: "value" | "numerator" | "denominator"): Reading {
  if (point.state === "missing") return null;
  if (point.state === "not-applicable") return "not-applicable";
  return point[which];
}
