import type { MiddlewareHandler } from "hono";
import { matchedRoutes } from "hono/route";
import { isPerson } from "#platform/actor.ts";
import { NotFound } from "#platform/problem.ts";
import type { Env } from "../env.ts";
import { publicRoutes } from "../public-routes.ts";

export class SignInNeeded extends Error {}

/**
 * Private unless listed: a visitor reaches a handler only when its route is on the public list. Where several
 * patterns fit one path, all must be, so that an open one never opens what stands beside it.
 */
export function defaultDeny(): MiddlewareHandler<Env> {
  return async (c, next) => {
    if (!isPerson(c.get("actor"))) {
      const handlers = handlersFor(c);
      if (handlers.length === 0) throw new NotFound();
      if (!handlers.every((key) => publicRoutes.has(key))) throw new SignInNeeded();
    }
    await next();
  };
}

/** Middleware is mounted for all methods; only a handler has a method of its own. */
function handlersFor(c: Parameters<typeof matchedRoutes>[0]): string[] {
  return matchedRoutes(c)
    .filter(({ method }) => method !== "ALL")
    .map(({ method, path }) => `${method} ${path}`);
}
