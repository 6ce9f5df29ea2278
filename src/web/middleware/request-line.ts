import { randomUUID } from "node:crypto";
import type { MiddlewareHandler } from "hono";
import { routePath } from "hono/route";
import type { Env, Services } from "../env.ts";

/** Gives each request its id and time, and writes one line and one measurement when it is answered. */
export function requestLine(services: Services): MiddlewareHandler<Env> {
  return async (c, next) => {
    const started = performance.now();
    const requestId = randomUUID();
    c.set("services", services);
    c.set("requestId", requestId);
    c.set("at", services.clock());
    await next();
    c.res.headers.set("X-Request-Id", requestId);
    const milliseconds = performance.now() - started;
    const route = routePath(c, -1);
    const status = c.res.status;
    services.metrics.requests.observe({ method: c.req.method, route, status }, milliseconds / 1000);
    services.log.info(
      { request: requestId, method: c.req.method, route, status, ms: Math.round(milliseconds * 10) / 10 },
      "request",
    );
  };
}
