import type { Assurance, Point, Variation } from "./analysis.ts";
import { variationOf } from "./meaning.ts";
import type { AnalysisOptions, Improvement } from "./options.ts";

/** What the last measured point says. */
export function judgeVariation(points: readonly Point[], tooFew: boolean): Variation {
  const latest = points.findLast((point) => point.value !== null);
  if (latest === undefined)
    return { kind: "too-few-points", direction: "none", rule: null, at: null, stale: points.length > 0 };
  const at = latest.index;
  const stale = at < points.length - 1;
  if (tooFew) return { kind: "too-few-points", direction: "none", rule: null, at, stale };
  const direction = latest.signal?.direction ?? "none";
  return { kind: variationOf(latest.meaning), direction, rule: latest.signal?.rule ?? null, at, stale };
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
