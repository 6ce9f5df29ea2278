import { OpenAPIHono } from "@hono/zod-openapi";
import { afterAll, beforeAll, expect, test } from "vitest";
import { visitor } from "#platform/actor.ts";
import { answerProblem } from "#web/errors.tsx";
import type { Env } from "#web/env.ts";
import { testApp, type TestApp } from "#tests/setup/app.ts";
import { body, type TestBody } from "#tests/world.ts";
import { mountPlacesApi } from "./api.ts";

let app: TestApp;
let api: OpenAPIHono<Env>;
let trust: TestBody;

beforeAll(async () => {
  app = await testApp();
  const england = await body(app.db, { kind: "nation", name: "England", code: "ENG" });
  trust = await body(app.db, { name: "Brackenfield Hospital Trust", code: "QX1", parent: england });
  api = new OpenAPIHono<Env>().basePath("/api/v1");
  api.onError(answerProblem);
  api.use(async (c, next) => {
    c.set("services", app.services);
    c.set("actor", visitor);
    c.set("at", new Date());
    c.set("requestId", "test");
    await next();
  });
  mountPlacesApi(api);
});
afterAll(() => app.close());

async function ask(path: string): Promise<{ status: number; answer: unknown }> {
  const response = await api.request(`/api/v1${path}`);
  return { status: response.status, answer: await response.json() };
}

test("bodies are found, and what is only alike says so", async () => {
  const row = { code: "QX1", name: trust.name, kind: "Acute hospital trust" };
  const exact = await ask("/bodies?q=brackenfield&kind=acute-trust");
  expect(exact.answer).toMatchObject({ total: 1, page: 1, pages: 1, alike: false, bodies: [row] });
  expect((await ask("/bodies?q=brakenfeld")).answer).toMatchObject({ total: 0, alike: true, bodies: [row] });
});

test("a body is told with its lineage, and without ids of ours", async () => {
  const { status, answer } = await ask("/bodies/QX1");
  expect(status).toBe(200);
  expect(answer).toMatchObject({
    code: "QX1",
    tier: "organisation",
    lineage: [{ code: "ENG", name: "England" }],
  });
  expect(answer).not.toHaveProperty("id");
  expect(answer).not.toHaveProperty("ancestors");
});

test.each(["/bodies/NO-SUCH", "/bodies/'", "/bodies/%25"])("there is no body at %s", async (path) => {
  expect(await ask(path)).toMatchObject({ status: 404, answer: { title: "Page not found" } });
});

test("a page that is no number is refused", async () => {
  expect((await ask("/bodies?page=one")).status).toBe(400);
});

test("both are described", () => {
  const described = api.getOpenAPIDocument({ openapi: "3.1.0", info: { title: "T", version: "1" } });
  expect(Object.keys(described.paths ?? {})).toEqual(["/api/v1/bodies", "/api/v1/bodies/{code}"]);
});
