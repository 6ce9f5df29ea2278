/** How many people a test touches, from the fewest up: a ramp climbs these. */
export const scales = [
  "one-person",
  "few-people",
  "one-shift",
  "one-team",
  "several-teams",
  "organisation",
  "several-organisations",
] as const;
export type Scale = (typeof scales)[number];

export const scaleLabels: Record<Scale, string> = {
  "one-person": "1 patient or person",
  "few-people": "A few people",
  "one-shift": "1 shift or session",
  "one-team": "1 ward or team",
  "several-teams": "Several wards or teams",
  organisation: "The whole organisation",
  "several-organisations": "Several organisations",
};

/** Small enough to be wrong without harm: where a ramp begins. */
export function isSmall(scale: Scale): boolean {
  return scales.indexOf(scale) <= scales.indexOf("one-shift");
}

/** The next step up a ramp, or the same where there is none. */
export function nextScale(scale: Scale): Scale {
  return scales[scales.indexOf(scale) + 1] ?? scale;
}

/** What happened, held against the prediction. */
export const outcomes = ["came-true", "partly", "no", "not-predicted"] as const;
export type Outcome = (typeof outcomes)[number];

export const outcomeLabels: Record<Outcome, string> = {
  "came-true": "The prediction came true",
  partly: "The prediction came partly true",
  no: "The prediction did not come true",
  "not-predicted": "There was no prediction",
};

export const decisions = ["adopt", "adapt", "expand", "abandon"] as const;
export type Decision = (typeof decisions)[number];

export const decisionLabels: Record<Decision, string> = {
  adopt: "Adopt",
  adapt: "Adapt",
  expand: "Expand",
  abandon: "Abandon",
};

export const decisionHints: Record<Decision, string> = {
  adopt: "It works here: make it the way things are done",
  adapt: "Change it and test again at the same scale",
  expand: "It holds so far: test it with more people, or under other conditions",
  abandon: "It does not help: stop, and say what you learned so that others need not try it",
};

/** What was planned: everything that the form for a new test asks. */
export type TestPlan = {
  nodeId: string | null;
  change: string;
  question: string;
  prediction: string;
  willMeasure: string;
  seriesId: string | null;
  startsOn: string;
  endsOn: string;
  place: string;
  scale: Scale;
  howMany: number | null;
  who: string;
};

export type TestStudy = {
  happened: string;
  outcome: Outcome;
  surprises: string;
  figure: number | null;
  chartNote: string;
  earlyReason: string;
};

export type TestDecision = { decision: Decision; learning: string };

/** One cycle as its plan's readers find it. */
export type PlanTest = TestPlan & {
  id: string;
  planId: string;
  token: string;
  rampId: string;
  cycle: number;
  follows: string | null;
  node: string | null;
  series: string | null;
  predictedAt: Date | null;
  study: TestStudy | null;
  studiedAt: Date | null;
  studiedBy: { id: string; name: string } | null;
  decision: Decision | null;
  learning: string;
  decidedAt: Date | null;
  decidedBy: { id: string; name: string } | null;
  version: number;
  createdAt: Date;
  createdBy: { id: string; name: string } | null;
};

/** Where a test stands, told from its dates and from what was written down. */
export const testStates = [
  "planned",
  "running",
  "to-study",
  "to-decide",
  "adopt",
  "adapt",
  "expand",
  "abandon",
] as const;
export type TestState = (typeof testStates)[number];

export const testStateLabels: Record<TestState, string> = {
  planned: "Planned",
  running: "Running now",
  "to-study": "Ended: study it",
  "to-decide": "Studied: decide what next",
  adopt: "Adopted",
  adapt: "Adapted",
  expand: "Expanded",
  abandon: "Abandoned, with a lesson",
};

type Standing = Pick<PlanTest, "startsOn" | "endsOn" | "studiedAt" | "decision">;

export function stateOf({ startsOn, endsOn, studiedAt, decision }: Standing, today: string): TestState {
  if (decision) return decision;
  if (studiedAt) return "to-decide";
  if (endsOn < today) return "to-study";
  return startsOn <= today ? "running" : "planned";
}

/** A test can be studied on its last day; before that, somebody has to say why. */
export function isBeforeItsEnd({ endsOn }: Pick<PlanTest, "endsOn">, today: string): boolean {
  return today < endsOn;
}

/** What the next cycle starts from: all that was planned, at the scale that the decision asks for. */
export function nextPlan(test: PlanTest, today: string): TestPlan {
  const { nodeId, change, question, prediction, willMeasure, seriesId, place, howMany, who } = test;
  const grows = test.decision === "expand";
  return {
    nodeId,
    change,
    question,
    // A new cycle needs a new guess; the old one would come true by being known.
    prediction: grows ? prediction : "",
    willMeasure,
    seriesId,
    place: grows ? "" : place,
    scale: grows ? nextScale(test.scale) : test.scale,
    howMany: grows ? null : howMany,
    who,
    startsOn: today,
    endsOn: today,
  };
}
