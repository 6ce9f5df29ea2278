import type { PlanKind } from "./plan.ts";
import { testStateLabels, type TestState } from "./plan-test.ts";

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
  /** One test among those of an idea, before its number. */
  cycle: string;
  nextCycle: string;
  /** How a test stands. */
  states: Readonly<Record<TestState, string>>;
  /** The cycles of one idea, one after the other. */
  ramps: string;
  seeRamps: string;
  /** The four steps of a test. */
  plan: string;
  do: string;
  study: string;
  act: string;
  /** As somebody is asked to do it, before the name of a test. */
  doStudy: string;
  theStudy: string;
  measures: string;
  measure: string;
  seeMeasures: string;
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
  cycle: "cycle",
  nextCycle: "the next cycle",
  states: testStateLabels,
  ramps: "Ramps of tests",
  seeRamps: "See them as ramps",
  plan: "Plan",
  do: "Do",
  study: "Study",
  act: "Act",
  doStudy: "Study",
  theStudy: "the study",
  measures: "Measures",
  measure: "measure",
  seeMeasures: "See all measures",
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
  cycle: "try-out",
  nextCycle: "the next try-out",
  states: {
    planned: "Planned",
    running: "Going on now",
    "to-study": "Over: say what you found out",
    "to-decide": "Found out: decide what next",
    adopt: "Kept",
    adapt: "Changed, to be tried again",
    expand: "To be tried with more people",
    abandon: "Given up, with a lesson",
  },
  ramps: "How each idea grew",
  seeRamps: "See how each idea grew",
  plan: "What we planned",
  do: "What we saw",
  study: "What we found out",
  act: "What we do next",
  doStudy: "Say what came of",
  theStudy: "what you found out",
  measures: "How we know",
  measure: "number that we follow",
  seeMeasures: "See all the numbers",
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
