import {
  advise,
  analyse,
  evaluateChange,
  fingerprint,
  narrate,
  proposeSteps,
  secondOpinion,
  showWorking,
  SpcError,
  whatWouldItTake,
  type Advice,
  type Analysis,
  type AnalysisOptions,
  type ChangeEvaluation,
  type Label,
  type Narrative,
  type Opinion,
  type ProposedSteps,
  type Series,
  type WorkingLine,
} from "@throughline/spc";
import { rhythmOfLabels } from "#ui/chart/calendar.ts";
import type { Annotation } from "#ui/chart/chart-options.ts";
import { figureSayer, type Unit } from "#ui/chart/number-words.ts";
import { saidPeriods } from "#ui/chart/said-periods.ts";
import { chartName } from "#ui/chart/verdict-words.ts";
import type { ValueAxisOptions } from "#ui/chart/value-axis.ts";
import { completePeriods } from "./complete-periods.ts";
import { proposeChart, seriesFor, type Proposal } from "./propose-chart.ts";
import type { Shape } from "#ui/figures/choose-columns.ts";
import { readPaste, type Pasted, type Problem } from "./read-paste.ts";
import { scaleOf } from "./scale.ts";
import type { StudyField, StudyForm } from "./study-form.ts";
import { possibleIn, withinPossible, type PossibleSignals } from "./within-possible.ts";
import { readWishes, type Wishes } from "./wishes.ts";

/** Everything the page shows of one form: what is wrong with it, or all that follows from it. */
export interface Study {
  readonly form: StudyForm;
  readonly problems: readonly Problem[];
  readonly drawn: Drawn | null;
}

export interface Drawn {
  readonly title: string;
  readonly unit: Unit;
  readonly source: string;
  readonly axis: ValueAxisOptions;
  readonly annotations: readonly Annotation[];
  readonly notes: readonly string[];
  readonly proposal: Proposal;
  /** False when the person chose another chart than the one proposed. */
  readonly asProposed: boolean;
  readonly series: Series;
  readonly options: AnalysisOptions;
  readonly analysis: Analysis;
  readonly ranges: Analysis | null;
  readonly histogram: boolean;
  readonly narrative: Narrative;
  readonly advice: readonly Advice[];
  readonly opinions: readonly Opinion[];
  readonly takes: PossibleSignals;
  readonly steps: ProposedSteps;
  readonly change: ChangeEvaluation | null;
  /** The first point after the change. */
  readonly changedAt: Label | null;
  readonly working: readonly WorkingLine[];
  readonly fingerprint: string;
}

/** From words in a form to a chart and all that is said about it. Never throws: what cannot be is a problem with a place. */
export function studyOf(form: StudyForm): Study {
  if (form.data.trim() === "") return { form, problems: [], drawn: null };
  const read = readPaste(form.data, shapeOf(form.shape));
  if (read.problems.length > 0) return { form, problems: read.problems, drawn: null };
  const pasted = completePeriods(read, form.gaps === "on");
  const problems: Problem[] = [];
  const wishes = readWishes(form, pasted, problems);
  problems.push(...tooLittle(pasted));
  if (problems.length > 0) return { form, problems, drawn: null };
  try {
    return { form, problems: [], drawn: draw(form, pasted, wishes) };
  } catch (error) {
    if (!(error instanceof SpcError)) throw error;
    return {
      form,
      problems: [
        {
          field: fieldOf(error.option),
          message: error.message.replace(/^\w+: /, "").replace(/^./, (first) => first.toUpperCase()),
        },
      ],
      drawn: null,
    };
  }
}

function shapeOf(shape: string): Shape {
  return shape === "values" || shape === "ratio" ? shape : "auto";
}

function fieldOf(option: string): StudyField {
  if (option === "phases" || option === "target" || option === "baseline" || option === "rules")
    return option;
  if (option === "exclude") return "exclusions";
  return option === "chart" ? "chart" : "data";
}

