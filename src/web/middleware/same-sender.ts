import type { MiddlewareHandler } from "hono";
import { isPerson } from "#platform/actor.ts";
import type { Env } from "../env.ts";
import { SignInNeeded } from "./default-deny.ts";

/** A form that was filled in without a connection says by whom. On a shared device somebody else may be there by now. */
export const senderName = "_as";

class OtherSender extends SignInNeeded {}

/** What one person filled in is never done in another's name. */
export function sameSender(): MiddlewareHandler<Env> {
  return async (c, next) => {
    const sender = c.get("form")?.get(senderName);
    const actor = c.get("actor");
    if (typeof sender === "string" && isPerson(actor) && actor.id !== sender) throw new OtherSender();
    await next();
  };
}
