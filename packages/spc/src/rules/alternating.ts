import { HIGH, LOW, type Marks, markRange, type RuleScope } from "./rule.ts";

/** So many points in a row going up and down by turns: over-adjustment or two sources by turns. Nelson's fourth test. */
export function markAlternating(
  scope: RuleScope,
  { length }: { readonly length: number },
  marks: Marks,
): void {
  let points = 1;
  let before = 0;
  for (let i = scope.start + 1; i < scope.end; i += 1) {
    const known = scope.inRuns[i] === 1 && scope.inRuns[i - 1] === 1;
    const heading = known ? Math.sign(scope.value[i]! - scope.value[i - 1]!) : 0;
    if (heading === 0) points = 1;
    else points = heading === -before ? points + 1 : 2;
    before = heading;
    if (points >= length) markRange(marks, points === length ? i - length + 1 : i, i, HIGH | LOW);
  }
}
