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
  /** The first so many points, or a stretch of dates; all of the phase when it is not said. */
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
  const { baseline, phases, exclude, targets, screen } = options;
  return {
    rules,
    improvement: improvements[definition.better],
    multiplier: definition.multiplier,
    ...(baseline && { baseline }),
    ...(phases && {
      phases: phases.map(({ from, name, keepLimits }) => ({
        from,
        name,
        ...(keepLimits && { baseline: { frozenFrom: 0 } }),
      })),
    }),
    ...(exclude && { exclude: exclude.map(({ at, reason }) => ({ at, reason })) }),
    ...(targets && targets.length > 0 && { target: { steps: targets } }),
    ...(screen !== undefined && { screen }),
  };
}

export function analyseSeries(definition: DefinitionText, points: readonly Point[], view: View): Analysis {
  return analyse(spcSeries(definition, points, view.chart), spcOptions(definition, view));
}
