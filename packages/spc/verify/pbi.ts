import {
  type Analysis,
  analyse,
  type AnalysisOptions,
  type Improvement,
  type Phase,
  type Point,
  type Quirk,
  type Reach,
  type RuleSet,
  type Series,
  SpcError,
  trendLine,
} from "../src/index.ts";
import { type Computed, refusal } from "./computed.ts";

type Cell = number | null;

export interface PbiOptions {
  readonly outliersInLimits?: boolean;
  readonly subsetN?: number | null;
  readonly subsetFrom?: "Start" | "End";
  readonly multiplier?: number;
  readonly percLabels?: "Automatic" | "Yes" | "No";
  readonly llTruncate?: number | null;
  readonly ulTruncate?: number | null;
  readonly altTarget?: number | readonly Cell[] | null;
  readonly multiplyAltTarget?: boolean;
  readonly specLower?: number | null;
  readonly specUpper?: number | null;
  readonly multiplySpec?: boolean;
  readonly improvementDirection: Improvement;
  readonly processFlagType?: "both" | "improvement" | "deterioration";
  readonly astronomicalLimit?: PbiReach;
  readonly shiftN?: number;
  readonly trendN?: number;
  readonly twoInThreeLimit?: PbiReach;
  readonly twoInThreeHighlightSeries?: boolean;
  readonly flagLastPoint?: boolean;
}

type PbiReach = "1 Sigma" | "2 Sigma" | "3 Sigma" | "Specification";

export interface PbiInput {
  readonly numerators: readonly Cell[];
  readonly denominators?: readonly Cell[] | null;
  readonly sds?: readonly Cell[] | null;
  readonly rebaselineGroups?: readonly (string | number | null)[] | null;
  readonly options: PbiOptions;
}

/** The visual's chart types as the schema names them. */
const CHARTS = {
  i: "xmr",
  i_m: "xmr-median",
  i_mm: "xmr-median-range",
  mr: "mr",
  run: "run",
  p: "p",
  pp: "p-prime",
  u: "u",
  up: "u-prime",
  c: "c",
  g: "g",
  t: "t",
  xbar: "xbar",
  s: "s",
} as const;

type PbiType = keyof typeof CHARTS;
export type PbiChart = `pbi-${PbiType}`;

const QUIRKS: readonly Quirk[] = [
  "count-zero-denominators",
  "screen-everything",
  "median-range-over-d2",
  "negative-s-limit",
  "naive-sum",
];

const REACH: Readonly<Record<PbiReach, Reach>> = {
  "1 Sigma": 1,
  "2 Sigma": 2,
  "3 Sigma": 3,
  Specification: "specification",
};

export function computePbi(name: PbiChart, input: PbiInput, compat: boolean): Computed {
  const type = typeOf(name);
  const kept = keptRows(type, input, compat);
  if (kept.length === 0) return refusal("All numerators are missing or null!");
  const phases = phasesOf(input, kept);
  if (compat && phases.length > 1 && typeof input.options.subsetN === "number")
    return refusal("Invalid array length");
  const analysis = analyse(seriesOf(type, input, kept), optionsFor(input, phases, compat));
  return describe(type, input, { kept, analysis });
}

/** Rows that cannot be right are taken out before anything is reckoned, so ranges and runs close over them. */
function keptRows(type: PbiType, input: PbiInput, compat: boolean): number[] {
  return input.numerators.flatMap((numerator, row) =>
    numerator !== null && isValid({ type, input, compat }, row) ? [row] : [],
  );
}

interface RowCheck {
  readonly type: PbiType;
  readonly input: PbiInput;
  readonly compat: boolean;
}

const COUNTS: ReadonlySet<PbiType> = new Set(["p", "pp", "u", "up", "c", "g", "t", "s"]);
const NO_DENOMINATOR: ReadonlySet<PbiType> = new Set(["c", "g", "t"]);

function isValid({ type, input, compat }: RowCheck, row: number): boolean {
  const numerator = input.numerators[row]!;
  if (COUNTS.has(type) && numerator < 0) return false;
  if (type === "xbar" && typeof input.sds?.[row] !== "number") return false;
  if (NO_DENOMINATOR.has(type) || (!input.denominators && !COUNTS.has(type) && type !== "xbar")) return true;
  const denominator = input.denominators?.[row];
  if (typeof denominator !== "number" || denominator < 0) return false;
  // The visual lets a denominator of 0 through, and its limits do not survive it.
  if (denominator === 0) return compat && type !== "xbar" && type !== "s" && !(type === "p" && numerator > 0);
  return !((type === "p" || type === "pp") && numerator > denominator);
}

function phasesOf({ rebaselineGroups, options }: PbiInput, kept: readonly number[]): Phase[] {
  const { subsetN, subsetFrom } = options;
  const baseline =
    typeof subsetN !== "number" ? undefined : subsetFrom === "End" ? { last: subsetN } : { first: subsetN };
  const starts = kept.flatMap((row, place) =>
    place === 0 || (rebaselineGroups && rebaselineGroups[row] !== rebaselineGroups[kept[place - 1]!])
      ? [place]
      : [],
  );
  return starts.map((from) => ({ from, baseline }));
}

