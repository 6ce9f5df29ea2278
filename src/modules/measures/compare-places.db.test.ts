import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { visitor, type Person } from "#platform/actor.ts";
import type { Context } from "#platform/perform.ts";
import { NotFound } from "#platform/problem.ts";
import { testApp, type TestApp } from "#tests/setup/app.ts";
import { series } from "#tests/measures-world.ts";
import { body, member, person } from "#tests/world.ts";
import { recordPoints } from "./commands/record-points.ts";
import { splitSeries } from "./commands/split-series.ts";
import type { DefinitionText } from "./definition.ts";
import { placeCharts, placeFunnel, placeVerdicts } from "./queries/compare-places.ts";
import { partSizes, seriesParts } from "./queries/series-parts.ts";
import { hideSmall } from "./small-numbers.ts";

let app: TestApp;
let context: Context;
let anybody: Context;
const shared: Record<"judgement" | "improvement", string> = { judgement: "", improvement: "" };

const waits: Partial<DefinitionText> = {
  name: "Waits over 4 hours",
  form: "proportion",
  numerator: "Waits over 4 hours",
  denominator: "Attendances",
  multiplier: 100,
  unit: "",
};
const judged: Partial<DefinitionText> = {
  ...waits,
  purpose: "judgement",
  authority: "The standard contract",
};

const ratio = (numerator: number, denominator: number, month = 0) => ({
  period: new Date(Date.UTC(2026, month, 1)).toISOString().slice(0, 10),
  state: "number" as const,
  value: null,
  numerator,
  denominator,
  note: "",
});

/** One shared definition and a series of it in each of several places. */
async function inPlaces(purpose: "judgement" | "improvement", figures: [string, number, number][]) {
  const at = context.at;
  for (const [name, numerator, denominator] of figures) {
    const place = await body(app.db, { name: `${name} (${purpose})` });
    const actor = context.actor as Person;
    await member(app.db, actor, place, "lead");
    const definition = purpose === "judgement" ? judged : waits;
    const id = await series(app.db, place, { by: actor, at, visibility: "public", definition });
    if (shared[purpose] === "") {
      const row = await app.db
        .selectFrom("series")
        .select("definition_id")
        .where("id", "=", id)
        .executeTakeFirstOrThrow();
      shared[purpose] = row.definition_id;
      await app.db
        .updateTable("definitions")
        .set({ shared: true })
        .where("id", "=", row.definition_id)
        .execute();
    } else {
      await sql`UPDATE definitions SET made_from = ${shared[purpose]}, made_from_version = 1
        WHERE id = (SELECT definition_id FROM series WHERE id = ${id})`.execute(app.db);
    }
    await recordPoints(context, id, { points: [ratio(numerator, denominator)] });
  }
}

beforeAll(async () => {
  app = await testApp();
  const who = await person(app.db);
  const actor: Person = { kind: "person", ...who, sessionId: "", strong: false, roles: [] };
  context = { db: app.db, jobs: app.services.jobs, actor, at: new Date("2026-11-24"), requestId: "test" };
  anybody = { ...context, actor: visitor };
  const figures: [string, number, number][] = [
    ["Ashby", 40, 400],
    ["Brook", 3, 60],
    ["Combe", 30, 310],
    ["Dale", 12, 100],
    ["Easton", 160, 400],
  ];
  await inPlaces("judgement", figures);
  await inPlaces("improvement", figures);
});

afterAll(() => app.close());

const small = { least: 5, rounding: 1 };
const asIs = { asked: undefined, small };

