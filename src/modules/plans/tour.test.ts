import { expect, test } from "vitest";
import { isYoung, minutesToLook, tourSteps, type FirstProject } from "./tour.ts";

const first: FirstProject = {
  planId: "p",
  title: "Fewer falls",
  startedAt: new Date("2026-03-02T09:00:00Z"),
  hasAim: false,
  hasTheory: false,
  seriesId: null,
  hasNumber: false,
  hasPrediction: false,
  hasCompany: false,
};

test("all of it takes 20 minutes", () => {
  const minutes = tourSteps(undefined).reduce((sum, step) => sum + step.minutes, minutesToLook);
  expect(minutes).toBe(20);
});

test("without a project there is one way: to start it", () => {
  const steps = tourSteps(undefined);
  expect(steps.map(({ href }) => href)).toEqual([
    "/plans/new",
    ...Array.from({ length: 5 }, () => undefined),
  ]);
  expect(steps.some(({ isDone }) => isDone)).toBe(false);
  expect(tourSteps(undefined, false).every(({ href }) => href === undefined)).toBe(true);
});

test.each<[keyof FirstProject, number]>([
  ["hasAim", 1],
  ["hasTheory", 2],
  ["hasNumber", 3],
  ["hasPrediction", 4],
  ["hasCompany", 5],
])("%s is step %d, and no other", (field, step) => {
  const done = tourSteps({ ...first, [field]: true }).map(({ isDone }) => isDone);
  expect(done).toEqual(done.map((_, at) => at === 0 || at === step));
});

test("each step leads into the project, and to the measure that is there", () => {
  expect(tourSteps(first).map(({ href }) => href)).toEqual([
    "/plans/p",
    "/plans/p/edit",
    "/plans/p/diagram",
    "/plans/p/measures/new",
    "/plans/p/tests/new",
    "/plans/p/team/invite",
  ]);
  expect(tourSteps({ ...first, seriesId: "s" })[3]?.href).toBe("/series/s");
});

test("it is spoken of for 4 weeks", () => {
  expect(isYoung(first, new Date("2026-03-30T08:59:00Z"))).toBe(true);
  expect(isYoung(first, new Date("2026-03-30T09:00:00Z"))).toBe(false);
});
