import {
  type Analysis,
  analyse,
  type AnalysisOptions,
  groupRows,
  type Label,
  type Period,
  type Point,
  type Quirk,
  type RowGroup,
  type RuleSetId,
  type Series,
} from "../src/index.ts";
import { type Computed, refusal } from "./computed.ts";

type Cell = number | null;

export interface QicInput {
  readonly x?: readonly (Label | null)[];
  readonly xKind: "index" | "number" | "date" | "category";
  readonly y: readonly Cell[];
  readonly n?: readonly Cell[];
  readonly options: {
    readonly freeze?: number | null;
    readonly part?: readonly (number | string)[] | null;
    readonly exclude?: readonly number[] | null;
    readonly target?: number | readonly Cell[] | null;
    readonly cl?: number | null;
    readonly multiply?: number | null;
    readonly aggFun?: "mean" | "median" | "sum" | "sd" | null;
    readonly method?: "anhoej" | "bestbox" | "cutbox" | null;
    readonly screenedMR?: boolean | null;
    readonly yNeg?: boolean | null;
    readonly xPeriod?: Period | null;
  };
}

export type QicChart = "run" | "i" | "mr" | "ip" | "xbar" | "s" | "t" | "p" | "pp" | "c" | "u" | "up" | "g";

const QUIRKS: readonly Quirk[] = [
  "screen-everything",
  "ignore-baseline-in-width",
  "empty-subgroup-switches-estimator",
  "count-zero-denominators",
];

const RULES: Readonly<Record<string, RuleSetId>> = {
  anhoej: "anhoej",
  bestbox: "anhoej-bestbox",
  cutbox: "anhoej-cutbox",
};

export function computeQic(chart: QicChart, input: QicInput, compat: boolean): Computed {
  const groups = groupsOf(input);
  const series = seriesOf(chart, input, groups);
  if (
    chart === "t" &&
    "values" in series &&
    Array.from(series.values).some((time) => typeof time === "number" && time <= 0)
  ) {
    return refusal("greater than zero");
  }
  const parts = partStarts(input, groups);
  const analysis = analyse(series, optionsFor(input, { parts, count: groups.length }, compat));
  return describe(chart, input, { groups, analysis });
}

function groupsOf(input: QicInput): RowGroup[] {
  const x = input.x ?? input.y.map((_, row) => row + 1);
  return groupRows({
    x,
    y: input.y,
    ...(input.n === undefined ? {} : { n: input.n }),
    ...(typeof input.options.xPeriod === "string" ? { period: input.options.xPeriod } : {}),
  });
}

/** What each chart is called here when it has a denominator. */
const RATIO_CHARTS = {
  run: "run",
  i: "xmr",
  mr: "mr",
  ip: "xmr-weighted",
  p: "p",
  pp: "p-prime",
  u: "u",
  up: "u-prime",
} as const;

const VALUE_CHARTS = { run: "run", i: "xmr", mr: "mr", t: "t", c: "c", g: "g" } as const;

function seriesOf(chart: QicChart, input: QicInput, groups: readonly RowGroup[]): Series {
  if (chart === "xbar" || chart === "s") return { chart, subgroups: groups.map((group) => group.readings) };
  const empty = (group: RowGroup) => group.readings.length === 0;
  const noDenominator = chart === "c" || chart === "g" || chart === "t";
  const plain = chart === "run" || chart === "i" || chart === "mr";
  if (noDenominator || (plain && input.n === undefined)) {
    const together = chart === "c" ? "sum" : (input.options.aggFun ?? "mean");
    return {
      chart: VALUE_CHARTS[chart],
      values: groups.map((group) => (empty(group) ? null : group[together])),
    };
  }
  return {
    chart: RATIO_CHARTS[chart],
    numerators: groups.map((group) => (empty(group) ? null : group.sum)),
    denominators: groups.map((group) => (empty(group) ? null : group.denominator)),
  };
}

/** First points of the parts: `part` is the last point of each part but the last, or a label for each row. */
function partStarts(input: QicInput, groups: readonly RowGroup[]): number[] {
  const count = groups.length;
  const part = input.options.part ?? [];
  if (part.length === 0) return [0];
  const labelled =
    part.some((entry) => typeof entry === "string") || (part.length === input.y.length && count > 1);
  if (!labelled) {
    const ends = part.map(Number).filter((end) => end > 0 && end < count);
    return [0, ...new Set(ends.toSorted((a, b) => a - b))];
  }
  const label = (group: RowGroup) => part[group.firstRow];
  return groups.flatMap((group, place) =>
    place === 0 || label(group) !== label(groups[place - 1]!) ? [place] : [],
  );
}