function seriesOf(
  type: PbiType,
  { numerators, denominators, sds }: PbiInput,
  kept: readonly number[],
): Series {
  const above = kept.map((row) => numerators[row]!);
  const below = kept.map((row) => denominators?.[row] ?? null);
  if (type === "xbar")
    return { chart: "xbar", means: above, sizes: below, sds: kept.map((row) => sds![row]!) };
  if (type === "s") return { chart: "s", sds: above, sizes: below };
  if (type === "c" || type === "g" || type === "t") return { chart: type, values: above };
  if (denominators) return { chart: CHARTS[type], numerators: above, denominators: below };
  if (type === "p" || type === "pp" || type === "u" || type === "up")
    throw new SpcError("denominators", "are needed");
  return { chart: CHARTS[type], values: above };
}

function rulesOf(options: PbiOptions): RuleSet {
  return {
    id: "power-bi",
    version: "1.7.4",
    name: "As set in the visual",
    source: "The case’s own options",
    rules: [
      {
        id: "astronomical",
        name: "outside",
        rule: { kind: "outside-limits", reach: REACH[options.astronomicalLimit ?? "3 Sigma"] },
      },
      {
        id: "twoInThree",
        name: "two in three",
        rule: {
          kind: "zone",
          count: 2,
          window: 3,
          reach: REACH[options.twoInThreeLimit ?? "2 Sigma"],
          outsideCounts: true,
          others: "cancelling",
          shortWindows: true,
          marks: options.twoInThreeHighlightSeries === true ? "window" : "offenders",
        },
      },
      { id: "trend", name: "trend", rule: { kind: "trend", length: options.trendN ?? 5, ties: "break" } },
      {
        id: "shift",
        name: "shift",
        rule: { kind: "shift", length: options.shiftN ?? 7, onCentre: "breaks" },
      },
    ],
  };
}

function optionsFor({ options }: PbiInput, phases: readonly Phase[], compat: boolean): AnalysisOptions {
  return {
    rules: rulesOf(options),
    improvement: options.improvementDirection,
    phases,
    screen: options.outliersInLimits !== true,
    movingRangeFactor: "3/1.128",
    specification: { lower: options.specLower ?? Number.NaN, upper: options.specUpper ?? Number.NaN },
    minimumPoints: 0,
    withinSubgroups: "pooled",
    zeroTimes: "accept",
    order: "as-given",
    quirks: compat ? QUIRKS : [],
  };
}

function multiplierOf(type: PbiType, options: PbiOptions): number {
  const given = options.multiplier ?? 1;
  const labels = options.percLabels ?? "Automatic";
  const percent =
    labels === "Yes" ||
    (labels === "Automatic" && (type === "p" || type === "pp") && (given === 1 || given === 100));
  return percent ? 100 : given;
}

interface Result {
  readonly kept: readonly number[];
  readonly analysis: Analysis;
}

function describe(type: PbiType, input: PbiInput, { kept, analysis }: Result): Computed {
  const { options } = input;
  const phaseStarts = new Set(analysis.phases.map((phase) => phase.from));
  const points =
    type === "mr" ? analysis.points.filter((point) => !phaseStarts.has(point.index)) : analysis.points;
  const multiplier = multiplierOf(type, options);
  const shown = (value: number | null) => truncate(value === null ? null : value * multiplier, options);
  const lost = phasesWithoutLimits(type, analysis);
  const limit = (pick: (point: Point) => number | null) =>
    points.map((point) => (lost.has(point.phase) ? null : shown(pick(point))));
  const flags = (rule: string) =>
    points.map((point) =>
      lost.has(point.phase) && rule !== "trend" ? "none" : flagOf(point, rule, options),
    );
  const four = {
    astronomical: flags("astronomical"),
    twoInThree: flags("twoInThree"),
    trend: flags("trend"),
    shift: flags("shift"),
  };
  const lines = {
    cl: points.map((point) => shown(point.centre)),
    ll99: limit((point) => point.lower),
    ll95: limit((point) => point.lower2),
    ll68: limit((point) => point.lower1),
    ul68: limit((point) => point.upper1),
    ul95: limit((point) => point.upper2),
    ul99: limit((point) => point.upper),
  };
  return {
    keptIndex: points.map((point) => kept[point.index]!),
    values: points.map((point) => shown(point.value)),
    ...lines,
    trendLine: trendLines(analysis, points),
    ...four,
    variationIcons: variationIcons(Object.values(four), points.length, options),
    assuranceIcon: assuranceIcon([lines.ll99.at(-1) ?? null, lines.ul99.at(-1) ?? null], input, {
      type,
      multiplier,
      lastRow: kept.at(-1)!,
    }),
  };
}

