import { HIGH, LOW, type Marks, type Reach, type RuleScope } from "./rule.ts";

/** A point strictly beyond a limit; one that lies on it is inside. Shewhart (1931). */
export function markOutsideLimits(scope: RuleScope, rule: { readonly reach: Reach }, marks: Marks): void {
  const lower = scope.lower(rule.reach);
  const upper = scope.upper(rule.reach);
  for (let i = scope.start; i < scope.end; i += 1) {
    if (scope.value[i]! > upper[i]!) marks[i]! |= HIGH;
    if (scope.value[i]! < lower[i]!) marks[i]! |= LOW;
  }
}
