import type { Person } from "#platform/actor.ts";
import type { Context } from "#platform/perform.ts";
import { NotFound } from "#platform/problem.ts";
import { mayEndSessionsOf } from "../policy.ts";
import { endSessions } from "../store/sessions.ts";

type OwnContext = Context & { actor: Person };

/** Signs the person out somewhere else, from now on. The audit entry is written by the table itself. */
export async function endSession({ db, actor }: OwnContext, id: string): Promise<void> {
  const ended = mayEndSessionsOf(actor, actor.id) ? await endSessions(db, actor.id, { id }) : 0;
  if (ended === 0) throw new NotFound();
}

export async function endOtherSessions({ db, actor }: OwnContext): Promise<void> {
  if (mayEndSessionsOf(actor, actor.id)) await endSessions(db, actor.id, { not: actor.sessionId });
}
