import { Invalid, type FieldProblem } from "#platform/problem.ts";
import { isoDayInWords } from "#platform/moments.ts";
import {
  isBeforeItsEnd,
  type PlanTest,
  type TestDecision,
  type TestPlan,
  type TestStudy,
} from "./plan-test.ts";

export type KnownChoices = {
  ideas: readonly { id: string; name: string }[];
  measures: readonly { id: string; name: string }[];
};

const noChange: FieldProblem = {
  field: "change",
  message: "Say in a few words what you will change, or choose an idea",
};

/** Whether anything is tried only the words and the idea together tell, so it is named beside what a field tells alone. */
export function withNoChange(
  problems: readonly FieldProblem[],
  { change, node }: { change: string; node: string },
): FieldProblem[] {
  const isKnown = change.length > 0 || node !== "" || problems.some(({ field }) => field === "change");
  return isKnown ? [...problems] : [noChange, ...problems];
}

/** All that is wrong with a planned test, each thing where it can be mended. */
export function checkTestPlan(test: TestPlan, { ideas, measures }: KnownChoices): void {
  const problems: FieldProblem[] = [];
  if (test.change.length < 3) problems.push(noChange);
  if (test.nodeId !== null && !ideas.some((idea) => idea.id === test.nodeId))
    problems.push({ field: "node", message: "Choose a change idea of this diagram, or none" });
  if (test.seriesId !== null && !measures.some((measure) => measure.id === test.seriesId))
    problems.push({ field: "series", message: "Choose a measure of this plan, or none" });
  if (test.endsOn < test.startsOn)
    problems.push({ field: "endsOn", message: "The last day must be the same as or after the first day" });
  if (problems.length > 0) throw new Invalid(problems);
}

/** A study before the last day needs a reason; a test that made no prediction cannot have kept one. */
export function checkStudy(test: PlanTest, study: TestStudy, today: string): void {
  const problems: FieldProblem[] = [];
  if (test.prediction !== "" && study.outcome === "not-predicted")
    problems.push({ field: "outcome", message: "There was a prediction: say whether it came true" });
  if (test.prediction === "" && study.outcome !== "not-predicted")
    problems.push({
      field: "outcome",
      message: "No prediction was written down: choose “There was no prediction”",
    });
  if (isBeforeItsEnd(test, today) && study.earlyReason === "")
    problems.push({
      field: "earlyReason",
      message: `The test runs until ${isoDayInWords(test.endsOn)}: say why you study it before then`,
    });
  if (problems.length > 0) throw new Invalid(problems);
}

export function checkDecision(test: PlanTest, { decision, learning }: TestDecision): void {
  const problems: FieldProblem[] = [];
  if (!test.studiedAt)
    problems.push({ field: "decision", message: "Study the test first: say what happened, then decide" });
  if (decision === "abandon" && learning === "")
    problems.push({
      field: "learning",
      message: "Say in a line what you learned, so that others need not try it",
    });
  if (problems.length > 0) throw new Invalid(problems);
}
