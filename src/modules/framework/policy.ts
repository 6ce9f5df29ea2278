import { holds, isPerson, type Actor } from "#platform/actor.ts";
import type { PlanSeen } from "#modules/plans/index.ts";

/** The bodies that promised something, as they stand today; nobody's where none of them has a page here. */
export type Keepers = { ownerIds: readonly string[]; keeperIds: readonly string[] };

/** A framework is public: whoever can open the site may read all of it, and how it stands. */
export function maySeeFramework(_actor: Actor): boolean {
  return true;
}

/** Packs come with the program and are loaded by it; no person can bring one in through a page. */
export function mayLoadPack(actor: Actor): boolean {
  return !isPerson(actor);
}

/** The body that promised it speaks for it; where each organisation answers for itself, the framework's keeper. */
export function mayReport(actor: Actor, { ownerIds, keeperIds }: Keepers): boolean {
  return isOfficerOf(actor, ownerIds.length > 0 ? ownerIds : keeperIds);
}

/** Answering proposals, recording what the board decided, publishing evaluations: the programme team. */
export function mayKeepFramework(actor: Actor, keeperIds: readonly string[]): boolean {
  return isOfficerOf(actor, keeperIds);
}

/** Anyone who works or is cared for here may say what they think, and what should change. */
export function mayDiscuss(actor: Actor): boolean {
  return isPerson(actor);
}

export function mayRemoveComment(
  actor: Actor,
  comment: { writtenBy: string | null },
  keeperIds: readonly string[],
): boolean {
  return (isPerson(actor) && actor.id === comment.writtenBy) || mayKeepFramework(actor, keeperIds);
}

function isOfficerOf(actor: Actor, ids: readonly string[]): boolean {
  return ids.some((id) => holds(actor, "officer", id));
}

/** For which of these bodies this person may speak. */
export function speaksFor<B extends { id: string }>(actor: Actor, bodies: readonly B[]): B | undefined {
  return bodies.find(({ id }) => holds(actor, "officer", id));
}

export function mayWriteStrategy(actor: Actor, plan: Pick<PlanSeen, "standing" | "kind">): boolean {
  return isPerson(actor) && plan.standing !== null && plan.kind === "strategy";
}

/** The lead answers for what is published in the organisation's name. */
export function mayPublishStrategy(actor: Actor, plan: Pick<PlanSeen, "standing" | "kind">): boolean {
  return isPerson(actor) && plan.standing === "lead" && plan.kind === "strategy";
}

/** Between two bodies a priority goes back and forth: whoever works on one of the sides sees it, by the SQL. */
export function maySeePriorities(actor: Actor): boolean {
  return isPerson(actor);
}

/** Whoever leads, administers or is an officer of a body proposes and answers for it. */
export function maySpeakForBody(actor: Actor, bodyId: string): boolean {
  return (["lead", "administrator", "officer"] as const).some((role) => holds(actor, role, bodyId));
}
