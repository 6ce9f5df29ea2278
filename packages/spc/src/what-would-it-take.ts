import { analyse } from "./analyse.ts";
import type { Analysis, PhaseSummary, Point } from "./analysis.ts";
import type { AnalysisOptions } from "./options.ts";
import type { Series } from "./series.ts";
import { powerOf, type PowerCell } from "./tables/chance-tables.ts";
import { simulatedSets } from "./tables/simulated-rates.ts";

/** What the next points would have to be for one rule to signal in one direction, the lines staying as they are. */
export interface NextSignal {
  readonly rule: string;
  readonly direction: "high" | "low";
  /** How many further points in a row it takes. */
  readonly points: number;
  /** What each of them must be beyond; null when each must only go on in that direction. */
  readonly beyond: number | null;
  readonly words: string;
}

export interface Power extends PowerCell {
  /** The shift in the unit of the chart; null when its limits are not level. */
  readonly inUnits: number | null;
}

export interface WhatItTakes {
  readonly next: readonly NextSignal[];
  /** From simulation, for an XmR chart; empty for a rule set of your own or another chart. */
  readonly power: readonly Power[];
}

/** What would be a signal next, and how likely this chart is to see a lasting shift of a given size. */
export function whatWouldItTake(
  series: Series,
  options: AnalysisOptions = {},
  /** How a figure is written, with its unit. */
  say: (value: number) => string = short,
): WhatItTakes {
  const analysis = analyse(series, options);
  const phase = analysis.phases.at(-1);
  if (phase === undefined) return { next: [], power: [] };
  const points = analysis.points.slice(phase.from, phase.to + 1).filter((point) => point.excluded === null);
  const next = (["high", "low"] as const).flatMap((direction) =>
    analysis.rules.rules.flatMap(({ id, rule }) => {
      const found = nextFor({ analysis, phase, points, direction, say }, rule);
      return found === null ? [] : [{ rule: id, direction, ...found }];
    }),
  );
  return { next: next.sort((a, b) => a.points - b.points), power: powerHere(analysis, phase) };
}

interface Situation {
  readonly analysis: Analysis;
  readonly phase: PhaseSummary;
  readonly points: readonly Point[];
  readonly direction: "high" | "low";
  readonly say: (value: number) => string;
}

type Needed = Omit<NextSignal, "rule" | "direction">;

function nextFor(situation: Situation, rule: Analysis["rules"]["rules"][number]["rule"]): Needed | null {
  switch (rule.kind) {
    case "outside-limits":
      return rule.reach === 3 ? beyondLimit(situation) : null;
    case "shift":
      return sameSide(situation, rule.length - runOnSide(situation, rule.onCentre === "skipped"));
    case "unusual-runs":
      return longestRun(situation);
    case "trend":
      return sameWay(situation, rule.length - runOfSteps(situation, rule.ties === "skipped"));
    default:
      return null;
  }
}

function last(points: readonly Point[]): Point | undefined {
  return points.findLast((point) => point.value !== null);
}

function beyondLimit({ points, direction, say }: Situation): Needed | null {
  const latest = last(points);
  const beyond = direction === "high" ? latest?.upper : latest?.lower;
  if (beyond === null || beyond === undefined) return null;
  const word = direction === "high" ? "above" : "below";
  return { points: 1, beyond, words: `1 point ${word} ${say(beyond)}` };
}

function sameSide({ phase, direction, say }: Situation, needed: number): Needed | null {
  if (phase.centre === null) return null;
  const points = Math.max(1, needed);
  const word = direction === "high" ? "above" : "below";
  return {
    points,
    beyond: phase.centre,
    words: `${plural(points)} ${word} the centre, ${say(phase.centre)}`,
  };
}

function sameWay({ direction }: Situation, needed: number): Needed {
  const points = Math.max(1, needed);
  const word = direction === "high" ? "higher" : "lower";
  return { points, beyond: null, words: `${plural(points)}, each ${word} than the one before` };
}

function longestRun(situation: Situation): Needed | null {
  const { runs } = situation.phase;
  if (runs === null) return null;
  const now = runOnSide(situation, true);
  // Each further point also raises the number of useful points, so the allowance is taken when it is reached.
  for (let more = 1; more < 100; more += 1) {
    const allowed = Math.round(Math.log2(runs.useful + more)) + 3;
    if (now + more > allowed) return sameSide(situation, more);
  }
  return null;
}

function runOnSide({ points, direction }: Situation, skipCentre: boolean): number {
  const wanted = direction === "high" ? 1 : -1;
  let run = 0;
  for (const point of points.toReversed()) {
    if (point.side === 0 && skipCentre) continue;
    if (point.side !== wanted) break;
    run += 1;
  }
  return run;
}

/** Points at the end that each went on in this direction, the first one included. */
function runOfSteps({ points, direction }: Situation, skipTies: boolean): number {
  let run = points.at(-1)?.value === null ? 0 : 1;
  for (let i = points.length - 1; i > 0 && run > 0; i -= 1) {
    const step = (points[i]!.value ?? Number.NaN) - (points[i - 1]!.value ?? Number.NaN);
    if (step === 0 && skipTies) continue;
    if (!(direction === "high" ? step > 0 : step < 0)) break;
    run += 1;
  }
  return run;
}

function powerHere(analysis: Analysis, phase: PhaseSummary): Power[] {
  const set = simulatedSets.find((id) => id === analysis.rules.id);
  if (analysis.chart !== "xmr" || set === undefined) return [];
  const sigma = phase.upper === null || phase.centre === null ? null : (phase.upper - phase.centre) / 3;
  const rows: Power[] = [];
  for (const cell of powerOf(set))
    rows.push({ ...cell, inUnits: sigma === null ? null : cell.shift * sigma });
  return rows;
}

function short(value: number): string {
  return String(Number(value.toPrecision(4)));
}

function plural(points: number): string {
  return points === 1 ? "1 more point" : `${points} more points in a row`;
}
