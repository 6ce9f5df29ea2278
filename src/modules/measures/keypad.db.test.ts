import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Person } from "#platform/actor.ts";
import type { Context } from "#platform/perform.ts";
import { findWorkplace } from "#modules/people/index.ts";
import { falls as monthlyFalls } from "#tests/measures-world.ts";
import { testApp, type Browse, type TestApp } from "#tests/setup/app.ts";
import { body, member, person, type TestBody, type TestPerson } from "#tests/world.ts";
import { startSeries } from "./commands/start-series.ts";
import type { DefinitionText } from "./definition.ts";
import { keypadToken } from "./keypad-token.ts";

let house: TestApp;
let ward: TestBody;
let sister: TestPerson;
let clerk: TestPerson;
let browse: Browse;
let now = new Date("2026-11-24T09:00:00Z");

const falls: DefinitionText = { ...monthlyFalls, name: "Falls", frequency: "week" };
const rounds: DefinitionText = {
  ...falls,
  name: "Rounds done",
  form: "proportion",
  numerator: "Rounds done",
  denominator: "rounds due",
  multiplier: 100,
  unit: "%",
};

beforeAll(async () => {
  house = await testApp({ clock: () => now });
  ward = await body(house.db, { kind: "ward", parent: await body(house.db) });
  [sister, clerk] = [await person(house.db), await person(house.db)];
  for (const who of [sister, clerk]) await member(house.db, who, ward, "lead");
});
beforeEach(async () => {
  now = new Date("2026-11-24T09:00:00Z");
  browse = await house.as(sister);
});
afterAll(() => house.close());

async function series(definition = falls, given: { collector?: TestPerson } = {}) {
  const actor: Person = { kind: "person", ...sister, sessionId: "", strong: false, roles: [] };
  const context: Context = { db: house.db, jobs: house.services.jobs, actor, at: now, requestId: "test" };
  const place = await findWorkplace(context, ward.code, "place");
  const id = await startSeries(context, {
    definition,
    madeFrom: null,
    place,
    visibility: "organisation",
    collectorId: given.collector?.id ?? null,
  });
  const { number } = await house.db
    .selectFrom("series")
    .select("number")
    .where("id", "=", id)
    .executeTakeFirstOrThrow();
  return { id, number, path: `/m/${keypadToken(number)}` };
}

const points = (number: number) =>
  house.db
    .selectFrom("points")
    .select(["period", "state", "value", "numerator", "denominator", "note", "version"])
    .where("series_no", "=", number)
    .orderBy("period")
    .execute();

type Sent = Record<string, string>;
const send = (path: string, form: Sent, as = browse) =>
  as(path, { form: { _key: randomUUID(), period: "2026-11-16", state: "number", ...form } });

