import type { MiddlewareHandler } from "hono";
import { Forbidden } from "#platform/problem.ts";
import type { Env } from "../env.ts";
import { bearerOf } from "./bearer.ts";

const safeMethods = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * A request that may change something must come from our own pages. The browser says so in Origin; one that
 * sends none must at least say in Sec-Fetch-Site that it is same-origin. A program that shows a key comes from no
 * page, and is nobody but its key. Everything else is refused.
 */
export function sameOrigin(baseUrl: string): MiddlewareHandler<Env> {
  const own = new URL(baseUrl).origin;
  return async (c, next) => {
    if (!safeMethods.has(c.req.method) && !bearerOf(c) && !comesFromUs(own, c.req.raw.headers)) {
      c.get("services").metrics.refusals.inc({ reason: "origin" });
      throw new Forbidden("This form was sent from another site, so nothing was changed.", "/");
    }
    await next();
  };
}

export function comesFromUs(own: string, headers: Headers): boolean {
  const origin = headers.get("Origin");
  const site = headers.get("Sec-Fetch-Site");
  if (origin !== null) return origin === own && (site === null || site === "same-origin");
  return site === "same-origin";
}
