import { type Marks, markOf, markRange, type RuleScope } from "./rule.ts";

interface Trend {
  readonly length: number;
  readonly ties: "break" | "skipped";
}

/**
 * So many points in a row each higher (or each lower) than the one before: all of them and each further one are
 * marked. Where ties are skipped, a point equal to the one before neither counts nor breaks.
 */
export function markTrend(scope: RuleScope, { length, ties }: Trend, marks: Marks): void {
  let direction = 0;
  let first = scope.start;
  let points = 1;
  for (let i = scope.start + 1; i < scope.end; i += 1) {
    const step =
      scope.inRuns[i] === 1 && scope.inRuns[i - 1] === 1 ? scope.value[i]! - scope.value[i - 1]! : Number.NaN;
    if (step === 0 && ties === "skipped") continue;
    const heading = Math.sign(step);
    if (heading !== direction || heading === 0) {
      direction = heading;
      first = i - 1;
      points = 1;
    }
    if (direction !== 1 && direction !== -1) continue;
    points += 1;
    if (points >= length) markRange(marks, points === length ? first : i, i, markOf(direction));
  }
}
