import type { Analysis, Flag, Note, PhaseSummary, Point, PointState, RunsSummary } from "./analysis.ts";
import type { Fit } from "./charts/fit.ts";
import { rangesToPlot } from "./charts/moving-range.ts";
import { checkOptions, ruleSetOf } from "./check-options.ts";
import { directionOf } from "./direction.ts";
import { fitPhases } from "./fit-phases.ts";
import { gatherSignals } from "./gather-signals.ts";
import { drawLimits, type LimitLines } from "./limit-lines.ts";
import { type Chartable, type Finding, markRules, scopeOf } from "./mark-rules.ts";
import { meaningOf } from "./meaning.ts";
import type { AnalysisOptions, Improvement } from "./options.ts";
import { type Plan, type PlannedPhase, planPhases } from "./phase-plan.ts";
import { prepare, type Prepared } from "./prepare.ts";
import type { RuleSet } from "./rule-sets/rule-set.ts";
import { side } from "./rules/rule.ts";
import { countRuns } from "./rules/runs.ts";
import { fewestCrossingsAllowed, longestRunAllowed } from "./rules/unusual-runs.ts";
import type { Series } from "./series.ts";
import { targetLine } from "./targets.ts";
import { judgeAssurance, judgeVariation } from "./verdicts.ts";

/** Everything about one chart, from its data, its rules and its options, and from nothing else. */
export function analyse(series: Series, options: AnalysisOptions = {}): Analysis {
  checkOptions(series, options);
  const set = ruleSetOf(series, options);
  const work = workOut(series, options, set);
  const points = describePoints(work);
  const phases = describePhases(work);
  const lastPhase = phases.at(-1);
  const tooFew = lastPhase === undefined || lastPhase.trial;
  const signals = gatherSignals(work.findings, {
    ...work,
    value: work.chartable.value,
    phases: work.plan.phases,
  });
  const variation = judgeVariation({ points, signals, lastPhase, tooFew, improvement: work.improvement });
  const latest = pointWithLimits(points, variation.at);
  const assurance = judgeAssurance({
    target: points.at(-1)?.target ?? Number.NaN,
    lower: latest?.lower ?? Number.NaN,
    upper: latest?.upper ?? Number.NaN,
    improvement: work.improvement,
    targetAtLimit: options.targetAtLimit,
  });
  const early = tooFew && assurance.kind !== "no-target" && assurance.because !== "no-direction";
  return {
    chart: series.chart,
    rules: set,
    improvement: work.improvement,
    multiplier: work.multiplier,
    points,
    phases,
    signals,
    variation,
    assurance: early ? { kind: "unknown", target: assurance.target, because: "too-few-points" } : assurance,
    notes: notesOn(work, phases, variation.stale),
  };
}

/**
 * The point whose limits the process is judged by: the last one; where its own limits cannot be known, for want
 * of a denominator, the last measured one of the same phase.
 */
function pointWithLimits(points: readonly Point[], measured: number | null): Point | undefined {
  const last = points.at(-1);
  const before = measured === null ? undefined : points[measured];
  return last?.lower === null && before?.phase === last.phase ? before : last;
}

interface Work {
  readonly options: AnalysisOptions;
  readonly set: RuleSet;
  readonly improvement: Improvement;
  readonly multiplier: number;
  readonly prepared: Prepared;
  readonly plan: Plan;
  readonly fits: readonly Fit[];
  readonly lines: LimitLines;
  readonly chartable: Chartable;
  readonly findings: readonly Finding[];
  readonly targets: Float64Array;
}

function workOut(series: Series, options: AnalysisOptions, set: RuleSet): Work {
  const raw = prepare(series, options);
  const plan = planPhases(raw, options);
  const prepared = series.chart === "mr" ? plotRanges(raw, plan) : raw;
  const fits = fitPhases(series.chart, prepared, plan, options);
  const lines = drawLimits(prepared.labels.length, plan.phases, fits);
  const { value } = prepared.columns;
  const chartable: Chartable = {
    value,
    lines,
    phases: plan.phases,
    inRuns: Uint8Array.from(value, (entry, i) => (Number.isNaN(entry) || plan.excluded.has(i) ? 0 : 1)),
    specification: options.specification ?? {},
    orderMatters: options.ordered ?? true,
  };
  return {
    options,
    set,
    improvement: options.improvement ?? "neutral",
    multiplier: options.multiplier ?? 1,
    prepared,
    plan,
    fits,
    lines,
    chartable,
    findings: markRules(chartable, set),
    targets: targetLine(prepared, options),
  };
}

/** On a moving range chart the ranges are the points. */
function plotRanges(raw: Prepared, plan: Plan): Prepared {
  const value = rangesToPlot(
    raw.columns.value,
    plan.phases.map((phase) => phase.start),
  );
  const states = raw.states.map((state, i): PointState =>
    state === "measured" && Number.isNaN(value[i]!) ? "missing" : state,
  );
  return { ...raw, states, columns: { ...raw.columns, value } };
}

function describePoints(work: Work): Point[] {
  const points: Point[] = [];
  work.plan.phases.forEach((phase, number) => {
    for (let i = phase.start; i < phase.end; i += 1) points.push(describePoint(work, i, number));
  });
  return points;
}

