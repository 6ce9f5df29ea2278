import { describe, expect, test } from "vitest";
import { Invalid } from "#platform/problem.ts";
import { checkDecision, checkStudy, checkTestPlan } from "./check-test.ts";
import type { PlanTest, TestPlan, TestStudy } from "./plan-test.ts";

const known = { ideas: [{ id: "n", name: "Huddles" }], measures: [{ id: "s", name: "Falls" }] };
const plan: TestPlan = {
  nodeId: "n",
  change: "Huddle at noon",
  question: "",
  prediction: "It takes 4 minutes",
  willMeasure: "",
  seriesId: "s",
  startsOn: "2026-03-02",
  endsOn: "2026-03-04",
  place: "",
  scale: "one-shift",
  howMany: null,
  who: "",
};
const running = { ...plan, studiedAt: null } as PlanTest;
const study: TestStudy = {
  happened: "It took 6 minutes",
  outcome: "no",
  surprises: "",
  figure: 6,
  chartNote: "",
  earlyReason: "",
};

function problemsOf(work: () => void): string[] {
  try {
    work();
    return [];
  } catch (error) {
    if (error instanceof Invalid) return error.problems.map((problem) => problem.field);
    throw error;
  }
}

describe("a planned test", () => {
  test.each([
    [{}, []],
    [{ endsOn: "2026-03-02" }, []],
    [{ endsOn: "2026-03-01" }, ["endsOn"]],
    [{ nodeId: "of another plan" }, ["node"]],
    [{ nodeId: null, seriesId: "unknown" }, ["series"]],
  ])("with %o has problems at %j", (change, fields) => {
    expect(problemsOf(() => checkTestPlan({ ...plan, ...change }, known))).toEqual(fields);
  });
});

describe("a study", () => {
  test.each([
    ["2026-03-04", {}, {}, []],
    ["2026-03-03", {}, {}, ["earlyReason"]],
    ["2026-03-03", {}, { earlyReason: "The ward closed" }, []],
    ["2026-03-05", {}, { outcome: "not-predicted" }, ["outcome"]],
    ["2026-03-05", { prediction: "" }, {}, ["outcome"]],
    ["2026-03-05", { prediction: "" }, { outcome: "not-predicted" }, []],
  ] as const)("on %s of a test with %o and %o has problems at %j", (today, before, said, fields) => {
    expect(problemsOf(() => checkStudy({ ...running, ...before }, { ...study, ...said }, today))).toEqual(
      fields,
    );
  });
});

describe("a decision", () => {
  test("comes after the study, and abandoning leaves a lesson", () => {
    const studied = { ...running, studiedAt: new Date() };
    expect(problemsOf(() => checkDecision(running, { decision: "adopt", learning: "" }))).toEqual([
      "decision",
    ]);
    expect(problemsOf(() => checkDecision(studied, { decision: "abandon", learning: "" }))).toEqual([
      "learning",
    ]);
    expect(problemsOf(() => checkDecision(studied, { decision: "abandon", learning: "Too long" }))).toEqual(
      [],
    );
    expect(problemsOf(() => checkDecision(studied, { decision: "expand", learning: "" }))).toEqual([]);
  });
});
