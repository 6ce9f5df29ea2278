import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { testApp, type Browse, type TestApp } from "#tests/setup/app.ts";
import { body, member, person, type TestBody } from "#tests/world.ts";

let app: TestApp;
let ward: TestBody;
let sister: Browse;
let stranger: Browse;
let address: string;

beforeAll(async () => {
  app = await testApp();
  ward = await body(app.db, { kind: "ward", parent: await body(app.db) });
  const who = await person(app.db);
  await member(app.db, who, ward, "lead");
  sister = await app.as(who);
  const other = await person(app.db);
  await member(app.db, other, await body(app.db), "officer");
  stranger = await app.as(other, { strong: true });
});

afterAll(() => app.close());

describe("a measure", () => {
  test("is started on 2 short pages, in the ward that it is for", async () => {
    const first = await sister(`/measures/new?place=${ward.code}`, {
      form: { name: "Falls per bed day", form: "rate" },
    });
    expect(first.status).toBe(303);
    const details = await (await sister(first.headers.get("Location")!)).text();
    expect(details).toContain("For how much of what");
    const saved = await sister("/measures/new/details", {
      form: {
        name: "Falls per bed day",
        form: "rate",
        place: ward.code,
        numerator: "Falls",
        denominator: "bed days",
        multiplier: "1000",
        better: "lower",
        frequency: "month",
        visibility: "team",
        authority: "",
      },
    });
    expect(saved.status).toBe(303);
    address = saved.headers.get("Location")!.replace("?done=started", "");
    const page = await (await sister(address)).text();
    expect(page).toContain("No number yet");
    expect(page).toContain("never used to rank or to judge");
  });

  test("takes numbers one by one, and says what is wrong with one at its field", async () => {
    const form = { "on-month": "4", "on-year": "2026", "on-day": "12", note: "", reason: "" };
    const wrong = await sister(`${address}/add`, { form: { ...form, state: "number", first: "6" } });
    expect(wrong.status).toBe(422);
    expect(await wrong.text()).toContain("Enter both numbers");
    const worse = await sister(`${address}/add`, {
      form: { ...form, "on-year": "2999", state: "number", first: "-1", second: "10", note: "x".repeat(501) },
    });
    const told = await worse.text();
    for (const words of ["has not begun yet", "cannot be less than 0", "must be 500 characters or fewer"])
      expect(told).toContain(words);
    for (const [month, falls] of ["6", "9", "4", "7"].entries()) {
      const saved = await sister(`${address}/add`, {
        form: { ...form, "on-month": String(month + 1), state: "number", first: falls, second: "1,210" },
      });
      expect(saved.status).toBe(303);
    }
    const page = await (await sister(address)).text();
    expect(page).toContain("<svg");
    // Its words are explained where they first stand, and so they are read without their links.
    expect(page.replaceAll(/<[^>]+>/g, "")).toContain("has too few points to tell a signal from chance");
    expect(page).toContain("5.0");
    expect(page).toContain("From the 12th number on it is drawn as a U chart by itself");
  });

  test("is drawn as what somebody chose, however few the numbers are", async () => {
    const form = { chart: "u", rules: "making-data-count-2023", screen: "out", reason: "As elsewhere" };
    const sent = { ...form, _version: "1", _confirmed: "yes" };
    expect((await sister(`${address}/change/chart`, { form: sent })).status).toBe(303);
    const page = await (await sister(address)).text();
    expect(page).toContain("This is a U chart");
    expect(page).not.toContain("by itself");
  });

  test("is where nobody else finds it, whatever their standing", async () => {
    expect((await stranger(address)).status).toBe(404);
    expect((await app.anonymous()(address)).status).toBe(404);
    expect(await (await stranger(`/bodies/${ward.code}/measures`)).text()).not.toContain("Falls per bed day");
  });

  test("stands on the page of its place and on its keeper’s own", async () => {
    expect(await (await sister(`/bodies/${ward.code}`)).text()).toContain("Falls per bed day");
    expect(await (await sister("/")).text()).toContain("Falls per bed day");
    expect(await (await sister(`/bodies/${ward.code}/measures`)).text()).toContain("tl-multiples");
  });
});

test("the pages need few statements", async () => {
  app.statements();
  await sister(address);
  expect(app.statements()).toBeLessThanOrEqual(12);
  await sister(`/bodies/${ward.code}/measures`);
  expect(app.statements()).toBeLessThanOrEqual(12);
});
