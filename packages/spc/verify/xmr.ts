import { type Analysis, analyse, type AnalysisOptions, type Improvement, type Point } from "../src/index.ts";
import { type Computed, refusal } from "./computed.ts";

interface XmrSettings {
  readonly improvementDirection: Improvement;
  readonly fixAfterN?: number | null;
  readonly screenOutliers?: boolean;
}

export interface XmrOptions extends XmrSettings {
  readonly target?: number | null;
  readonly rebase?: readonly string[] | null;
}

interface XmrPoints {
  readonly x: readonly string[];
  readonly y: readonly (number | null)[];
}

export interface XmrInput extends XmrPoints {
  readonly options: XmrOptions;
}

export interface XmrFacetsInput {
  readonly series: readonly (XmrPoints & { readonly facet: string })[];
  readonly options: XmrSettings & {
    readonly target?: number | null | ByFacet<number>;
    readonly rebase?: readonly string[] | null | ByFacet<readonly string[]>;
  };
}

type ByFacet<Value> = Readonly<Partial<Record<string, Value>>>;

export function computeXmr(input: XmrInput, compat: boolean): Computed {
  const { options } = input;
  if (typeof options.fixAfterN === "number" && options.fixAfterN < 12) return refusal("fix_after_n_points");
  if (new Set(input.x).size < input.x.length) return refusal("duplicate");
  const analysis = analyse({ chart: "xmr", x: input.x, values: input.y }, optionsFor(input, compat));
  if (compat && trendBreaksOnMissing(analysis)) return refusal("missing value");
  return describe(analysis, input, compat);
}

/** Facets are separate charts whose target and rebase dates may be keyed by facet. */
export function computeXmrFacets({ series, options }: XmrFacetsInput, compat: boolean): Computed {
  const { target: targets = null, rebase: rebases = null, ...settings } = options;
  const named = typeof targets === "object" && targets !== null;
  const result: Computed = {};
  for (const { facet, x, y } of series) {
    const target = named ? (targets[facet] ?? null) : targets;
    const rebase = rebases === null || isList(rebases) ? rebases : (rebases[facet] ?? []);
    const computed = computeXmr({ x, y, options: { ...settings, target, rebase } }, compat);
    // The package draws all facets in one go, so it stops for all of them.
    if ("error" in computed) return computed;
    const unlisted = compat && named && target === null && settings.improvementDirection !== "neutral";
    const inconsistent = { assuranceType: "inconsistent", assuranceIcon: "inconsistent" };
    result[facet] = unlisted ? { ...computed, ...inconsistent } : computed;
  }
  return result;
}

function isList<Entry>(option: readonly Entry[] | object): option is readonly Entry[] {
  return Array.isArray(option);
}

function rebaseDates({ x, options }: XmrInput): string[] {
  const dates = new Set(x);
  return [...new Set(options.rebase ?? [])].filter((date) => dates.has(date)).sort();
}

function optionsFor(input: XmrInput, compat: boolean): AnalysisOptions {
  const { options } = input;
  const baseline = typeof options.fixAfterN === "number" ? { first: options.fixAfterN } : undefined;
  return {
    rules: "making-data-count",
    improvement: options.improvementDirection,
    target: options.target ?? null,
    targetAtLimit: "inside",
    phases: rebaseDates(input).map((from) => (baseline === undefined ? { from } : { from, baseline })),
    baseline,
    screen: options.screenOutliers ?? true,
    minimumPoints: 0,
    quirks: compat ? ["screen-everything"] : [],
  };
}

/** The package stops when seven points hold a gap and all the steps that are left agree. */
function trendBreaksOnMissing(analysis: Analysis): boolean {
  return analysis.phases.some((phase) => {
    for (let first = phase.from; first + 6 <= phase.to; first += 1) {
      const window = analysis.points.slice(first, first + 7);
      const steps = window.slice(1).map((point, i) => stepBetween(window[i]!, point));
      const known = steps.filter((step) => step !== null);
      if (known.length < steps.length && (known.every((step) => step > 0) || known.every((step) => step < 0)))
        return true;
    }
    return false;
  });
}

function stepBetween(from: Point, to: Point): number | null {
  return from.value === null || to.value === null ? null : Math.sign(to.value - from.value);
}

const LABELS: Readonly<Record<string, readonly [high: string, low: string]>> = {
  "outside-limits": ["Above UCL", "Below LCL"],
  trend: ["7 Point Trend (Increasing)", "7 Point Trend (Decreasing)"],
  "two-in-three": ["2 in 3 Above CL", "2 in 3 Below CL"],
  shift: ["7 Points Above CL", "7 Points Below CL"],
};

