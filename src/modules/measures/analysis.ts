import {
  analyse,
  type Analysis,
  type AnalysisOptions,
  type Chart,
  type RuleSetId,
  type Series,
} from "@throughline/spc";
import { hasDenominator, type Better, type DefinitionText } from "./definition.ts";
import { readingOf, type Point } from "./point.ts";

/** How a series is looked at: kept in versions, each with its reason. */
export type View = {
  chart: Chart;
  rules: RuleSetId;
  options: ViewOptions;
};

/** Dates are the first day of a period. Everything else is as packages/spc takes it. */
export type ViewOptions = {
  /** A person chose the chart: it stays, however few the numbers are. */
  chosen?: boolean;
  /** The first so many points of each phase, or a stretch of dates in one of them; all of a phase when it is not said. */
  baseline?: { first: number } | { from: string; to: string };
  phases?: readonly { from: string; name: string; reason: string; by: string | null; keepLimits?: boolean }[];
  exclude?: readonly { at: string; reason: string; by: string | null }[];
  /** Targets change over time: each from a date on, until the next. */
  targets?: readonly { from: string; value: number | null }[];
  /** Leave out extreme moving ranges when limits are reckoned. */
  screen?: boolean;
  axis?: { fromZero?: boolean; from?: number; to?: number };
};

const improvements: Record<Better, "increase" | "decrease" | "neutral"> = {
  higher: "increase",
  lower: "decrease",
  neither: "neutral",
};

/** The numbers as the statistics take them, in the order of their periods. */
export function spcSeries(
  definition: Pick<DefinitionText, "form">,
  points: readonly Point[],
  chart: Chart,
): Series {
  const x = points.map((point) => point.period);
  const readings = (which: "value" | "numerator" | "denominator") =>
    points.map((point) => readingOf(point, which));
  return (
    hasDenominator(definition)
      ? { chart, x, numerators: readings("numerator"), denominators: readings("denominator") }
      : { chart, x, values: readings("value") }
  ) as Series;
}

export function spcOptions(
  definition: Pick<DefinitionText, "better" | "multiplier">,
  { rules, options }: Pick<View, "rules" | "options">,
): AnalysisOptions {
  const { phases, exclude, targets, screen } = options;
  const baseline = baselineIn(options, null);
  return {
    rules,
    improvement: improvements[definition.better],
    multiplier: definition.multiplier,
    ...(baseline && { baseline }),
    ...(phases && {
      phases: phases.map((phase) => {
        const own = phase.keepLimits ? { frozenFrom: 0 } : baselineIn(options, phase.from);
        return { from: phase.from, name: phase.name, ...(own && { baseline: own }) };
      }),
    }),
    ...(exclude && { exclude: exclude.map(({ at, reason }) => ({ at, reason })) }),
    ...(targets && targets.length > 0 && { target: { steps: targets } }),
    ...(screen !== undefined && { screen }),
  };
}

/** What a phase's limits are reckoned from: its first so many numbers, or a stretch of dates where that lies in it. */
function baselineIn(
  { baseline, phases = [] }: ViewOptions,
  phaseFrom: string | null,
): ViewOptions["baseline"] {
  if (!baseline || "first" in baseline) return baseline;
  const holding = phases.findLast(({ from }) => from <= baseline.from)?.from ?? null;
  return holding === phaseFrom ? baseline : undefined;
}

/** With fewer numbers limits would mislead. */
export const fewestForLimits = 12;

export function countMeasured(points: readonly Point[]): number {
  return points.filter((point) => point.state === "number").length;
}

/** A run chart until there are numbers enough for limits; from then on the chart that was begun with. */
export function drawnView(view: View, points: readonly Point[]): View {
  const stays = view.options.chosen || view.chart === "run" || countMeasured(points) >= fewestForLimits;
  return stays ? view : { ...view, chart: "run", rules: "anhoej" };
}

export function analyseSeries(definition: DefinitionText, points: readonly Point[], view: View): Analysis {
  const drawn = drawnView(view, points);
  return analyse(spcSeries(definition, points, drawn.chart), spcOptions(definition, drawn));
}
