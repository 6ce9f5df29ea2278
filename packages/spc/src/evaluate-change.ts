import { studentQuantile, studentTwoSided } from "./distributions/student-t.ts";
import { autocorrelation } from "./autocorrelation.ts";
import { neweyWest, type Regression } from "./least-squares.ts";
import { standardDeviation } from "./mean.ts";
import type { Improvement } from "./options.ts";
import { checkLength, SpcError } from "./spc-error.ts";

export interface ChangeOptions {
  /** Place of the first point after the change. */
  readonly at: number;
  readonly improvement?: Improvement;
  /** A series that the change did not touch, point for point: what happened there as well is not the change's doing. */
  readonly control?: readonly (number | null)[];
  /** Of the intervals. 0.95 unless said. */
  readonly confidence?: number;
}

export interface Effect {
  readonly estimate: number;
  readonly low: number;
  readonly high: number;
  /** Chance of so large an estimate if there were no effect. */
  readonly p: number;
}

export type Trust = "not-possible" | "very-low" | "low" | "moderate";

export interface ChangeEvaluation {
  /** The jump at the change, and what was added to the slope per point; null when it cannot be estimated. */
  readonly level: Effect | null;
  readonly slope: Effect | null;
  /** Difference at the last point from where the old line would have gone. */
  readonly atEnd: Effect | null;
  readonly pointsBefore: number;
  readonly pointsAfter: number;
  readonly lags: number;
  /** Of neighbouring residuals: why plain errors would be too small. */
  readonly residualAutocorrelation: number | null;
  readonly controlled: boolean;
  readonly trust: Trust;
  readonly reasons: readonly string[];
  readonly words: string;
}

/** At least this many on each side, or no line can be told from chance. */
const FEWEST = 8;

/**
 * Did the change work: segmented regression, level and slope before and after, with Newey–West errors; on the
 * difference from the control where there is one. Wagner et al., Journal of Clinical Pharmacy and Therapeutics
 * 27 (2002); Bernal, Cummins and Gasparrini, International Journal of Epidemiology 46 (2017).
 */
export function evaluateChange(values: readonly (number | null)[], options: ChangeOptions): ChangeEvaluation {
  check(values, options);
  const rows = differenceRows(values, options);
  const before = rows.filter(({ t }) => t < options.at).length;
  const after = rows.length - before;
  const endsAt = rows.at(-1)?.t ?? 0;
  const regression =
    before < 3 || after < 3
      ? null
      : neweyWest(
          rows.map(({ t }) => [1, t, t >= options.at ? 1 : 0, t >= options.at ? t - options.at : 0]),
          rows.map(({ y }) => y),
        );
  const found =
    regression === null ? null : effects(regression, endsAt - options.at, options.confidence ?? 0.95);
  const residual = regression === null ? null : autocorrelation(regression.residuals, 1);
  const reasons = reasonsFor(before, after, { options, residual });
  const trust = trustIn(before, after, found !== null, options.control !== undefined);
  return {
    level: found?.level ?? null,
    slope: found?.slope ?? null,
    atEnd: found?.atEnd ?? null,
    pointsBefore: before,
    pointsAfter: after,
    lags: regression?.lags ?? 0,
    residualAutocorrelation: residual,
    controlled: options.control !== undefined,
    trust,
    reasons,
    words: wordsFor(found?.atEnd ?? null, options, trust),
  };
}

function check(values: readonly (number | null)[], { at, control, confidence }: ChangeOptions): void {
  if (!Number.isInteger(at) || at < 0 || at > values.length)
    throw new SpcError("at", `there is no point ${at}`);
  if (control !== undefined) checkLength("control", control, values.length);
  if (confidence !== undefined && !(confidence > 0 && confidence < 1))
    throw new SpcError("confidence", "must be between 0 and 1");
}