function describe(analysis: Analysis, input: XmrInput, compat: boolean): Computed {
  const { points } = analysis;
  const firstGroup = rebaseDates(input).includes(String(points[0]?.x)) ? 1 : 0;
  const labels = points.map((point) => labelOf(point, points, compat));
  const types = labels.map((label, i) => pointType(label, input.options.improvementDirection, points[i]!));
  const sizes = analysis.phases.map((phase) => phase.to - phase.from + 1);
  const has = (rule: string) => points.map((point) => point.flags.some((flag) => flag.rule === rule));
  const outside = has("outside-limits");
  const assurance = assuranceType(analysis, compat);
  const variation = types.at(-1) ?? "common_cause";
  return {
    x: points.map((point) => point.x),
    mean: points.map((point) => point.centre),
    lpl: points.map((point) => point.lower),
    upl: points.map((point) => point.upper),
    rebaseGroup: points.map((point) => point.phase + firstGroup),
    shortGroupWarning: points.map((point) => sizes[point.phase]! < 13),
    outsideLimits: outside,
    closeToLimits: points.map((point, i) => !outside[i] && isClose(point)),
    relativeToMean: points.map((point) => point.side),
    partOfSevenPointTrend: has("trend"),
    partOfTwoInThree: has("two-in-three"),
    partOfSevenOneSideOfMean: has("shift"),
    specialCauseType: labels,
    specialCauseFlag: labels.map((label) => label !== "Common Cause"),
    pointType: types,
    groups: analysis.phases.map((phase) => {
      const own = types.slice(phase.from, phase.to + 1);
      const count = (type: string) => own.filter((each) => each === type).length;
      return {
        rebaseGroup: phase.index + firstGroup,
        n: own.length,
        mean: phase.centre,
        lpl: phase.lower,
        upl: phase.upper,
        nCommonCause: count("common_cause"),
        nImprovement: count("special_cause_improvement"),
        nConcern: count("special_cause_concern"),
        nNeutralHigh: count("special_cause_neutral_high"),
        nNeutralLow: count("special_cause_neutral_low"),
        lastPointType: own.at(-1),
      };
    }),
    variationType: variation,
    assuranceType: assurance,
    variationIcon: variationIcon(variation, input.options.improvementDirection),
    assuranceIcon: assurance === null ? null : assurance.replace("consistent_", ""),
    shortGroupWarningRaised: sizes.some((size) => size < 13),
  };
}

function isClose({ value, lower2, upper2 }: Point): boolean {
  if (value === null || lower2 === null || upper2 === null) return false;
  return value < lower2 || value > upper2;
}

function labelOf(point: Point, points: readonly Point[], compat: boolean): string {
  if (point.signal === null || point.value === null) return "Common Cause";
  const names = LABELS[point.signal.rule]!;
  if (compat && point.signal.rule === "trend") return names[trendHeadsUp(point, points) ? 0 : 1];
  return names[point.signal.direction === "high" ? 0 : 1];
}

/** The package looks at the next step whenever the next point is in any trend, of this direction or not. */
function trendHeadsUp(point: Point, points: readonly Point[]): boolean {
  const next = points[point.index + 1];
  const follows =
    next !== undefined && next.phase === point.phase && next.flags.some((flag) => flag.rule === "trend");
  const [from, to] = follows ? [point, next] : [points[point.index - 1]!, point];
  return to.value! > from.value!;
}

function pointType(label: string, improvement: Improvement, point: Point): string {
  if (label === "Common Cause") return "common_cause";
  const high = label.includes("Above") || label.includes("Increasing");
  if (point.signal === null) return "common_cause";
  if (improvement === "neutral") return high ? "special_cause_neutral_high" : "special_cause_neutral_low";
  return high === (improvement === "increase") ? "special_cause_improvement" : "special_cause_concern";
}

function variationIcon(type: string, improvement: Improvement): string {
  const plain = type.replace("special_cause_", "");
  if (plain !== "improvement" && plain !== "concern") return plain;
  const high = (plain === "improvement") === (improvement === "increase");
  return `${plain}_${high ? "high" : "low"}`;
}

function assuranceType(analysis: Analysis, compat: boolean): string | null {
  // The R package compares the last row's limits even when that row has no reading; limits are level in a phase.
  switch (analysis.assurance.kind) {
    case "expected-to-hit":
      return "consistent_pass";
    case "expected-to-miss":
      return "consistent_fail";
    case "hit-and-miss":
      return "inconsistent";
    case "no-target":
      return null;
    default:
      if (analysis.assurance.because === "no-direction") return null;
      return compat ? "inconsistent" : "unknown";
  }
}
