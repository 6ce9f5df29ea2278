import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { series } from "#tests/measures-world.ts";
import { testApp, type Browse, type TestApp } from "#tests/setup/app.ts";
import { body, member, person, type TestPerson } from "#tests/world.ts";
import type { DefinitionText } from "./definition.ts";

let house: TestApp;
let ward: { id: string; code: string; name: string };
let sister: TestPerson;
let browse: Browse;
const now = new Date("2026-11-24T09:00:00Z");

beforeAll(async () => {
  house = await testApp({ clock: () => now });
  ward = await body(house.db, { kind: "ward", parent: await body(house.db) });
  sister = await person(house.db);
  await member(house.db, sister, ward, "lead");
});
beforeEach(async () => {
  browse = await house.as(sister);
});
afterAll(() => house.close());

const begin = (definition: Partial<DefinitionText> = {}) =>
  series(house.db, ward, { by: sister, at: now, visibility: "organisation", definition });

const points = async (id: string) =>
  house.db
    .selectFrom("points")
    .innerJoin("series", "series.number", "points.series_no")
    .where("series.id", "=", id)
    .select(["points.period", "state", "value", "numerator", "denominator", "note", "points.version"])
    .orderBy("points.period")
    .execute();

const send = (id: string, form: Record<string, string>) =>
  browse(`/series/${id}/numbers`, { form: { _key: randomUUID(), ...form } });

const seenIn = (page: string): string => /name="seen" value="([^"]*)"/.exec(page)![1]!;

describe("a sheet of numbers", () => {
  test("shows the periods of the measure, each with a box, up to now", async () => {
    const id = await begin();
    house.statements();
    const page = await (await browse(`/series/${id}/numbers`)).text();
    expect(house.statements()).toBeLessThanOrEqual(6);
    expect([...page.matchAll(/<th scope="row">([^<]+)/g)].map((found) => found[1])).toEqual([
      ...["June", "July", "August", "September", "October", "November", "December"].map(
        (month) => `${month} 2025`,
      ),
      ...[
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
      ].map((month) => `${month} 2026`),
      "November 2026",
    ]);
    expect(page).toContain(`href="/series/${id}/numbers?until=2025-05-01"`);
  });

  test("takes numbers, what is missing and what is not applicable, and leaves alone what is empty", async () => {
    const id = await begin();
    const answer = await send(id, {
      "first-2026-08-01": "1,204",
      "first-2026-09-01": "missing",
      "first-2026-10-01": "n/a",
      "note-2026-10-01": "Ward closed",
      "first-2026-11-01": "",
      "first-2026-07-01": "0",
    });
    expect(answer.headers.get("Location")).toBe(`/series/${id}/numbers?saved=4`);
    expect(await points(id)).toMatchObject([
      { period: "2026-07-01", value: 0 },
      { period: "2026-08-01", value: 1204 },
      { period: "2026-09-01", state: "missing" },
      { period: "2026-10-01", state: "not-applicable", note: "Ward closed" },
    ]);
    const page = await (await browse(answer.headers.get("Location")!)).text();
    expect(page).toContain("4 numbers were saved.");
    expect(page).toContain('value="missing"');
  });

  test("writes only what differs", async () => {
    const id = await begin();
    await send(id, { "first-2026-09-01": "4", "first-2026-10-01": "5" });
    const seen = seenIn(await (await browse(`/series/${id}/numbers`)).text());
    const again = { seen, "first-2026-09-01": "4", "first-2026-10-01": "5" };
    expect((await send(id, again)).headers.get("Location")).toContain("saved=0");
    expect((await send(id, { ...again, "first-2026-10-01": "6" })).headers.get("Location")).toContain(
      "saved=1",
    );
    expect(await points(id)).toMatchObject([
      { value: 4, version: 1 },
      { value: 6, version: 2 },
    ]);
  });

  const ratio: Partial<DefinitionText> = {
    form: "proportion",
    numerator: "Done",
    denominator: "due",
    unit: "%",
  };
  test.each<[string, Partial<DefinitionText>, Record<string, string>, string, string]>([
    ["a text", {}, { "first-2026-10-01": "five" }, "first-2026-10-01", "“five” is not a number"],
    ["1e308", {}, { "first-2026-10-01": "1e308" }, "first-2026-10-01", "too large"],
    ["a month to come", {}, { "first-2027-01-01": "5" }, "first-2027-01-01", "has not begun yet"],
    ["a day within a month", {}, { "first-2026-10-05": "5" }, "first-2026-10-05", "first day of the period"],
    [
      "more than there were",
      ratio,
      { "first-2026-10-01": "6", "second-2026-10-01": "5" },
      "first-2026-10-01",
      "6 is more than 5",
    ],
    [
      "some of none",
      ratio,
      { "first-2026-10-01": "6", "second-2026-10-01": "0" },
      "second-2026-10-01",
      "check the denominator",
    ],
    ["half of a pair", ratio, { "first-2026-10-01": "6" }, "second-2026-10-01", "Give 2 numbers"],
    ["a note without a number", {}, { "note-2026-10-01": "Closed" }, "first-2026-10-01", "no number"],
    [
      "a patient in a note",
      {},
      { "first-2026-10-01": "6", "note-2026-10-01": "943 476 5919" },
      "note-2026-10-01",
      "holds what looks like",
    ],
  ])(
    "says %s at its cell, keeps all that was typed and writes nothing",
    async (...[, definition, wrong, cell, words]) => {
      const id = await begin(definition);
      const right: Record<string, string> = definition.form
        ? { "first-2026-09-01": "3", "second-2026-09-01": "4" }
        : { "first-2026-09-01": "3" };
      const answer = await send(id, { ...right, ...wrong });
      expect(answer.status).toBe(422);
      const page = await answer.text();
      const message = new RegExp(`id="${cell}-error">(?:(?!</td>).)*`).exec(page)![0];
      expect(message).toContain(words);
      expect(page).toContain(`href="#${cell}"`);
      for (const value of Object.values({ ...right, ...wrong })) expect(page).toContain(`value="${value}"`);
      expect(await points(id)).toEqual([]);
    },
  );

  test("does not take a number away by saying nothing", async () => {
    const id = await begin();
    await send(id, { "first-2026-09-01": "4" });
    const answer = await send(id, { "first-2026-09-01": "" });
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain("write “missing” or “n/a” to take back the number (4)");
  });

  test("does not write over what somebody else wrote meanwhile", async () => {
    const id = await begin();
    const opened = seenIn(await (await browse(`/series/${id}/numbers`)).text());
    await send(id, { "first-2026-09-01": "4" });
    const answer = await send(id, { seen: opened, "first-2026-09-01": "5", "first-2026-10-01": "6" });
    expect(answer.status).toBe(409);
    const page = await answer.text();
    expect(page).toContain("Somebody else changed some of these numbers");
    expect(await points(id)).toMatchObject([{ value: 4 }]);
    await send(id, { seen: seenIn(page), "first-2026-09-01": "5", "first-2026-10-01": "6" });
    expect(await points(id)).toMatchObject([{ value: 5 }, { value: 6 }]);
  });

  test("takes 600 rows and no more", async () => {
    const id = await begin({ frequency: "day" });
    const rows = (count: number) =>
      Object.fromEntries(
        Array.from({ length: count }, (_, at) => [
          `first-${new Date(Date.UTC(2025, 0, 1 + at)).toISOString().slice(0, 10)}`,
          String(at),
        ]),
      );
    expect((await send(id, rows(601))).status).toBe(422);
    expect((await send(id, rows(600))).headers.get("Location")).toContain("saved=600");
  });
});
