import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Person } from "#platform/actor.ts";
import type { Context } from "#platform/perform.ts";
import { Invalid, NotFound } from "#platform/problem.ts";
import { findWorkplace } from "#modules/people/index.ts";
import { falls, monthly } from "#tests/measures-world.ts";
import { testApp, type TestApp } from "#tests/setup/app.ts";
import { body, member, person } from "#tests/world.ts";
import { recordPoints } from "./commands/record-points.ts";
import { startSeries } from "./commands/start-series.ts";
import { seriesInSight } from "./queries/series-in-sight.ts";

let app: TestApp;
let sister: Context;
let stranger: Context;
let id: string;

beforeAll(async () => {
  app = await testApp();
  const place = await body(app.db, { kind: "ward", parent: await body(app.db) });
  const contextFor = async (where: { id: string }): Promise<Context> => {
    const who = await person(app.db);
    await member(app.db, who, where, "lead");
    const actor: Person = { kind: "person", ...who, sessionId: "", strong: false, roles: [] };
    return { db: app.db, jobs: app.services.jobs, actor, at: new Date("2026-11-24"), requestId: "test" };
  };
  sister = await contextFor(place);
  stranger = await contextFor(await body(app.db));
  id = await startSeries(sister, {
    definition: falls,
    madeFrom: null,
    place: await findWorkplace(sister, place.code, "place"),
    visibility: "organisation",
  });
});

afterAll(() => app.close());

describe("a series", () => {
  test("is in the sight of its organisation and of nobody else", async () => {
    expect(await seriesInSight(sister, id)).toMatchObject({ definition: falls, standing: "lead" });
    await expect(seriesInSight(stranger, id)).rejects.toThrow(NotFound);
  });

  test("takes figures, and says what they show", async () => {
    const done = await recordPoints(sister, id, {
      points: monthly([9, 11, 8, 10, 12, 9, 10, 8, 11, 10, 9, 12, 3, 2, 3, 1, 2, 3, 2]),
    });
    expect(done).toMatchObject({ added: 19, corrected: 0 });
    const row = await app.db.selectFrom("series").selectAll().where("id", "=", id).executeTakeFirstOrThrow();
    expect(row).toMatchObject({
      points: 19,
      last_period: "2025-07-01",
      variation: "improving",
      signal_meaning: "improvement",
    });
  });

  test("keeps what a correction replaced, and counts the same figure again as nothing", async () => {
    expect(
      await recordPoints(sister, id, { points: monthly([9, 7]), reason: "Counted again" }),
    ).toMatchObject({ added: 0, corrected: 1 });
    const kept = await app.db.selectFrom("point_corrections").selectAll().execute();
    expect(kept).toMatchObject([{ period: "2024-02-01", value: 11, version: 1, reason: "Counted again" }]);
  });

  test.each<[string, ReturnType<typeof monthly>]>([
    ["has not begun", monthly([1], 40)],
    ["twice", [...monthly([1]), ...monthly([2])]],
    ["too large", monthly([1e308])],
    ["whole number", monthly([1.5])],
    ["less than 0", monthly([-1])],
  ])("refuses a figure that %s, with nothing written", async (words, points) => {
    const before = await app.db.selectFrom("points").selectAll().execute();
    const refused = await recordPoints(sister, id, { points }).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(Invalid);
    expect((refused as Invalid).message).toContain(words);
    expect(await app.db.selectFrom("points").selectAll().execute()).toEqual(before);
  });
});
