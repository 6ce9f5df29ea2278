import { describe, expect, test } from "vitest";
import { checkStrategy, readMilestones, refreshAfter, templateFor, writeMilestones } from "./strategy.ts";

const template = {
  id: "t",
  title: "Improvement and leadership",
  sections: [
    { id: "improvement", title: "Service improvement", hint: "" },
    { id: "talent", title: "Talent", hint: "" },
  ],
};

describe("a strategy", () => {
  test.each([
    [undefined, "system", "place"],
    [undefined, "organisation", "t"],
    ["t", "system", "t"],
    ["gone", "system", "place"],
  ])("begun with %j at the level %s has the template %s", (written, tier, id) => {
    const place = { ...template, id: "place", for: ["system"] };
    expect(templateFor([template, place], { written, tier })?.id).toBe(id);
  });

  test("is told what it lacks", () => {
    const sections = { improvement: "Every team learns one method by using it.", talent: "Later" };
    const checks = checkStrategy({ sections, milestones: [] }, template, { aligned: true, isPublic: false });
    expect(checks.filter((check) => !check.isThere).map((check) => check.text)).toEqual([
      "Talent",
      "At least 1 milestone with a date",
      "Everybody can see it",
    ]);
  });

  test.each([
    ["2027-03-31 The first 20 have a coach", [{ dueOn: "2027-03-31", text: "The first 20 have a coach" }]],
    ["", []],
    ["2027-02-30 No such day", null],
    ["Next spring", null],
  ])("reads the milestones %j", (text, milestones) => {
    expect(readMilestones(text)).toEqual(milestones);
  });

  test("writes milestones as it reads them", () => {
    const text = "2027-03-31 One\n2027-09-30 Two";
    expect(writeMilestones(readMilestones(text)!)).toBe(text);
  });

  test.each([
    ["2026-11-24", "2027-11-24"],
    ["2028-02-29", "2029-02-28"],
  ])("published on %s it is to be refreshed on %s", (day, next) => {
    expect(refreshAfter(day)).toBe(next);
  });
});