function differenceRows(
  values: readonly (number | null)[],
  { control }: ChangeOptions,
): { t: number; y: number }[] {
  return values.flatMap((value, t) => {
    const other = control === undefined ? 0 : control[t];
    if (typeof value !== "number" || typeof other !== "number") return [];
    return Number.isFinite(value - other) ? [{ t, y: value - other }] : [];
  });
}

function effects(
  regression: Regression,
  steps: number,
  confidence: number,
): { level: Effect; slope: Effect; atEnd: Effect } {
  return {
    level: effect(regression, [0, 0, 1, 0], confidence),
    slope: effect(regression, [0, 0, 0, 1], confidence),
    atEnd: effect(regression, [0, 0, 1, steps], confidence),
  };
}

/** A combination of the coefficients, with its interval. */
function effect(
  { coefficients, covariance, freedom }: Regression,
  weights: readonly number[],
  confidence: number,
): Effect {
  const estimate = weights.reduce((sum, weight, i) => sum + weight * coefficients[i]!, 0);
  let variance = 0;
  for (let i = 0; i < weights.length; i += 1) {
    for (let j = 0; j < weights.length; j += 1) variance += weights[i]! * weights[j]! * covariance[i]![j]!;
  }
  const error = Math.sqrt(Math.max(0, variance));
  const reach = studentQuantile(1 - confidence, freedom) * error;
  const p = error > 0 ? studentTwoSided(estimate / error, freedom) : estimate === 0 ? 1 : 0;
  return { estimate, low: estimate - reach, high: estimate + reach, p };
}

interface Circumstances {
  readonly options: ChangeOptions;
  readonly residual: number | null;
}

function reasonsFor(before: number, after: number, { options, residual }: Circumstances): string[] {
  const reasons: string[] = [];
  if (before < FEWEST) reasons.push(`Only ${before} points before the change: the old line is hardly known.`);
  if (after < FEWEST)
    reasons.push(`Only ${after} points after the change: it is too early to say whether it lasts.`);
  if (residual !== null && Math.abs(residual) > 2 / Math.sqrt(before + after)) {
    reasons.push("Neighbouring points hang together; the interval allows for that.");
  }
  if (options.control === undefined)
    reasons.push("Without a control series, something else may have happened at the same time.");
  else reasons.push("What happened in the control as well is not counted.");
  const known = options.control?.filter((value): value is number => typeof value === "number") ?? [];
  if (options.control !== undefined && standardDeviation(known) === 0)
    reasons.push("The control never varies, so it controls nothing.");
  return reasons;
}

function trustIn(before: number, after: number, possible: boolean, controlled: boolean): Trust {
  if (!possible) return "not-possible";
  if (before < FEWEST || after < FEWEST) return "very-low";
  // A comparison without random allocation never earns more than moderate trust.
  return controlled && before >= 12 && after >= 12 ? "moderate" : "low";
}

const TRUST_WORDS: Readonly<Record<Trust, string>> = {
  "not-possible": "",
  "very-low": "This can be trusted very little.",
  low: "This can be trusted a little.",
  moderate: "This can be trusted moderately.",
};

function wordsFor(atEnd: Effect | null, { improvement = "neutral" }: ChangeOptions, trust: Trust): string {
  if (atEnd === null) return "There are too few points before or after the change to say anything.";
  const range = `between ${short(atEnd.low)} and ${short(atEnd.high)}`;
  if (atEnd.low <= 0 && atEnd.high >= 0) {
    return `No effect can be told from chance: the difference at the end is somewhere ${range}. That is not proof that nothing happened. ${TRUST_WORDS[trust]}`;
  }
  const way = atEnd.estimate > 0 ? "higher" : "lower";
  const better =
    improvement === "neutral"
      ? ""
      : atEnd.estimate > 0 === (improvement === "increase")
        ? ", which is better"
        : ", which is worse";
  return `At the end the measure is ${short(Math.abs(atEnd.estimate))} ${way} than the old line would have been${better} (${range}). ${TRUST_WORDS[trust]}`;
}

function short(value: number): string {
  return String(Number(value.toPrecision(3)));
}