function describePoint(work: Work, index: number, phase: number): Point {
  const { prepared, plan, lines, multiplier } = work;
  const { value, numerator, denominator } = prepared.columns;
  const shown = (line: Float64Array) => orNull(line[index]! * multiplier);
  const flags = flagsAt(work, index);
  const signal = flags[0] ?? null;
  const known = Number.isFinite(value[index]!);
  return {
    index,
    source: prepared.source[index]!,
    x: prepared.labels[index]!,
    state: prepared.states[index]!,
    value: orNull(value[index]! * multiplier),
    numerator: orNull(numerator[index]!),
    denominator: orNull(denominator[index]!),
    phase,
    inBaseline: plan.counts[index] === 1,
    excluded: plan.excluded.get(index) ?? null,
    centre: shown(lines.centre),
    lower: shown(lines.lower(3)),
    upper: shown(lines.upper(3)),
    lower2: shown(lines.lower(2)),
    upper2: shown(lines.upper(2)),
    lower1: shown(lines.lower(1)),
    upper1: shown(lines.upper(1)),
    target: orNull(work.targets[index]!),
    side: known && Number.isFinite(lines.centre[index]!) ? side(value[index]!, lines.centre[index]!) : null,
    flags,
    signal,
    meaning: signal === null ? "common-cause" : meaningOf(signal.direction, work.improvement),
  };
}

function flagsAt(work: Work, index: number): Flag[] {
  const flags: Flag[] = [];
  for (let number = 0; number < work.findings.length; number += 1) {
    const { id, marks } = work.findings[number]!;
    if (marks[index] === 0) continue;
    const { kind } = work.set.rules[number]!.rule;
    flags.push({ rule: id, direction: directionOf(marks[index]!, work.chartable.value, index, kind) });
  }
  return flags;
}

function describePhases(work: Work): PhaseSummary[] {
  return work.plan.phases.map((phase, index) => describePhase(work, phase, index));
}

function describePhase(work: Work, phase: PlannedPhase, index: number): PhaseSummary {
  const { plan, prepared, lines, multiplier } = work;
  const frozenFrom =
    phase.baseline !== null && "frozenFrom" in phase.baseline ? phase.baseline.frozenFrom : null;
  const measuredIn = (from: number, to: number, column: Uint8Array | null) => {
    let count = 0;
    for (let i = from; i < to; i += 1)
      if (Number.isFinite(prepared.columns.value[i]!) && (column === null || column[i] === 1)) count += 1;
    return count;
  };
  const source = baselineSource(plan.phases, phase);
  const baselinePoints = measuredIn(source.start, source.end, plan.counts);
  const level = (line: Float64Array) => {
    const first = line[phase.start] ?? Number.NaN;
    for (let i = phase.start; i < phase.end; i += 1) if (line[i] !== first) return null;
    return orNull(first * multiplier);
  };
  return {
    index,
    name: phase.name,
    from: phase.start,
    to: phase.end - 1,
    measured: measuredIn(phase.start, phase.end, null),
    baselinePoints,
    frozenFrom,
    centre: level(lines.centre),
    lower: level(lines.lower(3)),
    upper: level(lines.upper(3)),
    trial: baselinePoints < (work.options.minimumPoints ?? 12),
    provisional: index === plan.phases.length - 1 && phase.baseline === null,
    runs: runsIn(work, phase),
    remarks: work.fits[index]!.remarks,
    steps: work.fits[index]!.steps,
  };
}

/** The phase whose points a frozen phase's lines come from, however often they were handed on. */
function baselineSource(phases: readonly PlannedPhase[], phase: PlannedPhase): PlannedPhase {
  const { baseline } = phase;
  return baseline !== null && "frozenFrom" in baseline
    ? baselineSource(phases, phases[baseline.frozenFrom]!)
    : phase;
}

function runsIn(work: Work, phase: PlannedPhase): RunsSummary | null {
  const runs = countRuns(scopeOf(work.chartable, phase));
  if (runs.useful === 0) return null;
  return {
    ...runs,
    longestAllowed: longestRunAllowed(runs.useful),
    fewestCrossingsAllowed: fewestCrossingsAllowed(runs.useful),
  };
}

function notesOn(work: Work, phases: readonly PhaseSummary[], stale: boolean): Note[] {
  const notes: Note[] = [];
  const { states } = work.prepared;
  if (!states.includes("measured")) notes.push("no-points");
  if (states.includes("missing")) notes.push("missing-points");
  if (states.includes("not-applicable")) notes.push("not-applicable-points");
  if (states.includes("impossible")) notes.push("impossible-points");
  if (work.plan.excluded.size > 0) notes.push("excluded-points");
  if (stale) notes.push("latest-missing");
  if (work.prepared.sorted) notes.push("sorted-by-x");
  if (phases.some((phase) => phase.trial)) notes.push("trial-limits");
  if (phases.at(-1)?.trial === true) notes.push("too-few-points");
  return [...notes, ...new Set(phases.flatMap((phase) => phase.remarks))];
}

/** Results are plain data: what cannot be known is null, never NaN. */
function orNull(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}
