import type { Person } from "#platform/actor.ts";
import { dayOf } from "#platform/day.ts";
import type { Context } from "#platform/perform.ts";
import { Forbidden } from "#platform/problem.ts";
import { periodChoice, stepPeriod, type Frequency } from "#ui/figures/period.ts";
import { keypadToken } from "../keypad-token.ts";
import { mayRecordPoints } from "../policy.ts";
import type { SeriesSeen } from "../series.ts";
import { lastPeriod } from "../store/entry.ts";
import { seriesToRecord } from "./series-to-change.ts";

/** What hangs on a wall or lies on a desk so that numbers come in. */
export type Collecting = { series: SeriesSeen; keypadPath: string; periods: readonly string[] };

/** As many periods as fit on one sheet of paper with room to write. */
const onASheet: Record<Frequency, number> = {
  day: 31,
  event: 20,
  week: 16,
  fortnight: 16,
  month: 13,
  quarter: 8,
  year: 8,
};

export async function collecting(context: Context & { actor: Person }, id: string): Promise<Collecting> {
  const series = await seriesToRecord(context, id);
  if (!mayRecordPoints(context.actor, series)) throw new Forbidden();
  const { frequency } = series.definition;
  const last = await lastPeriod(context.db, series.number);
  const { proposed } = periodChoice(dayOf(context.at), frequency, last);
  return {
    series,
    keypadPath: `/m/${keypadToken(series.number)}`,
    periods: Array.from({ length: onASheet[frequency] }, (_, step) => stepPeriod(proposed, frequency, step)),
  };
}
