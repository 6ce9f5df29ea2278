import { isPerson } from "#platform/actor.ts";
import type { Context } from "#platform/perform.ts";
import type { WaitingPriority } from "../priority.ts";
import { maySeePriorities, maySpeakForBody } from "../policy.ts";
import { listWaitingPriorities } from "../store/priorities.ts";

const newFor = 90 * 24 * 60 * 60 * 1000;

/** Where the last word is the other side's: what waits for an answer, and what was answered of late. */
export async function myPriorities({ actor, at, db }: Context): Promise<WaitingPriority[]> {
  if (!isPerson(actor) || !maySeePriorities(actor)) return [];
  const bodyIds = [...new Set(actor.roles.map(({ bodyId }) => bodyId))];
  const spokenFor = bodyIds.filter((id) => maySpeakForBody(actor, id));
  if (spokenFor.length === 0) return [];
  return listWaitingPriorities(db, spokenFor, new Date(at.getTime() - newFor));
}