describe("places side by side", () => {
  test("are those of a measure for judgement, by name", async () => {
    const { cards } = await placeCharts(anybody, shared.judgement, 1);
    expect(cards.map((card) => card.body.name[0])).toEqual(["A", "B", "C", "D", "E"]);
    const glance = await app.anonymous()(`/measures/${shared.judgement}/places?show=icons`);
    expect((await glance.text()).match(/Too few points to say/g)).toHaveLength(5);
  });

  test("are never those of a measure for improvement, though every one of them is public", async () => {
    await expect(placeCharts(anybody, shared.improvement, 1)).rejects.toThrow(NotFound);
    await expect(placeFunnel(anybody, shared.improvement, asIs)).rejects.toThrow(NotFound);
    await expect(placeVerdicts(anybody, shared.improvement, 1)).rejects.toThrow(NotFound);
    for (const page of ["places", "places?show=icons", "funnel"])
      expect((await app.anonymous()(`/measures/${shared.improvement}/${page}`)).status).toBe(404);
  });

  test("hold no series for improvement, even where one hides among those for judgement", async () => {
    const { rows } = await sql<{ count: number }>`
      SELECT count(*) AS count FROM comparable_series WHERE purpose <> 'judgement'`.execute(app.db);
    expect(rows[0]!.count).toBe(0);
    const place = await body(app.db, { name: "Zennor" });
    const id = await series(app.db, place, {
      by: context.actor as Person,
      at: context.at,
      visibility: "public",
      definition: waits,
    });
    await sql`UPDATE definitions SET made_from = ${shared.judgement}, made_from_version = 1
      WHERE id = (SELECT definition_id FROM series WHERE id = ${id})`.execute(app.db);
    const { cards } = await placeCharts(anybody, shared.judgement, 1);
    expect(cards.map((card) => card.id)).not.toContain(id);
    await expect(
      app.db.updateTable("series").set({ purpose: "judgement" }).where("id", "=", id).execute(),
    ).rejects.toThrow("does not change");
  });

  test("stand in a funnel by their size, with small counts hidden where they would be known", async () => {
    const found = await placeFunnel(anybody, shared.judgement, asIs);
    expect(found.period).toBe("2026-01-01");
    expect(found.funnel!.points.map(({ value }) => Math.round(value))).toEqual([10, 10, 40]);
    expect(found.figures.map(({ numerator }) => numerator)).toEqual([40, null, 30, null, 160]);
    const page = await (await app.anonymous()(`/measures/${shared.judgement}/funnel`)).text();
    expect(page).toContain("Not said");
    expect(page).toContain("A count under 5 is not said");
    expect(page).not.toMatch(/>3<\/td>/);
    expect(page).toContain("2 places are not drawn");
    const all = await placeFunnel(anybody, shared.judgement, {
      ...asIs,
      small: { least: 0, rounding: 10 },
    });
    expect(all.figures.map(({ numerator }) => (numerator ?? 1) % 10)).toEqual([0, 0, 0, 0, 0]);
  });
});

test("the database hides what the rule hides", async () => {
  for (let seed = 1; seed <= 200; seed += 1) {
    const counts = Array.from({ length: seed % 9 }, (_, at) =>
      (seed + at) % 11 === 0 ? null : (seed * 7_919 * (at + 3)) % 17,
    );
    const [least, rounding] = [seed % 2 === 0 ? 5 : 8, seed % 3 === 0 ? 5 : 1];
    const { rows } = await sql<{ shown: (number | null)[] }>`
      SELECT hide_small(${counts}::double precision[], ${least}, ${rounding}) AS shown`.execute(app.db);
    expect(rows[0]!.shown, JSON.stringify({ counts, least, rounding })).toEqual(
      hideSmall(counts, { least, rounding }),
    );
  }
});

test("a measure is split into parts, and the few that make up the most are found", async () => {
  const place = await body(app.db, { kind: "ward" });
  const by = context.actor as Person;
  const whole = await series(app.db, place, { by, at: context.at });
  const sizes: [string, number][] = [
    ["Nights", 60],
    ["Days", 20],
    ["Weekends", 15],
    ["Bank holidays", 2],
  ];
  for (const [name, count] of sizes) {
    const part = await splitSeries(context, whole, name);
    await recordPoints(context, part, {
      points: [{ ...ratio(0, 0), numerator: null, denominator: null, value: count }],
    });
  }
  await expect(splitSeries(context, whole, "Nights")).rejects.toThrow("already");
  expect((await seriesParts(context, whole)).cards.map((card) => card.split)).toEqual(
    sizes.map(([name]) => name).sort(),
  );
  const part = (await seriesParts(context, whole)).cards[0]!.id;
  expect(await (await (await app.as(by))(`/series/${part}`)).text()).toContain(`href="/series/${whole}"`);
  const found = await partSizes(context, whole, { from: "2026-01-01", to: "2026-03-01", small });
  expect(found.sizes.find(({ name }) => name === "Bank holidays")!.count).toBeNull();
  expect(found.pareto.bars.map(({ name, vital }) => [name, vital])).toEqual([
    ["Nights", true],
    ["Days", true],
  ]);
});