/** Where the visual's own limits came out as no number: a denominator of 0 let through on these three charts. */
function phasesWithoutLimits(type: PbiType, { points }: Analysis): Set<number> {
  if (type !== "i" && type !== "pp" && type !== "up") return new Set();
  return new Set(points.filter((point) => point.denominator === 0).map((point) => point.phase));
}

/** Each phase has its own line, in the unit before the multiplier. */
function trendLines(analysis: Analysis, points: readonly Point[]): number[] {
  return analysis.phases.flatMap((phase) => {
    const own = points
      .filter((point) => point.phase === phase.index)
      .map((point) => point.value ?? Number.NaN);
    return [...trendLine(own)];
  });
}

function truncate(value: number | null, { llTruncate, ulTruncate }: PbiOptions): number | null {
  if (value === null) return null;
  if (typeof llTruncate === "number" && value < llTruncate) return llTruncate;
  return typeof ulTruncate === "number" && value > ulTruncate ? ulTruncate : value;
}

function flagOf(point: Point, rule: string, { improvementDirection, processFlagType }: PbiOptions): string {
  const flag = point.flags.find((each) => each.rule === rule);
  if (flag === undefined || flag.direction === "none") return "none";
  const better = (flag.direction === "high") === (improvementDirection === "increase");
  const kind =
    improvementDirection === "neutral"
      ? `neutral_${flag.direction}`
      : better
        ? "improvement"
        : "deterioration";
  return (processFlagType ?? "both") === "both" || processFlagType === kind ? kind : "none";
}

function variationIcons(flags: readonly (readonly string[])[], count: number, options: PbiOptions): string[] {
  const from = options.flagLastPoint === false ? 0 : count - 1;
  const found = new Set(flags.flatMap((each) => each.slice(Math.max(0, from))));
  const up = options.improvementDirection === "increase";
  const icons: [flag: string, icon: string][] = [
    ["improvement", up ? "improvementHigh" : "improvementLow"],
    ["deterioration", up ? "concernLow" : "concernHigh"],
    ["neutral_low", "neutralLow"],
    ["neutral_high", "neutralHigh"],
  ];
  const drawn = icons.filter(([flag]) => found.has(flag)).map(([, icon]) => icon);
  return drawn.length === 0 ? ["commonCause"] : drawn;
}

interface Scale {
  readonly type: PbiType;
  readonly multiplier: number;
  readonly lastRow: number;
}

function assuranceIcon(
  [lower, upper]: readonly [Cell, Cell],
  { options }: PbiInput,
  { type, multiplier, lastRow }: Scale,
): string {
  const { altTarget, improvementDirection } = options;
  const stated = isList(altTarget) ? altTarget[lastRow] : altTarget;
  if (altTarget === null || altTarget === undefined || improvementDirection === "neutral") return "none";
  if (stated === null || stated === undefined) return "inconsistent";
  const target = options.multiplyAltTarget === true ? stated * multiplier : stated;
  // A run chart has no limits to compare with; limits lost on another chart compare as false.
  if (lower === null || upper === null) return type === "run" ? "none" : "inconsistent";
  const up = improvementDirection === "increase";
  if (target > upper) return up ? "consistentFail" : "consistentPass";
  if (target < lower) return up ? "consistentPass" : "consistentFail";
  return "inconsistent";
}

export interface PbiRulesInput {
  readonly values: readonly number[];
  readonly centre: number;
  readonly lower2: number;
  readonly upper2: number;
  readonly lower3: number;
  readonly upper3: number;
  readonly options: PbiOptions;
}

/** The rule functions by themselves, on lines that the case states: each rule asks for its own pair of lines. */
export function computePbiRules(input: PbiRulesInput): Computed {
  const found = (specification: { readonly lower: number; readonly upper: number }) =>
    analyse(
      { chart: "run", values: input.values },
      {
        rules: rulesOf({
          ...input.options,
          astronomicalLimit: "Specification",
          twoInThreeLimit: "Specification",
        }),
        centre: input.centre,
        specification,
        order: "as-given",
      },
    );
  const outer = found({ lower: input.lower3, upper: input.upper3 });
  const inner = found({ lower: input.lower2, upper: input.upper2 });
  const sides = (analysis: Analysis, rule: string) =>
    analysis.points.map((point) => {
      const direction = point.flags.find((flag) => flag.rule === rule)?.direction ?? "none";
      return direction === "high" ? "upper" : direction === "low" ? "lower" : "none";
    });
  return {
    shift: sides(outer, "shift"),
    trend: sides(outer, "trend"),
    twoInThree: sides(inner, "twoInThree"),
    astronomical: sides(outer, "astronomical"),
  };
}

function isList(option: unknown): option is readonly Cell[] {
  return Array.isArray(option);
}

const TYPES = Object.fromEntries(Object.keys(CHARTS).map((type) => [`pbi-${type}`, type]));

function typeOf(name: PbiChart): PbiType {
  const type = TYPES[name];
  if (type === undefined || !isType(type)) throw new SpcError("chart", `there is no chart “${name}”`);
  return type;
}

function isType(type: string): type is PbiType {
  return Object.hasOwn(CHARTS, type);
}
