import { holds, isPerson, type Actor } from "#platform/actor.ts";
import type { Workplace } from "#modules/people/index.ts";
import type { SeriesSeen } from "./series.ts";

type Kept = Pick<SeriesSeen, "standing" | "collectorId" | "body">;

/** Sight is decided in the SQL, by the keys that open a series; whoever it lets through may look. */
export function maySeeSeries(_actor: Actor): boolean {
  return true;
}

/** Anybody may begin to measure where they work: nobody has to approve it. */
export function mayStartSeries(actor: Actor, place: Pick<Workplace, "isOwn">): boolean {
  return isPerson(actor) && place.isOwn;
}

/** The group that keeps it, its collector, and those who look after measures in its organisation. */
export function mayRecordPoints(actor: Actor, series: Kept): boolean {
  return mayChangeSeries(actor, series) || (isPerson(actor) && series.collectorId === actor.id);
}

/** Its definition, analysis, visibility, collector and annotations. */
export function mayChangeSeries(actor: Actor, series: Kept): boolean {
  return series.standing !== null || series.body.organisations.some((id) => holds(actor, "analyst", id));
}
