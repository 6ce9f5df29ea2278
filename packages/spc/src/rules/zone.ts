import { type Marks, markOf, type RuleScope, side, type ZoneRule } from "./rule.ts";

/** Two in three, four in five: most of a short window far out on one side. */
export function markZone(scope: RuleScope, rule: ZoneRule, marks: Marks): void {
  const far = farOut(scope, rule);
  for (let last = scope.start; last < scope.end; last += 1) {
    const first = last - rule.window + 1;
    if (first < scope.start && !rule.shortWindows) continue;
    const from = Math.max(first, scope.start);
    for (const direction of [1, -1] as const) {
      if (!holds({ scope, rule, far, from, last }, direction)) continue;
      for (let i = from; i <= last; i += 1) {
        if (rule.marks === "window") marks[i] = markOf(direction);
        else if (far[i - scope.start] === direction) marks[i]! |= markOf(direction);
      }
    }
  }
}

function farOut(scope: RuleScope, rule: ZoneRule): Int8Array {
  const lower = scope.lower(rule.reach);
  const upper = scope.upper(rule.reach);
  const outerLower = scope.lower(3);
  const outerUpper = scope.upper(3);
  const far = new Int8Array(scope.end - scope.start);
  for (let i = scope.start; i < scope.end; i += 1) {
    const value = scope.value[i]!;
    if (scope.inRuns[i] !== 1) continue;
    if (!rule.outsideCounts && (value > outerUpper[i]! || value < outerLower[i]!)) continue;
    far[i - scope.start] = value > upper[i]! ? 1 : value < lower[i]! ? -1 : 0;
  }
  return far;
}

interface Window {
  readonly scope: RuleScope;
  readonly rule: ZoneRule;
  readonly far: Int8Array;
  readonly from: number;
  readonly last: number;
}

function holds({ scope, rule, far, from, last }: Window, direction: 1 | -1): boolean {
  let count = 0;
  for (let i = from; i <= last; i += 1) {
    if (scope.inRuns[i] !== 1) return false;
    const here = far[i - scope.start]!;
    if (here === direction) count += 1;
    else if (rule.others === "cancelling" && here !== 0) count -= 1;
    if (rule.others === "same-side" && side(scope.value[i]!, scope.centre[i]!) !== direction) return false;
  }
  return count >= rule.count;
}
