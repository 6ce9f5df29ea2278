import { describe, expect, test } from "vitest";
import { isSmall, nextPlan, nextScale, scales, stateOf, type PlanTest } from "./plan-test.ts";

const planned: PlanTest = {
  id: "1",
  planId: "p",
  token: "0123456789",
  rampId: "1",
  cycle: 1,
  follows: null,
  nodeId: "n",
  node: "Huddles at noon",
  change: "Huddle at noon",
  question: "Will it take less than 5 minutes?",
  prediction: "It takes 4 minutes",
  willMeasure: "Minutes",
  seriesId: null,
  series: null,
  predictedAt: null,
  startsOn: "2026-03-02",
  endsOn: "2026-03-04",
  place: "Heron Ward",
  scale: "one-shift",
  howMany: 3,
  who: "Asha",
  study: null,
  studiedAt: null,
  studiedBy: null,
  decision: null,
  learning: "",
  decidedAt: null,
  decidedBy: null,
  version: 1,
  createdAt: new Date("2026-03-01T09:00:00Z"),
  createdBy: null,
};

describe("where a test stands", () => {
  test.each([
    ["2026-03-01", {}, "planned"],
    ["2026-03-02", {}, "running"],
    ["2026-03-04", {}, "running"],
    ["2026-03-05", {}, "to-study"],
    ["2026-03-03", { studiedAt: new Date() }, "to-decide"],
    ["2026-03-09", { studiedAt: new Date(), decision: "abandon" }, "abandon"],
  ] as const)("on %s with %o it is %s", (today, more, state) => {
    expect(stateOf({ ...planned, ...more }, today)).toBe(state);
  });
});

test("a ramp climbs one step at a time and ends at the top", () => {
  expect(scales.map(nextScale)).toEqual([...scales.slice(1), "several-organisations"]);
  expect(scales.filter(isSmall)).toEqual(["one-person", "few-people", "one-shift"]);
});

describe("the next cycle", () => {
  test("after adapting stays where it was and asks for a new prediction", () => {
    const next = nextPlan({ ...planned, decision: "adapt" }, "2026-03-10");
    expect(next).toMatchObject({ scale: "one-shift", prediction: "", place: "Heron Ward", howMany: 3 });
    expect([next.startsOn, next.endsOn]).toEqual(["2026-03-10", "2026-03-10"]);
  });

  test("after expanding climbs a step and keeps the prediction to be tried again", () => {
    const next = nextPlan({ ...planned, decision: "expand" }, "2026-03-10");
    expect(next).toMatchObject({
      scale: "one-team",
      prediction: "It takes 4 minutes",
      place: "",
      howMany: null,
    });
  });
});
