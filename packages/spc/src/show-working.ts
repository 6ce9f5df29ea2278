import type { Analysis, PhaseSummary, Point } from "./analysis.ts";

/** One line of the working: what it is, how it is reckoned, and what comes out. */
export interface WorkingLine {
  readonly phase: number;
  readonly what: string;
  readonly how: string;
  readonly result: string;
}

/**
 * The whole way from data to limit to label, a line for each number, so that a person can follow it by hand.
 * Figures are given to 10 significant digits; nothing was rounded on the way.
 */
export function showWorking(analysis: Analysis): WorkingLine[] {
  return analysis.phases.flatMap((phase) => [
    ...baselineLines(analysis, phase),
    ...limitLines(analysis, phase),
    ...signalLines(analysis, phase),
  ]);
}

export function figure(value: number | null): string {
  return value === null || !Number.isFinite(value) ? "not known" : String(Number(value.toPrecision(10)));
}

function baselineLines(analysis: Analysis, phase: PhaseSummary): WorkingLine[] {
  const used = analysis.points
    .slice(phase.from, phase.to + 1)
    .filter((point) => point.inBaseline && point.value !== null);
  const lines: WorkingLine[] = [
    {
      phase: phase.index,
      what: "points that count",
      how:
        phase.frozenFrom === null
          ? "measured, in the baseline and not excluded"
          : `those of phase ${phase.frozenFrom + 1}, frozen`,
      result: String(phase.baselinePoints),
    },
  ];
  if (used.length > 0) {
    lines.push({
      phase: phase.index,
      what: "their values",
      how: "as shown, after the multiplier",
      result: used.map((point) => figure(point.value)).join(", "),
    });
  }
  return lines;
}

function limitLines(analysis: Analysis, phase: PhaseSummary): WorkingLine[] {
  const steps = phase.steps.map((step) => ({
    phase: phase.index,
    what: step.name,
    how: step.formula,
    result: figure(step.value),
  }));
  if (analysis.multiplier !== 1) {
    steps.push({
      phase: phase.index,
      what: "multiplier",
      how: "all values and lines are multiplied by it",
      result: figure(analysis.multiplier),
    });
  }
  const first = analysis.points[phase.from];
  if (first === undefined) return steps;
  const drawn = [
    ["centre line", phase.centre, first.centre],
    ["lower limit", phase.lower, first.lower],
    ["upper limit", phase.upper, first.upper],
  ] as const;
  for (const [what, level, atFirst] of drawn) {
    const how =
      level === null && atFirst !== null
        ? `at point ${phase.from + 1}; it changes from point to point`
        : "drawn";
    steps.push({ phase: phase.index, what, how, result: figure(level ?? atFirst) });
  }
  return steps;
}

function signalLines(analysis: Analysis, phase: PhaseSummary): WorkingLine[] {
  return analysis.signals
    .filter((signal) => signal.phase === phase.index)
    .map((signal) => ({
      phase: phase.index,
      what: `signal: ${signal.name}`,
      how:
        signal.points.length === 0
          ? runsWorking(phase)
          : signal.points.map((index) => pointWorking(analysis.points[index]!)).join("; "),
      result: signal.direction === "none" ? "signal" : `signal, ${signal.direction}`,
    }));
}

function runsWorking({ runs }: PhaseSummary): string {
  if (runs === null) return "no useful points";
  const { useful, longest, longestAllowed, crossings, fewestCrossingsAllowed } = runs;
  return `${useful} useful points; longest run ${longest}, at most ${longestAllowed} by chance; ${crossings} crossings, at least ${fewestCrossingsAllowed} by chance`;
}

function pointWorking(point: Point): string {
  return `point ${point.index + 1} (${point.x}): ${figure(point.value)} against centre ${figure(point.centre)}, limits ${figure(point.lower)} and ${figure(point.upper)}`;
}
