import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { testApp, type Browse, type TestApp } from "#tests/setup/app.ts";
import { monthly, series } from "#tests/measures-world.ts";
import { body, member, person, type TestBody } from "#tests/world.ts";
import type { Context } from "#platform/perform.ts";
import type { Person } from "#platform/actor.ts";
import { recordPoints } from "./commands/record-points.ts";

let app: TestApp;
let sister: Browse;
let neighbour: Browse;
let elsewhere: TestBody;
let address: string;

beforeAll(async () => {
  app = await testApp();
  const ward = await body(app.db, { kind: "ward", parent: await body(app.db) });
  elsewhere = await body(app.db);
  const who = await person(app.db);
  await member(app.db, who, ward, "lead");
  const other = await person(app.db);
  await member(app.db, other, elsewhere, "analyst");
  [sister, neighbour] = [await app.as(who), await app.as(other)];
  const at = new Date("2026-11-24");
  const id = await series(app.db, ward, { by: who, at });
  const actor: Person = { kind: "person", ...who, sessionId: "", strong: false, roles: [] };
  const context: Context = { db: app.db, jobs: app.services.jobs, actor, at, requestId: "test" };
  const points = monthly([9, 11, 8, 10, 12, 9, 10, 8, 11, 10, 9, 12, 3, 2, 3, 1, 2, 3, 2, 4, 2, 3]);
  await recordPoints(context, id, { points });
  address = `/series/${id}`;
});

afterAll(() => app.close());

const rebase = {
  "from-day": "9",
  "from-month": "1",
  "from-year": "2025",
  name: "New handover",
  limits: "new",
  reason: "The handover at the bedside began on 6 January",
};

/** The numbers between 2 months, as the form of the baseline has them. */
function stretch(from: string, to: string): Record<string, string> {
  const boxes = (name: string, [year = "", month = ""]: string[]) => ({
    [`${name}-day`]: "1",
    [`${name}-month`]: month,
    [`${name}-year`]: year,
  });
  return { kind: "dates", ...boxes("from", from.split("-")), ...boxes("to", to.split("-")) };
}

/** Confirmed at once, from the analysis as it stands. */
async function change(what: string, form: Record<string, string>): Promise<Response> {
  const { analysis } = await app.db
    .selectFrom("series")
    .select("analysis")
    .where("id", "=", address.slice(8))
    .executeTakeFirstOrThrow();
  const sent = { reason: "Because it is so", ...form, _version: String(analysis), _confirmed: "yes" };
  return sister(`${address}/change/${what}`, { form: sent });
}

describe("a change of the chart", () => {
  test("is shown before it is saved, and does nothing until then", async () => {
    const shown = await sister(`${address}/change/phase`, { form: { ...rebase, _version: "1" } });
    expect(shown.status).toBe(200);
    const text = await shown.text();
    expect(text).toContain("As it would be");
    expect(text.match(/<svg/g)!.length).toBeGreaterThanOrEqual(4);
    expect(await (await sister(`${address}/history`)).text()).not.toContain("New handover");
  });

  test("needs a reason, and a date that the numbers reach", async () => {
    const wrong = await sister(`${address}/change/phase`, { form: { ...rebase, reason: "", _version: "1" } });
    expect(wrong.status).toBe(422);
    const late = await sister(`${address}/change/phase`, {
      form: { ...rebase, "from-year": "2029", _version: "1", _confirmed: "yes" },
    });
    expect([late.status, (await late.text()).includes("no number from then on yet")]).toEqual([422, true]);
  });

  test("is told of all that is wrong with it at once", async () => {
    const asked = async (what: string, form: Record<string, string>) => {
      const wrong = await sister(`${address}/change/${what}`, {
        form: { ...form, reason: "", _version: "1" },
      });
      return [...(await wrong.text()).matchAll(/<a href="#([\w-]+)">([^<]+)</g)].map(
        ([, at, said]) => `${at}: ${said}`,
      );
    };
    const why = "reason: Say why you change it";
    expect(await asked("phase", { ...rebase, "from-year": "2029", name: "" })).toEqual([
      "from-day: There is no number from then on yet",
      "name: Say what changed",
      why,
    ]);
    expect(await asked("baseline", { kind: "dates" })).toEqual([
      "from-day: Enter the first day of the baseline",
      "to-day: Enter a last day that is not before the first",
      why,
    ]);
    expect(await asked("baseline", { kind: "first", first: "1" })).toEqual([
      "first: Enter a whole number from 2 to 1,000",
      why,
    ]);
    expect(await asked("exclude", {})).toEqual(["at-day: Enter a day in the period to leave out", why]);
    expect(await asked("target", { value: "4" })).toEqual([
      "from-day: Enter from when the target holds",
      why,
    ]);
    expect(await asked("axis", { zero: "fit", from: "9", to: "3" })).toEqual([
      "to: The upper end must be above the lower end",
      why,
    ]);
    expect(await asked("axis", { zero: "fit", from: "x", to: "3" })).toEqual([
      "from: The lower end must be a number, like 12 or 4.5",
      why,
    ]);
  });

  test("is kept with reason, person and the pictures before and after", async () => {
    const saved = await sister(`${address}/change/phase`, {
      form: { ...rebase, _version: "1", _confirmed: "yes" },
    });
    expect(saved.status).toBe(303);
    const history = await (await sister(`${address}/history`)).text();
    expect(history).toContain("The handover at the bedside");
    expect(history).toMatch(/>\d{1,2} \w+ \d{4}, (\d{1,2}(:\d\d)?[ap]m|midday|midnight), \w/);
    expect(history).toContain("New phase from 1 January 2025: New handover");
    const [before, after] = await Promise.all(
      ["before", "after"].map(async (which) => (await sister(`${address}/history/2/${which}`)).text()),
    );
    expect(before).not.toContain("New handover");
    expect(after).toContain("New handover");
  });

  test("of what somebody else has changed in the meantime shows both", async () => {
    const stale = await sister(`${address}/change/axis`, {
      form: { zero: "zero", from: "", to: "", reason: "For the board", _version: "1", _confirmed: "yes" },
    });
    expect(stale.status).toBe(409);
    expect(await stale.text()).toContain("New handover");
  });

  test.each<[string, Record<string, string>, string]>([
    ["chart", { chart: "run", rules: "anhoej", screen: "keep" }, "Run chart; rules: Anhøj"],
    ["baseline", { kind: "first", first: "12" }, "first 12 numbers"],
    ["exclude", { "at-day": "1", "at-month": "3", "at-year": "2024" }, "Left out: March 2024"],
    ["target", { "from-day": "1", "from-month": "1", "from-year": "2025", value: "4" }, "Target 4 from"],
    ["axis", { zero: "zero", from: "", to: "20" }, "Axis from zero to 20"],
    ["baseline", stretch("2025-02", "2025-07"), "Limits from 1 February 2025 to 1 July 2025"],
  ])("of %s", async (what, form, words) => {
    expect((await change(what, form)).status).toBe(303);
    expect(await (await sister(`${address}/history`)).text()).toContain(words);
  });

  test.each<[string, Record<string, string>, string]>([
    ["baseline", stretch("2024-11", "2025-03"), "New handover begins on 1 January 2025: stay in one phase"],
    ["baseline", stretch("2019-01", "2019-06"), "There are not 2 numbers between these days"],
    ["phase", { ...rebase, "from-month": "4" }, "Limits come from the numbers to 1 July 2025"],
    ["target", { "from-day": "1", "from-month": "1", "from-year": "2025", value: "1e308" }, "too large"],
    ["axis", { zero: "zero", from: "", to: "1e300" }, "too large"],
  ])("of %s says at the field what cannot be", async (what, form, words) => {
    const wrong = await change(what, form);
    expect([wrong.status, await wrong.text()]).toEqual([422, expect.stringContaining(words)]);
  });
});

