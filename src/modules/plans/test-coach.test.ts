import { describe, expect, test } from "vitest";
import type { PlanTest, TestStudy } from "./plan-test.ts";
import { coachRamp, type Advice } from "./test-coach.ts";

const study: TestStudy = {
  happened: "It held",
  outcome: "came-true",
  surprises: "",
  figure: null,
  chartNote: "",
  earlyReason: "",
};

const good = {
  cycle: 1,
  prediction: "It takes 4 minutes",
  predictedAt: new Date("2026-03-01T09:00:00Z"),
  scale: "one-person",
  seriesId: "s",
  startsOn: "2026-03-02",
  endsOn: "2026-03-02",
  study,
  studiedAt: new Date("2026-03-03T09:00:00Z"),
  decision: "expand",
} as PlanTest;
const second: PlanTest = { ...good, cycle: 2, scale: "one-shift", decision: "adopt" };

function kept(ramp: PlanTest[], today = "2026-03-10"): Record<string, Advice["kept"]> {
  return Object.fromEntries(coachRamp(ramp, today).map((one) => [one.rule, one.kept]));
}

test("a ramp that does all of it is told so, rule by rule", () => {
  expect(kept([good, second])).toEqual({
    prediction: "yes",
    "small-first": "yes",
    repeated: "yes",
    data: "yes",
    "studied-in-time": "yes",
    "goes-on": "yes",
  });
});

test("of no cycle nothing is said", () => expect(coachRamp([], "2026-03-10")).toEqual([]));

describe("one thing at a time", () => {
  const cases: [string, Partial<PlanTest>, string, Advice["kept"]][] = [
    ["no prediction", { prediction: "", predictedAt: null }, "prediction", "no"],
    ["a prediction after it began", { predictedAt: new Date("2026-03-03T09:00:00Z") }, "prediction", "no"],
    ["a prediction on its first day", { predictedAt: new Date("2026-03-02T20:00:00Z") }, "prediction", "yes"],
    ["a whole ward first", { scale: "one-team" }, "small-first", "no"],
    ["one cycle only", {}, "repeated", "not-yet"],
    ["one cycle, abandoned", { decision: "abandon" }, "repeated", "yes"],
    ["no chart", { seriesId: null }, "data", "no"],
    ["ended and not studied", { study: null, studiedAt: null, decision: null }, "studied-in-time", "no"],
    [
      "still running",
      { study: null, studiedAt: null, decision: null, endsOn: "2026-03-20" },
      "studied-in-time",
      "not-yet",
    ],
    ["studied early", { endsOn: "2026-03-20" }, "studied-in-time", "no"],
    ["to be expanded, and no next cycle", {}, "goes-on", "no"],
    ["not decided", { decision: null }, "goes-on", "not-yet"],
    ["abandoned", { decision: "abandon" }, "goes-on", "yes"],
  ];
  test.each(cases)("%s", (_, change, rule, answer) => {
    expect(kept([{ ...good, ...change }])[rule]).toBe(answer);
  });
});
