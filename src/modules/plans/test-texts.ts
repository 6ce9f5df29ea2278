import type { PlanTest, TestDecision, TestPlan, TestStudy } from "./plan-test.ts";
import type { KeptText } from "./kept-text.ts";

export const testTextLabels = {
  change: "What you try",
  question: "The question",
  prediction: "The prediction",
  willMeasure: "What you measure",
  place: "Where",
  who: "Who",
  happened: "What happened",
  surprises: "What surprised you",
  chartNote: "Note for the chart",
  earlyReason: "Why it was studied early",
  learning: "What you learned",
} as const;

type TextField = keyof typeof testTextLabels;

const planTexts = ["change", "question", "prediction", "willMeasure", "place", "who"] as const;
const studyTexts = ["happened", "surprises", "chartNote", "earlyReason"] as const;

/** Every text of a test that is kept at each change, so that none is lost. */
export function keptTexts(testId: string, texts: Partial<Record<TextField, string>>): KeptText[] {
  return Object.entries(texts).map(([field, text]) => ({ thingKind: "test", thingId: testId, field, text }));
}

export function textsOfPlan(test: TestPlan): Record<(typeof planTexts)[number], string> {
  return pick(test, planTexts);
}

export function textsOfStudy(study: TestStudy): Record<(typeof studyTexts)[number], string> {
  return pick(study, studyTexts);
}

function pick<Name extends string>(from: Record<Name, string>, names: readonly Name[]): Record<Name, string> {
  return Object.fromEntries(names.map((name) => [name, from[name]])) as Record<Name, string>;
}

/** Both texts of each field that two people wrote differently. */
export function differing(
  yours: Partial<Record<TextField, string>>,
  theirs: Partial<Record<TextField, string>>,
): { name: string; label: string; yours: string; theirs: string }[] {
  return (Object.keys(yours) as TextField[])
    .filter((name) => yours[name] !== (theirs[name] ?? ""))
    .map((name) => ({ name, label: testTextLabels[name], yours: yours[name]!, theirs: theirs[name] ?? "" }));
}

export function textsOf(test: PlanTest): Partial<Record<TextField, string>> {
  return { ...textsOfPlan(test), ...(test.study && textsOfStudy(test.study)), learning: test.learning };
}

/** Those of a test that comes whole, from a file. */
export function loadedTexts(test: Record<TextField, string>): Record<TextField, string> {
  return pick(test, Object.keys(testTextLabels) as TextField[]);
}

export function textsOfDecision({ learning }: TestDecision): { learning: string } {
  return { learning };
}
