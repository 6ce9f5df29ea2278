import { contextOf, type Request } from "#web/env.ts";
import { endEarlierSession } from "../commands/end-earlier-session.ts";
import type { People } from "../people.ts";
import { takeSession } from "../session-cookie.ts";

/**
 * Ends the session here and at the browser. Only cookies are cleared: what the browser's storage holds is the
 * text that somebody typed and could not save before their session ran out, which must outlive it.
 */
export async function signOutForm(c: Request, people: People): Promise<Response> {
  await endEarlierSession(contextOf(c));
  takeSession(c, people.cookies);
  c.header("Clear-Site-Data", '"cookies"');
  return c.redirect("/sign-in?done=out", 303);
}
