import { expect, test } from "vitest";
import { earnedProgress, scoreTalk, type Evidence } from "./earned-progress.ts";

const nothing: Evidence = {
  hasNumericAim: false,
  hasDate: false,
  drivers: 0,
  driversWithMeasure: 0,
  planMeasures: 0,
  tests: 0,
  testsWithPrediction: 0,
  testsStudied: 0,
  points: 0,
  isImproving: false,
  hasKeeper: false,
};
const all: Evidence = {
  hasNumericAim: true,
  hasDate: true,
  drivers: 6,
  driversWithMeasure: 2,
  planMeasures: 1,
  tests: 9,
  testsWithPrediction: 9,
  testsStudied: 8,
  points: 40,
  isImproving: true,
  hasKeeper: true,
};

test.each([
  ["nothing", nothing, 0],
  ["all of it", all, 5],
  ["a number without a date", { ...nothing, hasNumericAim: true }, 0.5],
  ["one driver", { ...nothing, drivers: 1 }, 0.25],
  ["a measure on the plan alone", { ...nothing, planMeasures: 3 }, 0.25],
  ["tests without predictions", { ...nothing, tests: 5, testsStudied: 5 }, 0.5],
  ["half of the data", { ...nothing, points: 6 }, 0.25],
  ["a signal", { ...nothing, isImproving: true }, 1],
])("%s earns what it is worth", (_, evidence, score) => {
  expect(earnedProgress(evidence).score).toBe(score);
});

test("each part says what is missing until it has earned all that it is worth, and they add up to 5", () => {
  const { parts } = earnedProgress(nothing);
  expect(parts.every(({ missing }) => missing !== "")).toBe(true);
  expect(earnedProgress(all).parts.every(({ missing }) => missing === "")).toBe(true);
  expect(parts.reduce((sum, { worth }) => sum + worth, 0)).toBe(5);
});

test("more evidence never earns less", () => {
  for (const [name, value] of Object.entries(all) as [keyof Evidence, never][])
    expect(earnedProgress({ ...nothing, [name]: value }).score).toBeGreaterThanOrEqual(0);
});

test.each([
  [null, 2, /not said/],
  [2, 2.5, /much the same/],
  [4, 2, /What do you know/],
  [1, 3, /holds you back/],
])("the team says %s and the record %s: a question, and no rank", (own, earned, words) => {
  expect(scoreTalk(own, earned)).toMatch(words);
});
