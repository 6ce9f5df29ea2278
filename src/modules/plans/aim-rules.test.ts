import { describe, expect, test } from "vitest";
import { processorTime } from "#tests/setup/processor-time.ts";
import { howMuch, missingIn, readAim } from "./aim-rules.ts";

const today = "2026-11-24";

describe("an aim is read out of a sentence", () => {
  test.each([
    [
      "We want to find familial hypercholesterolaemia from 15% to 50% by the end of March 2028 for people in nine trusts",
      {
        what: "find familial hypercholesterolaemia",
        from: 15,
        to: 50,
        unit: "%",
        by: "2028-03-31",
        forWhom: "people in nine trusts",
      },
    ],
    [
      "Reduce falls at night from 12 to 6 a month by 1 June 2027 for patients on Heron Ward",
      {
        what: "Reduce falls at night",
        from: 12,
        to: 6,
        unit: "a month",
        by: "2027-06-01",
        forWhom: "patients on Heron Ward",
      },
    ],
    [
      "Cut waiting to under 20 minutes within 6 months",
      { what: "Cut waiting", from: null, to: 20, unit: "minutes", by: "2027-05-24", forWhom: "" },
    ],
    [
      "Bring pressure ulcers to zero by Christmas",
      { what: "Bring pressure ulcers", from: null, to: 0, unit: "", by: "2026-12-25", forWhom: "" },
    ],
    [
      "Fewer falls by 31 March",
      { what: "Fewer falls", from: null, to: null, unit: "", by: "2027-03-31", forWhom: "" },
    ],
    [
      "Raise hand hygiene from 70 per cent to at least 95 per cent by 30/06/2027",
      { what: "Raise hand hygiene", from: 70, to: 95, unit: "%", by: "2027-06-30", forWhom: "" },
    ],
    [
      "Reduce the wait for a blood test from 10 to 3 days by June 2027 for patients of our practice",
      {
        what: "Reduce the wait for a blood test",
        from: 10,
        to: 3,
        unit: "days",
        by: "2027-06-30",
        forWhom: "patients of our practice",
      },
    ],
    [
      "Shorter waiting for a bed",
      { what: "Shorter waiting for a bed", from: null, to: null, unit: "", by: null, forWhom: "" },
    ],
    [
      "Better discharge letters for GPs",
      { what: "Better discharge letters", from: null, to: null, unit: "", by: null, forWhom: "GPs" },
    ],
    [
      "Answer the phone in 3 rings",
      { what: "Answer the phone in 3 rings", from: null, to: null, unit: "", by: null, forWhom: "" },
    ],
    [
      "Fewer cancelled operations in the next year",
      { what: "Fewer cancelled operations", from: null, to: null, unit: "", by: "2027-11-24", forWhom: "" },
    ],
    [
      "Less delay by February 2028",
      { what: "Less delay", from: null, to: null, unit: "", by: "2028-02-29", forWhom: "" },
    ],
    ["", { what: "", from: null, to: null, unit: "", by: null, forWhom: "" }],
  ])("%s", (sentence, aim) => {
    expect(readAim(sentence, today).aim).toEqual({ text: sentence, ...aim });
  });
});

test("what is missing is named, and nothing else", () => {
  expect(readAim("Fewer falls", today).missing).toEqual(["howMuch", "byWhen", "forWhom"]);
  expect(readAim("", today).missing).toContain("what");
  expect(
    missingIn({ text: "x", what: "x", from: 1, to: 2, unit: "", by: "2027-01-01", forWhom: "us" }),
  ).toEqual([]);
});

test("a sentence of any length and oddity is read in no time", () => {
  const odd = `${"from 1 to ".repeat(40)}${"a ".repeat(100)}for by`;
  expect(processorTime(() => readAim(odd, today))).toBeLessThan(200);
});

test.each([
  [{ from: 15, to: 50, unit: "%" }, "from 15% to 50%"],
  [{ from: 12, to: 6, unit: "a month" }, "from 12 to 6 a month"],
  [{ from: null, to: 2000, unit: "" }, "to 2,000"],
  [{ from: 1, to: null, unit: "" }, ""],
])("how much is said in words", (aim, words) => {
  expect(howMuch(aim)).toBe(words);
});
