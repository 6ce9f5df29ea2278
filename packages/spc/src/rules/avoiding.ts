import { HIGH, LOW, type Marks, markRange, type Reach, type RuleScope } from "./rule.ts";

interface Avoiding {
  readonly length: number;
  readonly reach: Reach;
}

/** So many points in a row that all keep away from the centre, on both sides of it: a mixture. Nelson's eighth test. */
export function markAvoiding(scope: RuleScope, { length, reach }: Avoiding, marks: Marks): void {
  const lower = scope.lower(reach);
  const upper = scope.upper(reach);
  let run = 0;
  let sinceHigh = Infinity;
  let sinceLow = Infinity;
  for (let i = scope.start; i < scope.end; i += 1) {
    const high = scope.value[i]! > upper[i]!;
    const low = scope.value[i]! < lower[i]!;
    run = scope.inRuns[i] === 1 && (high || low) ? run + 1 : 0;
    sinceHigh = high ? 0 : sinceHigh + 1;
    sinceLow = low ? 0 : sinceLow + 1;
    const both = sinceHigh < length && sinceLow < length;
    if (run >= length && both) markRange(marks, i - length + 1, i, HIGH | LOW);
  }
}
