import { randomUUID } from "node:crypto";
import exceljs from "exceljs";
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
    .select(["points.period", "state", "value", "numerator", "denominator", "points.version"])
    .orderBy("points.period")
    .execute();

async function upload(id: string, content: string | Uint8Array, as = browse): Promise<Response> {
  const form = new FormData();
  form.set("_key", randomUUID());
  form.set("file", new File([content as BlobPart], "numbers.csv"));
  return as(`/series/${id}/upload`, { method: "POST", body: form });
}

/** Uploads, and opens what it would change. */
async function checked(
  id: string,
  content: string | Uint8Array,
  query = "",
): Promise<{ path: string; page: string }> {
  const answer = await upload(id, content);
  expect(answer.status).toBe(303);
  const path = answer.headers.get("Location")!;
  return { path, page: await (await browse(`${path}${query}`)).text() };
}

const hidden = (page: string): Record<string, string> =>
  Object.fromEntries(
    [...page.matchAll(/<input type="hidden" name="(\w+)" value="([^"]*)"/g)].map(([, name, value]) => [
      name!,
      value!,
    ]),
  );

const confirm = (path: string, page: string) =>
  browse(path, { form: { ...hidden(page), _key: randomUUID() } });

describe("a file of numbers", () => {
  test("is read and shown first, and loaded on the yes", async () => {
    const id = await begin();
    const { path, page } = await checked(id, "Month,Falls\nSep-26,4\nOct-26,n/a\n");
    expect(page).toContain("What this file would change");
    expect(page).toContain("Nothing has changed yet");
    expect(await points(id)).toEqual([]);
    const done = await confirm(path, page);
    expect(done.headers.get("Location")).toBe(`/series/${id}/numbers?saved=2`);
    expect(await points(id)).toMatchObject([
      { period: "2026-09-01", value: 4 },
      { period: "2026-10-01", state: "not-applicable" },
    ]);
  });

  test("adds what is new, changes what differs, and says which", async () => {
    const id = await begin();
    const first = await checked(id, "Month,Falls\nAug-26,3\nSep-26,4\n");
    await confirm(first.path, first.page);
    const { path, page } = await checked(id, "Month,Falls\nAug-26,3\nSep-26,5\nOct-26,6\n");
    expect(page).toMatch(/September 2026<\/th><td[^>]*>4<\/td><td[^>]*>5</);
    await confirm(path, page);
    expect(await points(id)).toMatchObject([
      { value: 3, version: 1 },
      { value: 5, version: 2 },
      { value: 6, version: 1 },
    ]);
  });

  test("leaves what stands there, if that is asked for", async () => {
    const id = await begin();
    const first = await checked(id, "Month,Falls\nSep-26,4\n");
    await confirm(first.path, first.page);
    const { path, page } = await checked(id, "Month,Falls\nSep-26,5\nOct-26,6\n", "?keep=new");
    await confirm(path, page);
    expect(await points(id)).toMatchObject([{ value: 4, version: 1 }, { value: 6 }]);
  });

  test("of Excel is read by its cells, whichever columns stand where", async () => {
    const id = await begin({ form: "proportion", numerator: "Done", denominator: "due", unit: "%" });
    const book = new exceljs.Workbook();
    const sheet = book.addWorksheet("Rounds");
    sheet.addRows([
      ["Rounds on Ward 7"],
      [],
      ["Month", "Due", "Done", "%"],
      [new Date(Date.UTC(2026, 8, 1)), 20, 18, 0.9],
      [new Date(Date.UTC(2026, 9, 1)), 22, 19, 0.86],
    ]);
    const { path, page } = await checked(id, new Uint8Array(await book.xlsx.writeBuffer()));
    await confirm(path, page);
    expect(await points(id)).toMatchObject([
      { period: "2026-09-01", numerator: 18, denominator: 20 },
      { period: "2026-10-01", numerator: 19, denominator: 22 },
    ]);
  });

  test("of 2 sheets is read from the one that has numbers, and from another when that is chosen", async () => {
    const id = await begin();
    const book = new exceljs.Workbook();
    book.addWorksheet("About").addRow(["Counted by the night team"]);
    const rows = (first: number) => [
      ["Falls", "Month"],
      [first, new Date(Date.UTC(2026, 8, 1))],
      [first - 2, new Date(Date.UTC(2026, 9, 1))],
    ];
    book.addWorksheet("Ward 7").addRows(rows(4));
    book.addWorksheet("Ward 8").addRows(rows(9).map((row) => row.toReversed()));
    const { path, page } = await checked(id, new Uint8Array(await book.xlsx.writeBuffer()));
    expect(page).toMatch(/September 2026<\/td><td[^>]*>4</);
    const other = await (await browse(`${path}?of=1&sheet=2&when=1&first=0`)).text();
    expect(other).toMatch(/September 2026<\/td><td[^>]*>9</);
    await confirm(path, other);
    expect((await points(id)).map(({ value }) => value)).toEqual([9, 7]);
  });

  test("headed with the measure's own words is read by them, whatever else those say", async () => {
    const [numerator, denominator] = ["People seen on all rounds", "People on the ward"];
    const id = await begin({ form: "proportion", numerator, denominator, unit: "%" });
    const { page } = await checked(id, `Month,${numerator},${denominator}\nSep-26,20,14\nOct-26,12,14\n`);
    expect(page).toContain("20 is more than 14");
  });

  test("with a date that could be two is asked about, and loads nothing before the answer", async () => {
    const id = await begin({ frequency: "day" });
    const { path, page } = await checked(id, "Day,Falls\n03/04/2026,4\n05/06/2026,5\n");
    expect(page).toContain("Which day is 03/04/2026?");
    expect(page).not.toContain("Confirm and load");
    expect((await browse(path, { form: { _key: randomUUID(), revision: "2" } })).status).toBe(422);
    const answered = await (await browse(`${path}?order=month-first`)).text();
    await confirm(path, answered);
    expect((await points(id)).map(({ period }) => period)).toEqual(["2026-03-04", "2026-05-06"]);
  });

  test("says plainly that a number would be taken away, and lets no failed formula do so", async () => {
    const id = await begin();
    const first = await checked(id, "Month,Falls\nAug-26,3\nSep-26,4\n");
    await confirm(first.path, first.page);
    const failed = await checked(id, "Month,Falls\nAug-26,3\nSep-26,#DIV/0!\nOct-26,#N/A\n");
    expect(failed.page).toContain("This file cannot be loaded yet");
    expect(failed.page).toMatch(/>B3<\/th><td[^>]*>“#DIV\/0!” is an error of the spreadsheet/);
    expect(failed.page).not.toContain(">B4</th>");
    expect((await browse(failed.path, { form: { _key: randomUUID(), revision: "2" } })).status).toBe(422);
    const meant = await checked(id, "Month,Falls\nAug-26,3\nSep-26,missing\n");
    expect(meant.page).toContain("The number is taken away, and kept in the record");
    await confirm(meant.path, meant.page);
    expect(await points(id)).toMatchObject([{ value: 3 }, { state: "missing" }]);
  });

  test.each<[string, Partial<DefinitionText>, string, string, string]>([
    ["a text", {}, "Month,Falls\nSep-26,4\nOct-26,five\n", "B3", "“five” is not a number"],
    ["1e308", {}, "Month,Falls\nSep-26,4\nOct-26,1e308\n", "B3", "too large"],
    ["a month to come", {}, "Month,Falls\nSep-26,4\nOct-27,5\n", "A3", "has not begun yet"],
    ["a month repeated", {}, "Month,Falls\nSep-26,4\nOct-26,5\nSep-26,6\n", "A4", "is there twice"],
    [
      "more than there were",
      { form: "proportion", numerator: "Done", denominator: "due", unit: "%" },
      "Month,Done,Due\nAug-26,18,20\nSep-26,18,20\nOct-26,23,22\n",
      "B4",
      "23 is more than 22",
    ],
    [
      "some of none",
      { form: "proportion", numerator: "Done", denominator: "due", unit: "%" },
      "Month,Done,Due\nAug-26,18,20\nSep-26,18,20\nOct-26,3,0\n",
      "C4",
      "check the denominator",
    ],
  ])("with %s names the cell, and loads nothing of it", async (...[, definition, content, place, words]) => {
    const id = await begin(definition);
    const { path, page } = await checked(id, content);
    expect(page).toContain("This file cannot be loaded yet");
    expect(page).toContain(`>${place}</th>`);
    expect(page).toContain(words);
    expect((await browse(path, { form: { _key: randomUUID(), revision: "2" } })).status).toBe(422);
    expect(await points(id)).toEqual([]);
  });

  test.each<[string, string | Uint8Array, string]>([
    ["nothing in it", "", "empty"],
    ["a broken quotation", 'Month,Falls\nSep-26,"4\n', "Line 2"],
    ["32,768 columns", `Month${",x".repeat(32_767)}\n`, "columns"],
    ["the look of a workbook and nothing of one", new Uint8Array([0x50, 0x4b, 3, 4, 0, 0]), "file"],
  ])("with %s is refused at once, in a sentence", async (_, content, words) => {
    const id = await begin();
    const answer = await upload(id, content);
    expect(answer.status).toBe(422);
    const page = await answer.text();
    expect(/error-summary__list">(.*?)<\/ul>/.exec(page)?.[1]).toContain(words);
  });

  test("without dates says that nobody can tell which number is whose", async () => {
    const id = await begin();
    const { page } = await checked(id, "Falls\n4\n5\n");
    expect(page).toContain("There is no column of dates");
    expect(page).not.toContain("Confirm and load");
  });

  test("that was looked at before the numbers changed is looked at again", async () => {
    const id = await begin();
    const { path, page } = await checked(id, "Month,Falls\nSep-26,4\n");
    await browse(`/series/${id}/numbers`, { form: { _key: randomUUID(), "first-2026-10-01": "1" } });
    const answer = await confirm(path, page);
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain("changed while you looked");
    expect(await points(id)).toHaveLength(1);
  });

  test("is its uploader's, and loaded once", async () => {
    const id = await begin();
    const { path, page } = await checked(id, "Month,Falls\nSep-26,4\n");
    const other = await house.as(await person(house.db));
    expect((await other(path)).status).toBe(404);
    await confirm(path, page);
    expect((await confirm(path, page)).headers.get("Location")).toContain("saved=0");
    expect(await points(id)).toMatchObject([{ version: 1 }]);
  });
});
