import { isPerson } from "#platform/actor.ts";
import type { Context } from "#platform/perform.ts";
import { mayEndSessionsOf } from "../policy.ts";
import { endSessions } from "../store/sessions.ts";

/** Whoever signs in where somebody was signed in already leaves that session behind for good. */
export async function endEarlierSession({ db, actor }: Context): Promise<void> {
  if (isPerson(actor) && mayEndSessionsOf(actor, actor.id))
    await endSessions(db, actor.id, { id: actor.sessionId });
}
