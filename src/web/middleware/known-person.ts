import type { MiddlewareHandler } from "hono";
import { isPerson, visitor, type Actor } from "#platform/actor.ts";
import type { Env, Request } from "../env.ts";
import { bearerOf } from "./bearer.ts";

export type Recognised = { actor: Actor; sessionEndsAt?: Date | undefined };
/** When it is asked again, at a later time than the request's, the session is not the longer for it. */
export type Recognise = (c: Request, again?: Date) => Promise<Recognised>;

/** Asks, once, who this is. Roles are those held at this moment, so that leaving ends access at once. */
export function knownPerson(recognise: Recognise): MiddlewareHandler<Env> {
  return async (c, next) => {
    const { actor, sessionEndsAt } = bearerOf(c) ? { actor: visitor } : await recognise(c);
    c.set("actor", actor);
    c.set("recogniseAgain", (at) => recognise(c, at));
    if (isPerson(actor) && sessionEndsAt) c.set("sessionEndsAt", sessionEndsAt);
    await next();
  };
}
