import type { PlanKind } from "./plan.ts";

/** What the parts of a plan are called, to those who know the trade and in plain English. */
export type PlanWords = {
  /** What it is, such as "project". */
  kind: string;
  overview: string;
  aim: string;
  diagram: string;
  driver: string;
  idea: string;
  tests: string;
  test: string;
  measures: string;
  measure: string;
  team: string;
  tasks: string;
  talk: string;
  files: string;
  history: string;
  share: string;
  stage: string;
  nextAction: string;
  prediction: string;
};

const kindWords: Record<PlanKind, string> = {
  framework: "framework",
  strategy: "strategy",
  programme: "programme",
  project: "project",
};

const trade: Omit<PlanWords, "kind"> = {
  overview: "Overview",
  aim: "Aim",
  diagram: "Driver diagram",
  driver: "driver",
  idea: "change idea",
  tests: "Tests",
  test: "test",
  measures: "Measures",
  measure: "measure",
  team: "Team",
  tasks: "Tasks",
  talk: "Talk",
  files: "Files",
  history: "History",
  share: "Share",
  stage: "Stage",
  nextAction: "Next action",
  prediction: "Prediction",
};

const plain: Omit<PlanWords, "kind"> = {
  overview: "In short",
  aim: "What we want to make better",
  diagram: "What we think will help",
  driver: "thing that matters",
  idea: "idea",
  tests: "What we try",
  test: "try-out",
  measures: "How we know",
  measure: "number that we follow",
  team: "Who takes part",
  tasks: "What has to be done",
  talk: "Talk",
  files: "Papers and pictures",
  history: "What has changed",
  share: "Who can see it",
  stage: "How far we are",
  nextAction: "What comes next",
  prediction: "What we expect",
};

/** A strategy and a framework are carried out by actions, a project learns by tests. */
const actions: Partial<PlanWords> = { tests: "Actions", test: "action", idea: "action" };

export function planWords(kind: PlanKind, isPlain: boolean): PlanWords {
  const words = { ...(isPlain ? plain : trade), kind: kindWords[kind] };
  const acts = kind === "framework" || kind === "strategy";
  return acts && !isPlain ? { ...words, ...actions } : words;
}
