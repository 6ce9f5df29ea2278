import { visitor } from "#platform/actor.ts";
import type { Recognise } from "#web/middleware/known-person.ts";
import { recognisedSession } from "./queries/recognised-session.ts";
import { sessionToken, type CookieNames } from "./session-cookie.ts";

/** Reads the session's cookie; the rest is one statement. Nothing is remembered between two requests. */
export function recogniser(names: CookieNames, secret: string): Recognise {
  return async (c, again) => {
    const token = sessionToken(c, names, secret);
    const { db } = c.get("services");
    const how = again ? { at: again, extend: false } : { at: c.get("at"), extend: true };
    const found = token ? await recognisedSession(db, token, how) : undefined;
    return found ? { actor: found.person, sessionEndsAt: found.endsAt } : { actor: visitor };
  };
}
