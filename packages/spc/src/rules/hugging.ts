import { HIGH, LOW, type Marks, markRange, type Reach, type RuleScope } from "./rule.ts";

interface Hugging {
  readonly length: number;
  readonly reach: Reach;
}

/** So many points in a row close to the centre on either side: limits too wide, or two processes mixed. No direction. */
export function markHugging(scope: RuleScope, { length, reach }: Hugging, marks: Marks): void {
  const lower = scope.lower(reach);
  const upper = scope.upper(reach);
  let run = 0;
  for (let i = scope.start; i < scope.end; i += 1) {
    const value = scope.value[i]!;
    run = scope.inRuns[i] === 1 && value < upper[i]! && value > lower[i]! ? run + 1 : 0;
    if (run >= length) markRange(marks, run === length ? i - length + 1 : i, i, HIGH | LOW);
  }
}
