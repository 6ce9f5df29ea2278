import type { Person } from "#platform/actor.ts";
import { dayOf } from "#platform/day.ts";
import type { Context } from "#platform/perform.ts";
import { Forbidden, NotFound } from "#platform/problem.ts";
import { periodChoice } from "#ui/figures/period.ts";
import { seriesNumber } from "../keypad-token.ts";
import type { StoredPoint } from "../point.ts";
import { mayRecordPoints } from "../policy.ts";
import { refuseClosed, type SeriesSeen } from "../series.ts";
import { findSeriesId, lastPeriod, readPointsAt } from "../store/entry.ts";
import { seriesInSight } from "./series-in-sight.ts";

/** What the keypad needs to know to ask for one figure. */
export type KeypadShown = {
  series: SeriesSeen;
  today: string;
  last: string | null;
  proposed: string;
  /** The newest first, each with the figure that it has already. */
  periods: readonly { period: string; figure: StoredPoint | undefined }[];
};

export async function keypadShown(context: Context & { actor: Person }, token: string): Promise<KeypadShown> {
  const series = await seriesForKeypad(context, token);
  const today = dayOf(context.at);
  const last = await lastPeriod(context.db, series.number);
  const { periods, proposed } = periodChoice(today, series.definition.frequency, last);
  const there = await readPointsAt(context.db, series.number, periods);
  return {
    series,
    today,
    last,
    proposed,
    periods: periods.map((period) => ({ period, figure: there.find((point) => point.period === period) })),
  };
}

/** The series that an address on a wall leads to, for somebody who may enter its figures. */
export async function seriesForKeypad(
  context: Context & { actor: Person },
  token: string,
): Promise<SeriesSeen> {
  const number = seriesNumber(token);
  const id = number === undefined ? undefined : await findSeriesId(context.db, number);
  if (id === undefined) throw new NotFound();
  const series = await seriesInSight(context, id);
  if (!mayRecordPoints(context.actor, series))
    throw new Forbidden("You can see this measure, and others enter its numbers.", `/series/${series.id}`);
  refuseClosed(series);
  return series;
}
