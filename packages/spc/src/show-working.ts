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
  if (phase.centre !== null)
    steps.push({ phase: phase.index, what: "centre line", how: "drawn", result: figure(phase.centre) });
  const points = analysis.points.slice(phase.from, phase.to + 1);
  // A lower limit that is level at 0 does not make the upper one level.
  const varying = phase.upper === null && points.some((point) => point.upper !== null);
  if (varying) return [...steps, ...points.filter((point) => point.upper !== null).map(limitsAt)];
  steps.push({ phase: phase.index, what: "lower limit", how: "drawn", result: figure(phase.lower) });
  steps.push({ phase: phase.index, what: "upper limit", how: "drawn", result: figure(phase.upper) });
  return steps;
}

/** Limits that follow the denominator have their own line at every point. */
function limitsAt(point: Point): WorkingLine {
  return {
    phase: point.phase,
    what: `limits at point ${point.index + 1}`,
    how: `n = ${figure(point.denominator)}`,
    result: `${figure(point.lower)} to ${figure(point.upper)}`,
  };
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
