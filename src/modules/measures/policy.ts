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

/** Where somebody works, or what stands above or below it: nobody has to approve that they begin there. */
export function mayBeginMeasure(actor: Actor, bodyIds: readonly string[]): boolean {
  return isPerson(actor) && actor.roles.some((held) => bodyIds.includes(held.bodyId));
}

/** The shared catalogue is for everybody, and what is not shared is in the sight of its place alone: see the SQL. */
export function maySeeDefinitions(_actor: Actor): boolean {
  return true;
}

/** Whoever wrote it, and those who look after measures or lead in the body that keeps it. */
export function mayChangeDefinition(
  actor: Actor,
  definition: { ownerId: string | null; bodyId: string | null; retiredAt: Date | null },
): boolean {
  if (!isPerson(actor) || definition.retiredAt !== null) return false;
  if (definition.ownerId === actor.id) return true;
  const { bodyId } = definition;
  return (
    bodyId !== null &&
    (["lead", "analyst", "administrator"] as const).some((role) => holds(actor, role, bodyId))
  );
}

/** Places stand side by side only by what is measured for judgement. */
export function mayComparePlaces(_actor: Actor, { purpose }: { purpose: string }): boolean {
  return purpose === "judgement";
}

/** A key for programs is one's own, and opens no more than one may oneself. */
export function mayKeepTokens(actor: Actor): boolean {
  return isPerson(actor);
}

/** Reminders are the collector's, to have or not to have. */
export function mayMuteReminders(actor: Actor, series: Pick<SeriesSeen, "collectorId">): boolean {
  return isPerson(actor) && series.collectorId === actor.id;
}

/** Nobody is written to of whom nothing waits. */
export function mayBeReminded({ waiting }: { waiting: number }): boolean {
  return waiting > 0;
}
/** A published file touches every organisation of the nation, so it is for the nation's administrators. */
export function mayLoadFeeds(actor: Actor): boolean {
  return (
    isPerson(actor) &&
    actor.roles.some(({ role, bodyKind }) => role === "administrator" && bodyKind === "nation")
  );
}

/** How many series are reckoned together in the background: enough to be quick, few enough to be held. */
export const seriesAtOnce = 2_000;

/** How many are reckoned after an upgrade before it is noted how far that has come. */
export const seriesBeforeNoted = 10_000;
