import type { Assurance, Direction, PhaseSummary, Point, Signal, Variation } from "./analysis.ts";
import { meaningOf, variationOf } from "./meaning.ts";
import type { AnalysisOptions, Improvement } from "./options.ts";

export interface Judged {
  readonly points: readonly Point[];
  readonly signals: readonly Signal[];
  readonly lastPhase: PhaseSummary | undefined;
  readonly tooFew: boolean;
  readonly improvement: Improvement;
}

/**
 * What the last measured point says. Where it breaks no rule itself, a signal of its whole phase speaks for it: with
 * a direction when the longest run is too long and still goes on, else as unusual.
 */
export function judgeVariation({ points, signals, lastPhase, tooFew, improvement }: Judged): Variation {
  const latest = points.findLast((point) => point.value !== null);
  if (latest === undefined || tooFew) {
    const at = latest?.index ?? null;
    const stale = points.length > 0 && at !== points.length - 1;
    return { kind: "too-few-points", direction: "none", rule: null, at, stale };
  }
  const at = latest.index;
  const stale = at < points.length - 1;
  const whole = signals.find((signal) => signal.points.length === 0 && signal.phase === lastPhase?.index);
  if (latest.signal !== null || whole === undefined) {
    const { direction, rule } = latest.signal ?? { direction: "none", rule: null };
    return { kind: variationOf(latest.meaning), direction, rule, at, stale };
  }
  const direction = ongoingRun(lastPhase, at);
  return { kind: variationOf(meaningOf(direction, improvement)), direction, rule: whole.rule, at, stale };
}

function ongoingRun(phase: PhaseSummary | undefined, at: number): Direction {
  const runs = phase?.runs;
  if (runs === null || runs === undefined || runs.longestTo !== at || runs.longest <= runs.longestAllowed)
    return "none";
  return runs.longestSide > 0 ? "high" : "low";
}

export interface Aim {
  readonly target: number;
  readonly lower: number;
  readonly upper: number;
  readonly improvement: Improvement;
  readonly targetAtLimit: AnalysisOptions["targetAtLimit"];
}

/**
 * Whether the process as it is can be expected to hit the target: yes when the whole width between the limits
 * is on the good side, no when it is all on the bad side, else now and then.
 */
export function judgeAssurance({ target, lower, upper, improvement, targetAtLimit }: Aim): Assurance {
  if (Number.isNaN(target)) return { kind: "no-target", target: null, because: "no-target" };
  if (improvement === "neutral") return { kind: "unknown", target, because: "no-direction" };
  if (Number.isNaN(lower) || Number.isNaN(upper)) return { kind: "unknown", target, because: "no-limits" };
  const upward = improvement === "increase";
  const worst = upward ? lower : upper;
  const best = upward ? upper : lower;
  const beats = (limit: number) => (upward ? limit > target : limit < target);
  if (beats(worst)) return { kind: "expected-to-hit", target, because: "limits" };
  if (best !== target && !beats(best)) return { kind: "expected-to-miss", target, because: "limits" };
  const flat = lower === upper && lower === target;
  if (flat && targetAtLimit === undefined)
    return { kind: "expected-to-hit", target, because: "no-variation" };
  if (worst === target && targetAtLimit === "met")
    return { kind: "expected-to-hit", target, because: "target-on-limit" };
  return {
    kind: "hit-and-miss",
    target,
    because: worst === target || best === target ? "target-on-limit" : "limits",
  };
}
