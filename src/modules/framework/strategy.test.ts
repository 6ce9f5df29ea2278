import { describe, expect, test } from "vitest";
import { similarTo } from "./similar-strategies.ts";
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

describe("similar strategies", () => {
  const own = {
    planId: "own",
    bodyName: "Fellgate Hospital",
    kind: "Acute hospital trust",
    aim: "People at Fellgate Hospital wait less and come to less harm",
    drivers: ["Leaders who listen and include", "Coaches are near every team"],
    serves: ["7. Build improvement capability"],
  };
  const other = { ...own, planId: "b", bodyName: "Ash Hospital", aim: "Better", drivers: [], serves: [] };

  test.each([
    ["nothing but the kind", {}, []],
    [
      "what it serves",
      { serves: ["7. Build improvement capability", "2. Write a strategy"] },
      ["Both serve 7. Build improvement capability"],
    ],
    [
      "a driver in other words",
      { drivers: ["Clinical leaders listen and include"] },
      [
        "Alike among their drivers: “Leaders who listen and include” and “Clinical leaders listen and include”",
      ],
    ],
    ["a driver that shares one word", { drivers: ["A team of coaches for the whole county"] }, []],
    [
      "its aim, the names of bodies aside",
      { aim: "People at Ash Hospital come to no harm while they wait" },
      ["Both aims speak of wait, harm"],
    ],
  ])("are told by %s", (_by, given, reasons) => {
    const [found] = similarTo(own, [{ ...other, ...given }]);
    expect(found?.reasons ?? []).toEqual(
      reasons.length === 0 ? [] : ["Same kind of body: Acute hospital trust", ...reasons],
    );
  });

  test("the most alike come first, and no more than 5", () => {
    const many = Array.from({ length: 7 }, (_, at) => ({
      ...other,
      planId: `${at}`,
      serves: own.serves,
      ...(at === 6 && { drivers: own.drivers }),
    }));
    expect(similarTo(own, many).map(({ planId }) => planId)).toEqual(["6", "0", "1", "2", "3"]);
  });
});
