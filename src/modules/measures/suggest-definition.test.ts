import { expect, test } from "vitest";
import { claimed, suggestDefinition } from "./suggest-definition.ts";

const here = [
  "Waits over 4 hours in accident and emergency",
  "Treated within 18 weeks of referral",
  "Staff engagement",
  "Finance against control total",
  "Beds in use",
].map((name) => ({ id: name, name, form: "value" }));

test.each([
  ["Finance against control total", "Finance against control total", true],
  ["finance against the control total", "Finance against control total", true],
  ["Waiting over four hours", "Waits over 4 hours in accident and emergency", false],
  ["Referral to treatment within 18 weeks", "Treated within 18 weeks of referral", false],
  ["Staff engagement score", "Staff engagement", false],
  ["MRSA", undefined, false],
  ["Beds closed", undefined, false],
  ["", undefined, false],
])("%j is %s", (measure, name, isSure) => {
  const found = suggestDefinition(measure, here);
  expect(found.likely[0]?.name).toBe(name);
  expect(found.isSure).toBe(isSure);
});

test("of 2 of one name neither is sure", () => {
  const twice = [
    { id: "1", name: "Staff engagement", form: "value" },
    { id: "2", name: "Staff engagement", form: "proportion" },
  ];
  expect(suggestDefinition("Staff engagement", twice)).toMatchObject({ likely: twice, isSure: false });
});

test("one definition is chosen for one measure, the likelier", () => {
  const found = ["Attendances over 4 hours", "Waits over 4 hours", "MRSA"].map((measure) =>
    suggestDefinition(measure, here),
  );
  expect(claimed(found).map((definition) => definition?.name)).toEqual([undefined, here[0]!.name, undefined]);
});