describe("what is taken along", () => {
  test.each<[string, RegExp]>([
    ["chart.svg", /^<svg/],
    ["chart.png", /^.PNG/],
    ["chart.pptx", /^PK/],
    ["chart.xlsx", /^PK/],
    ["numbers.csv", /period,state,value/],
    ["working.csv", /fingerprint/],
    ["series.json", /"fingerprint"/],
  ])("%s", async (file, start) => {
    const answer = await sister(`${address}/files/${file}`);
    expect(answer.status).toBe(200);
    expect(answer.headers.get("Content-Disposition")).toContain("falls-on-the-ward.");
    const bytes = Buffer.from(await answer.arrayBuffer());
    expect(bytes.toString("latin1")).toMatch(start);
  });

  test("a name that is no file is not found", async () => {
    expect((await sister(`${address}/files/constructor`)).status).toBe(404);
  });
});

describe("a team’s chart", () => {
  test("is seen by the body it is given to, until it is taken back", async () => {
    expect((await neighbour(address)).status).toBe(404);
    expect((await sister(`${address}/give`, { form: { body: elsewhere.code } })).status).toBe(303);
    expect((await neighbour(address)).status).toBe(200);
    expect((await neighbour(`${address}/sharing`)).status).toBe(403);
    expect((await sister(`${address}/take-back/${elsewhere.id}`, { form: {} })).status).toBe(303);
    expect((await neighbour(address)).status).toBe(404);
  });

  test("stands in another page under a signed address that can be taken away", async () => {
    await sister(`${address}/embed`, { form: { place: "The intranet" } });
    const page = await (await sister(`${address}/embed`)).text();
    const path = /\/embedded\/[\w.-]+\.svg/.exec(page)![0];
    const anybody = app.anonymous();
    const shown = await anybody(path);
    expect(await shown.text()).toContain("<svg");
    expect(shown.headers.get("Cross-Origin-Resource-Policy")).toBe("cross-origin");
    const last = path.at(-5) === "A" ? "B.svg" : "A.svg";
    for (const altered of [".svg", last, "x.svg", `${path.at(-5)}.more.svg`])
      expect((await anybody(path.replace(/.\.svg$/, altered))).status, altered).toBe(404);
    const embed = /\/embedded\/([0-9a-f-]{36})/.exec(page)![1];
    await sister(`${address}/embed/${embed}/stop`, { form: {} });
    expect((await anybody(path)).status).toBe(404);
  });

  test("takes notes and gives them up", async () => {
    const note = { "on-day": "5", "on-month": "6", "on-year": "2024", label: "Moved to the new wing" };
    await sister(`${address}/notes`, { form: note });
    expect(await (await sister(address)).text()).toContain("Moved to the new wing");
    const page = await (await sister(`${address}/notes`)).text();
    await sister(/\/series\/[^"]+\/remove/.exec(page)![0], { form: {} });
    expect(await (await sister(address)).text()).not.toContain("Moved to the new wing");
  });

  test("is closed, takes nothing more, and is opened again", async () => {
    await sister(`${address}/close`, { form: {} });
    expect((await sister(`${address}/add`)).status).toBe(403);
    await sister(`${address}/reopen`, { form: {} });
    expect((await sister(`${address}/add`)).status).toBe(200);
  });
});
