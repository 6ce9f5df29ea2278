import { Hono } from "hono";
import { expect, test } from "vitest";
import { visitor } from "#platform/actor.ts";
import { parseConfig } from "#platform/config.ts";
import { createMetrics } from "#platform/metrics.ts";
import { TooMany } from "#platform/problem.ts";
import type { Env, Services } from "../env.ts";
import { limitAtOnce } from "./at-once.ts";

const nobody = { kind: "person" as const, name: "", email: "", strong: false, roles: [] };

/** A page that answers when it is told to, behind the limit, for whoever the header says. */
function slowPage(settings: { demonstration: boolean; pool: string }) {
  const services = {
    config: parseConfig({ DATABASE_POOL: settings.pool }),
    demonstration: settings.demonstration,
    metrics: createMetrics(),
  } as Services;
  const waiting: (() => void)[] = [];
  const app = new Hono<Env>();
  app.use(async (c, next) => {
    const [id, sessionId = ""] = (c.req.header("Who") ?? "").split(" ");
    c.set("actor", id ? { ...nobody, id, sessionId } : visitor);
    await next();
  });
  app.use(limitAtOnce(services));
  app.onError((error, c) =>
    error instanceof TooMany
      ? c.text("", 429, { "Retry-After": String(error.retryAfterSeconds) })
      : c.text("", 500),
  );
  app.get("/", async (c) => {
    await new Promise<void>((resolve) => waiting.push(resolve));
    return c.text("done");
  });
  app.get("/broken", () => {
    throw new Error("broken");
  });
  const ask = async (who?: string, path = "/"): Promise<Response> =>
    app.request(path, who ? { headers: { Who: who } } : {});
  return { ask, finish: () => waiting.splice(0).forEach((resolve) => resolve()), waiting };
}

const settled = () => new Promise((resolve) => setImmediate(resolve));

test("a ninth request of one person is told to wait, and the eight go on", async () => {
  const page = slowPage({ demonstration: false, pool: "12" });
  const eight = Array.from({ length: 8 }, () => page.ask("a 1"));
  await settled();
  const ninth = await page.ask("a 2");
  expect(ninth.status).toBe(429);
  expect(ninth.headers.get("Retry-After")).toBe("2");
  page.finish();
  expect((await Promise.all(eight)).map(({ status }) => status)).toEqual(Array(8).fill(200));
});

test("others, and visitors, are not held to it", async () => {
  const page = slowPage({ demonstration: false, pool: "12" });
  const all = [...Array<string>(8).fill("a"), "b", ...Array<undefined>(20).fill(undefined)].map((who) =>
    page.ask(who),
  );
  await settled();
  expect(page.waiting).toHaveLength(29);
  page.finish();
  await Promise.all(all);
});

test("what has ended, well or badly, no longer counts", async () => {
  const page = slowPage({ demonstration: false, pool: "12" });
  for (let index = 0; index < 20; index += 1) expect((await page.ask("a", "/broken")).status).toBe(500);
  const one = page.ask("a");
  await settled();
  page.finish();
  expect((await one).status).toBe(200);
});

test("it leaves a third of the connections to others, however few there are", async () => {
  const page = slowPage({ demonstration: false, pool: "3" });
  const two = [page.ask("a"), page.ask("a")];
  await settled();
  expect((await page.ask("a")).status).toBe(429);
  page.finish();
  await Promise.all(two);
});

test("in a demonstration, where many are the same person, it is each browser's own", async () => {
  const page = slowPage({ demonstration: true, pool: "3" });
  const four = ["a 1", "a 1", "a 2", "a 2"].map((who) => page.ask(who));
  await settled();
  expect((await page.ask("a 1")).status).toBe(429);
  page.finish();
  expect((await Promise.all(four)).map(({ status }) => status)).toEqual(Array(4).fill(200));
});
