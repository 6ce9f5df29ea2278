import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openKeeping } from "#platform/keeping.ts";
import { createMetrics, measureKeeping } from "#platform/metrics.ts";
import { testApp, type TestApp } from "#tests/setup/app.ts";
import { body, member, person } from "#tests/world.ts";

let world: TestApp;
const now = new Date("2026-11-25T01:00:00Z");
const ago = (minutes: number): Date => new Date(+now - minutes * 60_000);
const folder = mkdtempSync(path.join(tmpdir(), "status-"));

beforeAll(async () => {
  world = await testApp({ clock: () => now });
});
afterAll(async () => {
  await world.close();
  rmSync(folder, { recursive: true });
});

async function administratorOf(kind: string) {
  const someone = await person(world.db);
  await member(world.db, someone, await body(world.db, { kind }), "administrator");
  return world.as(someone, { strong: true });
}

function keep() {
  const keeping = openKeeping(path.join(folder, "kept.json"));
  keeping.succeeded("archive", ago(3));
  keeping.succeeded("backup", ago(60 * 30));
  keeping.failed("backup", ago(10), "no room in /archive");
  world.services.keeping = keeping;
  return keeping;
}

test("an administrator of the platform reads when archive and backup last worked, and why they do not", async () => {
  const browse = await administratorOf("nation");
  const without = await (await browse("/status")).text();
  expect(without).toContain("No archive and no daily backup are kept");

  keep();
  const page = (await (await browse("/status")).text()).replaceAll(/<[^>]+>/g, " ").replaceAll(/\s+/g, " ");
  expect(page).toContain("Continuous archive Now Working Last success 25 November 2026, 12:57am");
  expect(page).toContain("Daily backup Now Failing");
  expect(page).toContain("no room in /archive");
  expect(page).toContain("Email Is not sent");
});

test("nobody else reads it", async () => {
  expect((await world.anonymous()("/status")).headers.get("Location")).toContain("/sign-in");
  expect((await (await administratorOf("acute-trust"))("/status")).status).toBe(403);
});

test("the times stand in /health and in the measurements, and no reason does", async () => {
  const keeping = keep();
  const health = await (await world.anonymous()("/health")).text();
  expect(JSON.parse(health)).toMatchObject({
    kept: [
      { what: "archive", lastSuccess: ago(3).toISOString(), lastFailure: null },
      { what: "backup", lastSuccess: ago(60 * 30).toISOString(), lastFailure: ago(10).toISOString() },
    ],
  });
  expect(health).not.toContain("room");

  const metrics = createMetrics();
  measureKeeping(metrics, keeping);
  const said = await metrics.registry.metrics();
  expect(said).toContain(`throughline_last_success_timestamp_seconds{what="archive"} ${+ago(3) / 1000}`);
  expect(said).toContain(`throughline_last_failure_timestamp_seconds{what="backup"} ${+ago(10) / 1000}`);
  expect(said).not.toContain('failure_timestamp_seconds{what="archive"}');
});
