import type { Hono } from "hono";
import { canWrite, readHealth } from "#platform/health.ts";
import { keptThings, type Keeping, type KeptThing } from "#platform/keeping.ts";
import type { Env, Services } from "./env.ts";

/** The times only: why something failed is for those who run it, and names their folders. */
function keptBy(keeping: Keeping, what: KeptThing) {
  const { lastSuccess = null, lastFailure = null } = keeping.outcome(what);
  return { what, lastSuccess, lastFailure };
}

/** What a load balancer and an operator ask: does the process live, are its parts well, may it have work. */
export function mountProbes(app: Hono<Env>, services: Services): void {
  app.get("/ping", (c) => c.text("pong"));

  app.get("/health", async (c) => {
    const { database, queue } = await readHealth(services.db);
    const well = database && queue;
    const word = (up: boolean) => (up ? "up" : "down");
    return c.json(
      {
        status: word(well),
        parts: { database: word(database), queue: word(queue) },
        kept: services.keeping && keptThings.map((what) => keptBy(services.keeping!, what)),
      },
      well ? 200 : 503,
    );
  });

  app.get("/ready", async (c) => {
    const ready = services.ready.accepting && (await canWrite(services.db));
    return c.json({ ready }, ready ? 200 : 503);
  });
}
