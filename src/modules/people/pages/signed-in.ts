import type { Request } from "#web/env.ts";
import type { SignedIn } from "../commands/try-password.ts";
import type { People } from "../people.ts";
import { giveSession } from "../session-cookie.ts";
import { nextOf, withNext } from "./request.ts";

/** Where a sign-in leads: in, to the second step, or to the mail that has to be answered first. */
export async function goOn(c: Request, people: People, signed: SignedIn): Promise<Response> {
  if (signed.outcome === "unverified") return c.redirect("/sign-up/check-your-email", 303);
  if (signed.outcome === "code-needed") {
    c.header("Set-Cookie", signed.cookie, { append: true });
    return c.redirect(withNext("/sign-in/code", nextOf(c)), 303);
  }
  return enter(c, people, signed.token);
}

export async function enter(c: Request, people: People, token: string, to = nextOf(c)): Promise<Response> {
  await giveSession(c, people.cookies, token);
  return c.redirect(to, 303);
}
