import type { Person } from "#platform/actor.ts";
import { dayOf } from "#platform/day.ts";
import type { Context } from "#platform/perform.ts";
import { Forbidden } from "#platform/problem.ts";
import { periodChoice, periodStart, stepPeriod } from "#ui/figures/period.ts";
import type { StoredPoint } from "../point.ts";
import { mayRecordPoints } from "../policy.ts";
import type { SeriesSeen } from "../series.ts";
import { lastPeriod, readPointsAt, readPointsBetween } from "../store/entry.ts";
import { seriesToRecord } from "./series-to-change.ts";

/** A stretch of periods with the figures that they have, the oldest first, as a spreadsheet has them. */
export type NumberSheet = {
  series: SeriesSeen;
  today: string;
  rows: readonly { period: string; figure: StoredPoint | undefined }[];
  /** Where an older sheet ends. */
  older: string;
};

const rowsShown = 18;

/** The sheet that ends with a period, or with the one of today. */
export async function numberSheet(
  context: Context & { actor: Person },
  id: string,
  until?: string,
): Promise<NumberSheet> {
  const series = await seriesToRecord(context, id);
  if (!mayRecordPoints(context.actor, series)) throw new Forbidden();
  const { frequency } = series.definition;
  const today = dayOf(context.at);
  const last = await lastPeriod(context.db, series.number);
  const end =
    until && until <= today
      ? periodStart(until, frequency)
      : periodChoice(today, frequency, last, 1).periods[0]!;
  const start = stepPeriod(end, frequency, 1 - rowsShown);
  const there = await readPointsBetween(context.db, series.number, [start, end]);
  const periods = Array.from({ length: rowsShown }, (_, step) => stepPeriod(start, frequency, step));
  return {
    series,
    today,
    rows: rowsOf(periods, there),
    older: stepPeriod(start, frequency, -1),
  };
}

/** Figures that stand between the periods, as those of events do, have their rows too. */
function rowsOf(periods: readonly string[], there: readonly StoredPoint[]): NumberSheet["rows"] {
  const figures = new Map(there.map((point) => [point.period, point]));
  const all = [...new Set([...periods, ...figures.keys()])].toSorted();
  return all.map((period) => ({ period, figure: figures.get(period) }));
}

/** The figures that stand at these periods, for whoever may enter them. */
export async function figuresAt(
  context: Context & { actor: Person },
  id: string,
  periods: readonly string[],
): Promise<{ series: SeriesSeen; there: ReadonlyMap<string, StoredPoint> }> {
  const series = await seriesToRecord(context, id);
  if (!mayRecordPoints(context.actor, series)) throw new Forbidden();
  const points = await readPointsAt(context.db, series.number, periods);
  return { series, there: new Map(points.map((point) => [point.period, point])) };
}
