import { afterAll, beforeAll, expect, test } from "vitest";
import type { Person } from "#platform/actor.ts";
import { readFact, writeFact } from "#platform/facts.ts";
import type { Context } from "#platform/perform.ts";
import { testApp, type TestApp } from "#tests/setup/app.ts";
import { monthly, series } from "#tests/measures-world.ts";
import { body, person } from "#tests/world.ts";
import { recordPoints } from "./commands/record-points.ts";
import { reckonAfterUpgrade } from "./commands/reckon-after-upgrade.ts";
import { reckonAll } from "./commands/reckon-all.ts";

let app: TestApp;
let context: Context;

/** Every shape that is told apart in bulk: better either way, short and long, with gaps, and charts that are not plain. */
const shapes = [
  { form: "value", better: "lower" },
  { form: "value", better: "higher" },
  { form: "value", better: "neither" },
  { form: "count", better: "lower" },
] as const;

beforeAll(async () => {
  app = await testApp();
  const who = await person(app.db);
  const actor: Person = { kind: "person", ...who, sessionId: "", strong: false, roles: [] };
  context = { db: app.db, jobs: app.services.jobs, actor, at: new Date("2026-11-24"), requestId: "test" };
  for (let seed = 1; seed <= 24; seed += 1) {
    const place = await body(app.db);
    const id = await series(app.db, place, { by: who, at: context.at, definition: shapes[seed % 4]! });
    const values = Array.from({ length: 4 + (seed % 5) * 7 }, (_, at) =>
      Math.round(20 + ((seed * at * 7_919) % 11) + (at > 16 ? (seed % 3) * 6 : 0)),
    );
    const points = monthly(values);
    const gap = points[3]!;
    points[3] = { ...gap, state: "missing", value: null } as never;
    await recordPoints(context, id, { points });
  }
});

afterAll(() => app.close());

const verdicts = () =>
  app.db
    .selectFrom("series")
    .select(["number", "points", "first_period", "last_period", "last_value", "variation", "assurance"])
    .select(["sentence", "signal_from", "signal_meaning"])
    .orderBy("number")
    .execute();

test("what was reckoned one by one is found unchanged in bulk, and nothing is written again", async () => {
  const before = await verdicts();
  const { series: all, written } = await reckonAll(app.db);
  expect([all, written]).toEqual([24, 0]);
  expect(await verdicts()).toEqual(before);
});

test("what is not there, or is wrong, is reckoned as one by one", async () => {
  const before = await verdicts();
  await app.db.updateTable("series").set({ variation: null, sentence: "" }).execute();
  expect(await reckonAll(app.db, { onlyUnreckoned: true })).toEqual({ series: 24, written: 24 });
  expect(await verdicts()).toEqual(before);
  expect(await reckonAll(app.db, { onlyUnreckoned: true })).toEqual({ series: 0, written: 0 });
});

test("an upgrade that finds other verdicts reckons all of them once, by itself, and goes on where it was stopped", async () => {
  const before = await verdicts();
  const spoil = () => app.db.updateTable("series").set({ variation: "improving", sentence: "Old" }).execute();
  await spoil();
  await writeFact(app.db, "verdicts", { by: "an older program", upTo: null });
  expect(await reckonAfterUpgrade(app.db)).toBe(24);
  expect(await verdicts()).toEqual(before);
  await spoil();
  expect(await reckonAfterUpgrade(app.db)).toBe(0);
  expect(await verdicts()).not.toEqual(before);

  const { by } = (await readFact<{ by: string }>(app.db, "verdicts"))!;
  const half = before[11]!.number;
  await writeFact(app.db, "verdicts", { by, upTo: half });
  expect(await reckonAfterUpgrade(app.db)).toBe(12);
  const after = await verdicts();
  expect(after.filter(({ number }) => number > half)).toEqual(before.slice(12));
  expect(after[0]!.sentence).toBe("Old");
});
