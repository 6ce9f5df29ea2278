import type { MiddlewareHandler } from "hono";
import { matchedRoutes } from "hono/route";
import { isPerson } from "#platform/actor.ts";
import { NotFound } from "#platform/problem.ts";
import type { Env } from "../env.ts";
import { publicRoutes } from "../public-routes.ts";

export class SignInNeeded extends Error {}

/** Private unless listed: a visitor reaches a handler only when its route is on the public list. */
export function defaultDeny(): MiddlewareHandler<Env> {
  return async (c, next) => {
    if (!isPerson(c.get("actor")) && !publicRoutes.has(routeKey(c))) {
      if (!isKnownRoute(c)) throw new NotFound();
      throw new SignInNeeded();
    }
    await next();
  };
}

type Matched = Parameters<typeof matchedRoutes>[0];

function lastRoute(c: Matched) {
  return matchedRoutes(c).at(-1);
}

/** Middleware is mounted for all methods on every path; only a handler has a method of its own. */
function isKnownRoute(c: Matched): boolean {
  return lastRoute(c)?.method !== "ALL";
}

function routeKey(c: Matched): string {
  const route = lastRoute(c);
  return route ? `${route.method} ${route.path}` : "";
}
