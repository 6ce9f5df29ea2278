import type { Analysis, AnalysisOptions, NextSignal, Series, WhatItTakes } from "@throughline/spc";

/** The lowest and the highest value that there can be; null where nothing bounds it. */
export type Possible = { readonly low: number | null; readonly high: number | null };

type Direction = NextSignal["direction"];

export type PossibleSignals = {
  next: readonly NextSignal[];
  possible: Possible;
  /** Where a rule asks for something, and no value that there can be is enough. */
  closed: readonly Direction[];
};

const directions: readonly Direction[] = ["high", "low"];

/** Only what can come about: nobody is told that a share above 100% would be an improvement. */
export function withinPossible(
  { next }: Pick<WhatItTakes, "next">,
  { points }: Pick<Analysis, "points">,
  possible: Possible,
): PossibleSignals {
  const latest = points.findLast(({ value, excluded }) => value !== null && excluded === null)?.value ?? null;
  const left = next.filter((one) => canCome(one, latest, possible));
  const leads = (list: readonly NextSignal[], direction: Direction): boolean =>
    list.some((one) => one.direction === direction);
  return { next: left, possible, closed: directions.filter((way) => leads(next, way) && !leads(left, way)) };
}

/** Whether there is room beyond the line, or beyond the latest point for one that only goes on. */
function canCome({ direction, beyond }: NextSignal, latest: number | null, { low, high }: Possible): boolean {
  const from = beyond ?? latest;
  if (from === null) return true;
  return direction === "high" ? high === null || from < high : low === null || from > low;
}

/** What follows from the chart alone: a share lies within the whole, and nobody counts fewer than none. */
export function possibleIn({ chart }: Series, { multiplier = 1 }: AnalysisOptions): Possible {
  if (chart === "p" || chart === "p-prime") return { low: 0, high: multiplier };
  return { low: neverBelowZero.has(chart) ? 0 : null, high: null };
}

const neverBelowZero: ReadonlySet<Series["chart"]> = new Set(["c", "g", "t", "u", "u-prime", "mr", "s"]);
