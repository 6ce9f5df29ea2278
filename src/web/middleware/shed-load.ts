import { monitorEventLoopDelay } from "node:perf_hooks";
import type { MiddlewareHandler } from "hono";
import type { Env } from "../env.ts";

const busyPage =
  '<!DOCTYPE html><html lang="en"><meta charset="utf-8"><title>Busy – Throughline</title><h1>Sorry, the service is busy</h1><p>Nothing that you saved is lost. Try again in a few seconds.</p></html>';

const windowsUntilBusy = 3;

/** When this process cannot keep up it says so at once, without the database, so that those inside finish. */
export function shedLoad(limitMilliseconds = 1_000): MiddlewareHandler<Env> {
  const delay = monitorEventLoopDelay({ resolution: 20 });
  delay.enable();
  let lateWindows = 0;
  setInterval(() => {
    const late = delay.count > 0 && delay.percentile(50) / 1e6 > limitMilliseconds;
    lateWindows = late ? lateWindows + 1 : 0;
    delay.reset();
  }, 1_000).unref();
  return async (c, next) => {
    // One late window is a start, or a moment's work; only what lasts is overload.
    if (lateWindows >= windowsUntilBusy && !c.req.path.startsWith("/assets/")) {
      c.get("services").metrics.refusals.inc({ reason: "busy" });
      return c.html(busyPage, 503, { "Retry-After": "5" });
    }
    return next();
  };
}
