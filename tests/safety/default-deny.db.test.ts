import { Hono } from "hono";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Env } from "#web/env.ts";
import { openHouse, type House } from "./setup/house.ts";
import { guards, without } from "./setup/without.ts";

let house: House;
beforeAll(async () => {
  house = await openHouse({ undo: true });
});
afterAll(() => house.close());

/** The program with one route more, before or after all others. */
function planted(path: string, where: "first" | "last", base = house.app): Hono<Env> {
  const app = new Hono<Env>();
  const routes = base.routes.map(({ method, path, handler }) => ({ method, path, handler }));
  const isGuard = ({ method }: { method: string }): boolean => method === "ALL";
  const own = { method: "GET", path, handler: (c: { text(said: string): Response }) => c.text("private") };
  const guardsFirst = [...routes.filter(isGuard), ...routes.filter((route) => !isGuard(route))];
  const at = where === "first" ? routes.filter(isGuard).length : guardsFirst.length;
  for (const { method, path, handler } of guardsFirst.toSpliced(at, 0, own as never))
    app.on(method, path, handler);
  app.onError((error, c) =>
    c.text(error.constructor.name, error.constructor.name === "SignInNeeded" ? 401 : 404),
  );
  return app;
}

const asVisitor = async (app: Hono<Env>, path: string): Promise<string> =>
  (await app.request(`${house.origin}${path}`)).text();

test("a route that nobody listed is closed to a visitor", async () => {
  expect(await asVisitor(planted("/planted", "last"), "/planted")).toBe("SignInNeeded");
});

test("a route is not opened by an open pattern that its path also fits", async () => {
  // "GET /gallery/:specimen" stands open; whichever of the two is mounted first, it opens itself alone.
  expect(await asVisitor(planted("/gallery/planted", "first"), "/gallery/planted")).toBe("SignInNeeded");
  const second = planted("/gallery/planted", "last");
  expect(await asVisitor(second, "/gallery/planted")).not.toBe("private");
});

test("negative control: without the guard the same route is open", async () => {
  expect(await asVisitor(planted("/planted", "last", without(house.app, guards.deny)), "/planted")).toBe(
    "private",
  );
});
