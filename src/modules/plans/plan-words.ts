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
  /** With its article, as in "Plan a test". */
  aTest: string;
  /** The cycles of one idea, one after the other. */
  ramps: string;
  seeRamps: string;
  /** The four steps of a test. */
  plan: string;
  do: string;
  study: string;
  act: string;
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
  predictions: string;
  newMeasure: string;
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
  aTest: "a test",
  ramps: "Ramps of tests",
  seeRamps: "See them as ramps",
  plan: "Plan",
  do: "Do",
  study: "Study",
  act: "Act",
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
  predictions: "How your predictions turned out",
  newMeasure: "Start a measure",
};

const plain: Omit<PlanWords, "kind"> = {
  overview: "In short",
  aim: "What we want to make better",
  diagram: "What we think will help",
  driver: "thing that matters",
  idea: "idea",
  tests: "What we try",
  test: "try-out",
  aTest: "a try-out",
  ramps: "How each idea grew",
  seeRamps: "See how each idea grew",
  plan: "What we planned",
  do: "What we saw",
  study: "What we found out",
  act: "What we do next",
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
  predictions: "How often it went as we expected",
  newMeasure: "Start to follow a number",
};

/** A strategy and a framework are carried out by actions, a project learns by tests. */
const actions: Partial<PlanWords> = {
  tests: "Actions",
  test: "action",
  aTest: "an action",
  ramps: "Ramps of actions",
  idea: "action",
};

export function planWords(kind: PlanKind, isPlain: boolean): PlanWords {
  const words = { ...(isPlain ? plain : trade), kind: kindWords[kind] };
  const acts = kind === "framework" || kind === "strategy";
  return acts && !isPlain ? { ...words, ...actions } : words;
}