function tooLittle({ values, denominators }: Pasted): Problem[] {
  const measured = values.filter(
    (value, i) => typeof value === "number" && (denominators === null || typeof denominators[i] === "number"),
  );
  if (measured.length === 0) return [{ field: "data", message: "There is no number in what you pasted" }];
  if (measured.length === 1)
    return [
      {
        field: "data",
        message: "There is 1 point. A chart needs at least 2; 12 or more can tell signal from chance",
      },
    ];
  if (denominators !== null && values.every((value, i) => typeof value !== "number" || denominators[i] === 0))
    return [{ field: "data", message: "Every denominator is 0, so there is nothing to divide by" }];
  return [];
}

function draw(form: StudyForm, pasted: Pasted, wishes: Wishes): Drawn {
  const proposal = proposeChart(pasted);
  const wished = form.chart === "auto" ? null : seriesFor(pasted, form.chart as Series["chart"]);
  const series = wished ?? seriesFor(pasted, proposal.chart)!;
  const scale = scaleOf(form, pasted, series);
  const options: AnalysisOptions = { ...wishes.options, multiplier: scale.multiplier };
  const analysis = analyse(series, options);
  const say = figureSayer(analysis.points, scale.unit);
  const title = form.title.trim() || pasted.names.value || "Your measure";
  const numbers = analysis.points.map((point) => (point.excluded === null ? point.value : null));
  return {
    title,
    unit: scale.unit,
    source: form.source.trim(),
    axis: wishes.axis,
    annotations: wishes.annotations,
    notes: [...pasted.notes, ...cannotDraw(form, wished), ...zeroDenominators(pasted), ...wishes.notes],
    proposal,
    asProposed: series.chart === proposal.chart,
    series,
    options,
    analysis,
    ranges: form.ranges === "on" ? rangesOf(series, options) : null,
    histogram: form.histogram === "on",
    narrative: withDates(narrate(analysis, { measure: title, say }), pasted),
    advice: advise(series, options),
    opinions: secondOpinion(series, options),
    takes: withinPossible(whatWouldItTake(series, options, say), analysis, possibleIn(series, options)),
    steps: proposeSteps(series, options),
    change:
      wishes.changeAt === null || wishes.changeAt === 0
        ? null
        : evaluateChange(numbers, { at: wishes.changeAt, improvement: options.improvement }),
    changedAt: wishes.changeAt === null ? null : (analysis.points[wishes.changeAt]?.x ?? null),
    working: showWorking(analysis),
    fingerprint: fingerprint(series, options),
  };
}

/** The package writes dates as computers do; people read "October 2024". */
function withDates(narrative: Narrative, { x, dated }: Pasted): Narrative {
  if (!dated) return narrative;
  return saidPeriods(narrative, rhythmOfLabels(x));
}

function cannotDraw(form: StudyForm, wished: Series | null): string[] {
  if (form.chart === "auto" || wished !== null) return [];
  return [
    `A ${chartName(form.chart as Series["chart"]) ?? "chart of that kind"} cannot be drawn from these columns, so the proposed chart is shown.`,
  ];
}

function zeroDenominators({ denominators }: Pasted): string[] {
  const zeros = denominators?.filter((below) => below === 0).length ?? 0;
  if (zeros === 0) return [];
  return [
    `${zeros === 1 ? "1 denominator is" : `${zeros} denominators are`} 0: nothing can be divided by it, so that point is a gap.`,
  ];
}

/** Ranges have limits of their own; a target or an aim does not apply to them. */
function rangesOf(
  series: Series,
  { target: _target, improvement: _improvement, ...options }: AnalysisOptions,
): Analysis | null {
  if ("values" in series && (series.chart === "g" || series.chart === "t" || series.chart === "mr"))
    return null;
  if ("values" in series) return analyse({ ...series, chart: "mr" }, options);
  return "numerators" in series ? analyse({ ...series, chart: "mr" }, options) : null;
}
