import { Hono } from "hono";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { listOf } from "#platform/list-file.ts";
import type { Env } from "./env.ts";
import { TakeAway } from "./take-away.tsx";

const columns = { name: ["Name", (row: string) => row] as const };

async function drawn(total: number): Promise<string> {
  const app = new Hono<Env>();
  const list = listOf({ name: "wards", columns, rows: ["Ward A"], total });
  app.get("/bodies", (c) => c.html(renderToStaticMarkup(<TakeAway c={c} list={list} />)));
  return (await app.request("/bodies?q=ward&page=3")).text();
}

test("the files are those of all pages, narrowed as the page is", async () => {
  const page = await drawn(10_000);
  expect(page).toContain('href="/bodies?q=ward&amp;as=csv"');
  expect(page).toContain('href="/bodies?q=ward&amp;as=json"');
  expect(page).not.toContain("A file holds");
});

test("a list that is longer than a file can be says so beside the links", async () => {
  expect(await drawn(10_001)).toContain("A file holds the first 10,000 of them.");
});
