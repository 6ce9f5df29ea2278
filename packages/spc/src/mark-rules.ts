import type { LimitLines } from "./limit-lines.ts";
import type { Specification } from "./options.ts";
import type { PlannedPhase } from "./phase-plan.ts";
import type { RuleSet } from "./rule-sets/rule-set.ts";
import { markAlternating } from "./rules/alternating.ts";
import { markAvoiding } from "./rules/avoiding.ts";
import { markHugging } from "./rules/hugging.ts";
import { numberOfRunsBounds } from "./rules/number-of-runs.ts";
import { markOutsideLimits } from "./rules/outside-limits.ts";
import { type Marks, type Reach, type Rule, type RuleScope, side } from "./rules/rule.ts";
import { countRuns, type Runs } from "./rules/runs.ts";
import { markShift } from "./rules/shift.ts";
import { markTrend } from "./rules/trend.ts";
import { runsAreUnusual } from "./rules/unusual-runs.ts";
import { markZone } from "./rules/zone.ts";

/** What one rule found: marks on points, or for a rule about runs a yes or no for each phase. */
export interface Finding {
  readonly id: string;
  readonly name: string;
  readonly marks: Marks;
  readonly wholePhases: readonly number[];
}

export interface Chartable {
  readonly value: Float64Array;
  readonly lines: LimitLines;
  readonly phases: readonly PlannedPhase[];
  readonly inRuns: Uint8Array;
  readonly specification: Specification;
  /** False on charts whose points have no order or are not independent: rules about order say nothing there. */
  readonly orderMatters: boolean;
}

export function markRules(chartable: Chartable, set: RuleSet): Finding[] {
  const scopes = chartable.phases.map((phase) => scopeOf(chartable, phase));
  return set.rules.map(({ id, name, rule }) => {
    const marks = new Uint8Array(chartable.value.length);
    const wholePhases: number[] = [];
    if (!chartable.orderMatters && rule.kind !== "outside-limits") return { id, name, marks, wholePhases };
    scopes.forEach((scope, phase) => {
      if (applyRule(scope, rule, marks)) wholePhases.push(phase);
    });
    return { id, name, marks, wholePhases };
  });
}

/** Marks the points that break the rule; true when a rule about a whole phase is broken. */
export function applyRule(scope: RuleScope, rule: Rule, marks: Marks): boolean {
  switch (rule.kind) {
    case "outside-limits":
      markOutsideLimits(scope, rule, marks);
      return false;
    case "shift":
      markShift(scope, rule, marks);
      return false;
    case "trend":
      markTrend(scope, rule, marks);
      return false;
    case "zone":
      markZone(scope, rule, marks);
      return false;
    case "hugging":
      markHugging(scope, rule, marks);
      return false;
    case "avoiding":
      markAvoiding(scope, rule, marks);
      return false;
    case "alternating":
      markAlternating(scope, rule, marks);
      return false;
    case "unusual-runs":
      return runsAreUnusual(countRuns(scope), rule.method);
    default:
      return numberOfRunsIsUnusual(scope);
  }
}

function numberOfRunsIsUnusual(scope: RuleScope): boolean {
  const runs: Runs = countRuns(scope);
  // Swed and Eisenhart's table, as the IHI prints it, starts at 10 useful points.
  if (runs.useful < 10) return false;
  let above = 0;
  for (let i = scope.start; i < scope.end; i += 1) {
    if (scope.inRuns[i] === 1 && side(scope.value[i]!, scope.centre[i]!) > 0) above += 1;
  }
  const bounds = numberOfRunsBounds(above, runs.useful - above);
  return runs.crossings + 1 < bounds.fewest || runs.crossings + 1 > bounds.most;
}

export function scopeOf(chartable: Chartable, phase: PlannedPhase): RuleScope {
  const { value, lines, inRuns, specification } = chartable;
  const flat = (height: number | undefined) => new Float64Array(value.length).fill(height ?? Number.NaN);
  return {
    value,
    centre: lines.centre,
    lower: (reach: Reach) => (reach === "specification" ? flat(specification.lower) : lines.lower(reach)),
    upper: (reach: Reach) => (reach === "specification" ? flat(specification.upper) : lines.upper(reach)),
    inRuns,
    start: phase.start,
    end: phase.end,
  };
}
