import type { Hono } from "hono";
import { canWrite, readHealth } from "#platform/health.ts";
import type { Env, Services } from "./env.ts";

/** What a load balancer and an operator ask: does the process live, are its parts well, may it have work. */
export function mountProbes(app: Hono<Env>, services: Services): void {
  app.get("/ping", (c) => c.text("pong"));

  app.get("/health", async (c) => {
    const { database, queue } = await readHealth(services.db);
    const well = database && queue;
    const word = (up: boolean) => (up ? "up" : "down");
    return c.json(
      { status: word(well), parts: { database: word(database), queue: word(queue) } },
      well ? 200 : 503,
    );
  });

  app.get("/ready", async (c) => {
    const ready = services.ready.accepting && (await canWrite(services.db));
    return c.json({ ready }, ready ? 200 : 503);
  });
}