describe("the keypad", () => {
  test("proposes the last week that is over, takes its number and proposes the next", async () => {
    const { path, number } = await series();
    expect(await (await browse(path)).text()).toMatch(/<option value="2026-11-16" selected/);
    const answer = await send(path, { first: "4" });
    expect(answer.status).toBe(303);
    expect(await points(number)).toMatchObject([{ period: "2026-11-16", state: "number", value: 4 }]);
    const page = await (await browse(answer.headers.get("Location")!)).text();
    expect(page).toContain("Saved: 4 for the week from 16 November 2026.");
    expect(page).toContain("Week from 16 November 2026 – has 4");
    expect(page).toMatch(/<option value="2026-11-23" selected/);
  });

  test("tells zero, missing and nothing to measure apart", async () => {
    const { path, number } = await series();
    await send(path, { first: "0", period: "2026-11-02" });
    await send(path, { state: "missing", period: "2026-11-09" });
    await send(path, { state: "not-applicable", period: "2026-11-16", note: "Ward closed" });
    expect(await points(number)).toMatchObject([
      { state: "number", value: 0 },
      { state: "missing", value: null },
      { state: "not-applicable", value: null, note: "Ward closed" },
    ]);
  });

  test("says all that is wrong at once", async () => {
    const { path } = await series();
    const told = await (await send(path, { first: "four", period: "", note: "x".repeat(501) })).text();
    for (const words of [
      "Choose what the number is for",
      "“four” is not a number",
      "must be 500 characters or fewer",
    ])
      expect(told).toContain(words);
  });

  test("asks for both numbers where the measure has both", async () => {
    const { path, number } = await series(rounds);
    expect(await (await browse(path)).text()).toContain("Out of: rounds due");
    await send(path, { first: "18", second: "20" });
    expect(await points(number)).toMatchObject([{ value: null, numerator: 18, denominator: 20 }]);
  });

  test.each<[string, DefinitionText, Sent, string]>([
    ["a text", falls, { first: "four" }, "“four” is not a number"],
    ["nothing", falls, { first: "" }, "Enter the number, or say that there is none"],
    ["a fraction of a fall", falls, { first: "1.5" }, "A count is a whole number"],
    ["less than none", falls, { first: "-1" }, "This cannot be less than 0"],
    ["1e308", falls, { first: "1e308" }, "too large"],
    ["a week to come", falls, { first: "1", period: "2026-12-07" }, "This period has not begun yet"],
    ["no day", falls, { first: "1", period: "2026-02-31x" }, "Choose what the number is for"],
    ["more than there were", rounds, { first: "21", second: "20" }, "21 is more than 20"],
    ["some of none", rounds, { first: "1", second: "0" }, "check the denominator"],
    ["half of a pair", rounds, { first: "1", second: "" }, "Give 2 numbers"],
    ["a percentage of a count", falls, { first: "40%" }, "is a percentage"],
    ["a patient", falls, { first: "1", note: "NHS number 943 476 5919" }, "The note holds what looks like"],
  ])(
    "refuses %s at its field, keeps what was typed and writes nothing",
    async (_, definition, form, words) => {
      const { path, number } = await series(definition);
      const answer = await send(path, form);
      expect(answer.status).toBe(422);
      const page = await answer.text();
      expect(page).toContain(words);
      if (form["first"]) expect(page).toContain(`value="${form["first"]}"`);
      expect(await points(number)).toEqual([]);
    },
  );

  test("the same form sent again acts once", async () => {
    const { path, number } = await series();
    const form = { _key: randomUUID(), first: "4" };
    const answers = await Promise.all([send(path, form), send(path, form), send(path, form)]);
    expect(answers.map(({ status }) => status)).toEqual([303, 303, 303]);
    expect(await points(number)).toMatchObject([{ value: 4, version: 1 }]);
  });

  test("what somebody else entered meanwhile is not written over: both are shown, and one is chosen", async () => {
    const { path, number } = await series(falls, { collector: clerk });
    expect((await send(path, { first: "4" }, await house.as(clerk))).status).toBe(303);
    const answer = await send(path, { first: "5" });
    expect(answer.status).toBe(409);
    const page = await answer.text();
    expect(page).toContain("There is another number already");
    expect(await points(number)).toMatchObject([{ value: 4 }]);
    const seen = /name="seen" value="([^"]*)"/.exec(page)![1]!;
    expect((await send(path, { first: "5", seen })).status).toBe(303);
    expect(await points(number)).toMatchObject([{ value: 5, version: 2 }]);
  });

  test("the same number from two people is no contradiction", async () => {
    const { path, number } = await series(falls, { collector: clerk });
    expect((await send(path, { first: "4" }, await house.as(clerk))).status).toBe(303);
    expect((await send(path, { first: "4" })).status).toBe(303);
    expect(await points(number)).toMatchObject([{ value: 4, version: 1 }]);
  });
});

describe("who may use it", () => {
  test("the named collector, though they are in no team", async () => {
    const collector = await person(house.db);
    const { path, number } = await series(falls, { collector });
    expect((await send(path, { first: "4" }, await house.as(collector))).status).toBe(303);
    expect(await points(number)).toHaveLength(1);
  });

  test("nobody who only sees the measure, and nobody else at all", async () => {
    const { path, number } = await series();
    const viewer = await house.as(clerk);
    const stranger = await house.as(await person(house.db));
    for (const [as, status] of [
      [viewer, 403],
      [stranger, 404],
    ] as const) {
      expect((await as(path)).status).toBe(status);
      expect((await send(path, { first: "4" }, as)).status).toBe(status);
    }
    expect((await house.anonymous()(path)).headers.get("Location")).toMatch(/^\/sign-in\?next=%2Fm%2F/);
    expect(await points(number)).toEqual([]);
    expect((await browse("/m/AAAA")).status).toBe(404);
  });

  test("a phone that was let, when the session has ended; and never in another's name", async () => {
    const { path, number } = await series();
    await browse("/me/phones", { form: { next: path } });
    now = new Date(now.getTime() + 31 * 60_000);
    const page = await (await browse(path)).text();
    expect(page).toContain(`in the name of ${sister.name}`);
    expect(page).not.toContain(`/series/`);
    expect((await send(path, { first: "4", _as: clerk.id })).status).toBe(401);
    expect(await points(number)).toEqual([]);
    expect((await send(path, { first: "4", _as: sister.id })).status).toBe(303);
    expect(await points(number)).toHaveLength(1);
  });

  test("nobody, once the measure is closed", async () => {
    const { id, path } = await series();
    await house.db.updateTable("series").set({ closed_at: now }).where("id", "=", id).execute();
    expect((await browse(path)).status).toBe(403);
  });
});
