import { isPerson } from "#platform/actor.ts";
import { NotFound } from "#platform/problem.ts";
import { contextOf, type Request } from "#web/env.ts";
import { endEarlierSession } from "../commands/end-earlier-session.ts";
import type { People } from "../people.ts";
import { endPhone } from "../commands/remember-phone.ts";
import { phoneToken, takePhone } from "../pocket-context.ts";
import { takeSession } from "../session-cookie.ts";

/**
 * Ends the session here and at the browser. Only cookies are cleared: what the browser's storage holds is the
 * text that somebody typed and could not save before their session ran out, which must outlive it.
 */
export async function signOutForm(c: Request, people: People): Promise<Response> {
  await endEarlierSession(contextOf(c));
  await endPhoneHere(c);
  takeSession(c, people.cookies);
  c.header("Clear-Site-Data", '"cookies"');
  return c.redirect("/sign-in?done=out", 303);
}

/** A phone that was let enter in somebody's name is let no more, if it is theirs; in any case it forgets the word for it. */
async function endPhoneHere(c: Request): Promise<void> {
  const token = phoneToken(c);
  if (!token) return;
  takePhone(c);
  const context = contextOf(c);
  const { actor } = context;
  if (!isPerson(actor)) return;
  await endPhone({ ...context, actor, submission: undefined }, { token }).catch((error: unknown) => {
    if (!(error instanceof NotFound)) throw error;
  });
}
