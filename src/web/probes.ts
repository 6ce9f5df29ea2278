import { sql } from "kysely";
import type { Hono } from "hono";
import type { Env, Services } from "./env.ts";

const patienceMilliseconds = 2_000;

/** What a load balancer and an operator ask: does the process live, are its parts well, may it have work. */
export function mountProbes(app: Hono<Env>, services: Services): void {
  app.get("/ping", (c) => c.text("pong"));

  app.get("/health", async (c) => {
    const database = await answers(services, sql`SELECT 1`);
    const queue = await answers(services, sql`SELECT 1 FROM jobs.version`);
    const well = database && queue;
    return c.json(
      { status: well ? "up" : "down", parts: { database: word(database), queue: word(queue) } },
      well ? 200 : 503,
    );
  });

  app.get("/ready", async (c) => {
    const ready = services.ready.accepting && (await canWrite(services));
    return c.json({ ready }, ready ? 200 : 503);
  });
}

function word(up: boolean): "up" | "down" {
  return up ? "up" : "down";
}

async function canWrite(services: Services): Promise<boolean> {
  return answers(services, sql`SELECT set_config('throughline.probe', '', false) WHERE NOT pg_is_in_recovery()`);
}

async function answers(services: Services, question: ReturnType<typeof sql>): Promise<boolean> {
  const late = new Promise<false>((resolve) => setTimeout(resolve, patienceMilliseconds, false).unref());
  const asked = question.execute(services.db).then(
    (answer) => answer.rows.length > 0,
    () => false,
  );
  return Promise.race([asked, late]);
}
