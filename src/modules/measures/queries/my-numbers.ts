import type { Person } from "#platform/actor.ts";
import { dayOf } from "#platform/day.ts";
import type { Context } from "#platform/perform.ts";
import { Forbidden } from "#platform/problem.ts";
import { periodChoice } from "#ui/figures/period.ts";
import { duePeriods } from "../due.ts";
import { keypadToken } from "../keypad-token.ts";
import { mayChangeSeries, maySeeSeries } from "../policy.ts";
import type { SeriesSeen } from "../series.ts";
import { listCandidates, listCollected, type Candidate, type Collected } from "../store/reminders.ts";
import { seriesToChange } from "./series-to-change.ts";

/** A measure that somebody is named to collect: what it waits for, and where that is entered. */
export type MyNumber = Collected & { period: string; keypadPath: string };

export async function myNumbers(context: Context & { actor: Person }): Promise<MyNumber[]> {
  if (!maySeeSeries(context.actor)) throw new Forbidden();
  const today = dayOf(context.at);
  const collected = await listCollected(context.db, context.actor.id, duePeriods(today));
  return collected.map((one) => ({
    ...one,
    period: periodChoice(today, one.frequency, one.lastPeriod).proposed,
    keypadPath: `/m/${keypadToken(one.number)}`,
  }));
}

/** Who may be named to collect a series, for whoever may name them. */
export async function collectorChoice(
  context: Context,
  id: string,
): Promise<{ series: SeriesSeen; candidates: Candidate[] }> {
  const series = await seriesToChange(context, id);
  if (!mayChangeSeries(context.actor, series)) throw new Forbidden();
  const { groupId, body } = series;
  const candidates = await listCandidates(
    context.db,
    { groupId, organisations: body.organisations },
    context.at,
  );
  return { series, candidates };
}