/** `freeze` has no say where parts are given. */
function frozenPoints({ freeze, part }: QicInput["options"]): number | null {
  return typeof freeze === "number" && (part ?? []).length === 0 ? freeze : null;
}

interface Layout {
  readonly parts: readonly number[];
  readonly count: number;
}

function optionsFor(input: QicInput, { parts, count }: Layout, compat: boolean): AnalysisOptions {
  const { options } = input;
  const frozen = frozenPoints(options);
  return {
    rules: RULES[options.method ?? "anhoej"]!,
    phases: parts.map((from) => ({ from })),
    ...(frozen === null ? {} : { baseline: { first: frozen } }),
    exclude: [...new Set(options.exclude ?? [])]
      .filter((place) => place >= 1 && place <= count)
      .map((place) => ({ at: place - 1, reason: "excluded" })),
    ...(typeof options.cl === "number" ? { centre: options.cl } : {}),
    multiplier: options.multiply ?? 1,
    screen: options.screenedMR ?? true,
    movingRangeFactor: "3/1.128",
    excludedRanges: "bridge",
    ordered: input.xKind !== "category",
    minimumPoints: 0,
    order: "as-given",
    quirks: compat ? QUIRKS : [],
  };
}

interface Result {
  readonly groups: readonly RowGroup[];
  readonly analysis: Analysis;
}

function describe(chart: string, input: QicInput, { groups, analysis }: Result): Computed {
  const { points, phases } = analysis;
  const { options } = input;
  const noRuns = chart === "mr" || input.xKind === "category";
  const unusual = phases.map(
    (phase) =>
      !noRuns &&
      analysis.signals.some((signal) => signal.rule === "unusual-runs" && signal.phase === phase.index),
  );
  const out = points.map((point) => point.flags.some((flag) => flag.rule === "outside-limits"));
  const frozen = frozenPoints(options) ?? Infinity;
  const bare = input.x === undefined;
  const shown = (limit: number | null) =>
    limit !== null && options.yNeg === false && limit < 0 && neverNegative(points) ? 0 : limit;
  const infinite = (point: Point) =>
    point.value === null &&
    point.denominator === 0 &&
    (point.numerator ?? 0) > 0 &&
    point.state === "measured";
  return {
    x: groups.map((group) => group.x),
    y: points.map((point) => (infinite(point) ? Infinity : point.value)),
    n: groups.map((group) => (bare && group.readings.length === 0 ? null : group.denominator)),
    cl: points.map((point) => point.centre),
    lcl: points.map((point) => shown(point.lower ?? (chart === "t" ? 0 : null))),
    ucl: points.map((point) => point.upper),
    // Only the three-sigma limit of a T chart is brought up to 0; the two-sigma one is then left without a value.
    lcl95: points.map((point) => (chart === "t" && point.lower2 === 0 ? null : shown(point.lower2))),
    ucl95: points.map((point) => point.upper2),
    target: points.map((_, i) =>
      isList(options.target) ? (options.target[i] ?? null) : (options.target ?? null),
    ),
    ySum: groups.map((group) => (group.rows === 1 && group.readings.length === 0 ? null : group.sum)),
    yLength: groups.map((group) => group.readings.length),
    yMean: groups.map((group) => group.mean),
    ySd: groups.map((group) => group.sd),
    part: points.map((point) => point.phase + 1),
    include: points.map((point) => point.excluded === null),
    baseline: points.map((point) => point.index < frozen),
    sigmaSignal: out,
    runsSignal: points.map((point) => unusual[point.phase]!),
    parts: phases.map((phase) => {
      const own = points.slice(phase.from, phase.to + 1);
      return {
        part: phase.index + 1,
        nObs: own.filter((point) => point.excluded === null).length,
        nUseful: phase.runs?.useful ?? 0,
        longestRun: phase.runs?.longest ?? null,
        longestRunMax: phase.runs?.longestAllowed ?? null,
        nCrossings: phase.runs?.crossings ?? null,
        nCrossingsMin: phase.runs?.fewestCrossingsAllowed ?? null,
        runsSignal: unusual[phase.index],
        sigmaSignals: own.filter((point) => out[point.index]).length,
      };
    }),
    warnings: chart === "mr" && points.length === 1 ? 1 : undefined,
  };
}

function neverNegative(points: readonly Point[]): boolean {
  return points.every((point) => point.value === null || point.value >= 0);
}

function isList(option: unknown): option is readonly Cell[] {
  return Array.isArray(option);
}
