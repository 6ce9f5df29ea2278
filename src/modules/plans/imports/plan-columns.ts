import { beliefWords } from "#ui/diagram/belief.ts";
import { planKinds, stageLabels, type AimMet } from "../plan.ts";
import { planKindRules } from "../plan-kinds.ts";
import { decisionLabels, outcomeLabels, scaleLabels } from "../plan-test.ts";
import { roleWords } from "../team-roles.ts";
import type { Column } from "./columns.ts";

const text = (key: string, heading: string, ...also: string[]): Column => ({
  key,
  heading,
  also,
  kind: "text",
});
const day = (key: string, heading: string, ...also: string[]): Column => ({
  key,
  heading,
  also,
  kind: "day",
});
const number = (key: string, heading: string, ...also: string[]): Column => ({
  key,
  heading,
  also,
  kind: "number",
});
const numbers = (key: string, heading: string, ...also: string[]): Column => ({
  key,
  heading,
  also,
  kind: "numbers",
});
const choice = (
  key: string,
  heading: string,
  choices: Readonly<Record<string, string>>,
  ...also: string[]
): Column => ({
  key,
  heading,
  also,
  kind: "choice",
  choices,
});

const metLabels: Record<AimMet, string> = { yes: "Yes", partly: "Partly", no: "No" };
const kindLabels = Object.fromEntries(planKinds.map((kind) => [kind, planKindRules[kind].label]));

/** What stands on the sheet of the project, a row each: its name and its value. */
export const projectColumns: readonly Column[] = [
  choice("kind", "Kind", kindLabels),
  text("title", "Name"),
  text("sentence", "The sentence it began with"),
  text("aim", "Aim"),
  text("aimWhat", "What should change"),
  number("aimFrom", "From"),
  number("aimTo", "To"),
  text("aimUnit", "Unit"),
  day("aimBy", "By when"),
  text("aimFor", "For whom"),
  text("topics", "Topics"),
  text("method", "Method"),
  text("localPriority", "Local priority"),
  text("nationalPriority", "National priority"),
  choice("stage", "Stage", stageLabels),
  text("learned", "What was learned"),
  choice("aimMet", "Aim met", metLabels),
  text("place", "Where"),
];

const nodeKinds = {
  aim: "Aim",
  primary: "Primary driver",
  secondary: "Secondary driver",
  idea: "Change idea",
};

export const diagramColumns: readonly Column[] = [
  number("no", "No.", "Number", "ID"),
  choice("kind", "Kind", nodeKinds, "Type", "Level"),
  text("text", "Entry", "Text", "Driver", "Name", "Words"),
  text("note", "Note", "Notes"),
  numbers("under", "Under", "Parent", "Parents"),
];

export const beliefColumns: readonly Column[] = [
  number("no", "No."),
  number("under", "Under"),
  choice("belief", "How sure", beliefWords),
  text("reason", "Why"),
  number("tested", "Tests by then"),
  day("on", "Day"),
];

export const testColumns: readonly Column[] = [
  number("no", "No.", "Number", "ID"),
  number("follows", "Follows test", "Follows"),
  number("idea", "Change idea no.", "Idea no."),
  number("measure", "Measure no."),
  text("ideaText", "Change idea", "Idea", "Driver"),
  text("change", "What is tried", "What you try", "Change", "Test", "Test of change", "Title", "Description"),
  text("question", "Question", "The question"),
  text("prediction", "Prediction", "What we expect", "Predict"),
  day("predictedOn", "Predicted on"),
  text("willMeasure", "What is measured", "Measure", "Data"),
  day("startsOn", "First day", "Start", "Start date", "Starts", "Date", "Date started", "When"),
  day("endsOn", "Last day", "End", "End date", "Ends", "Date ended"),
  text("place", "Where", "Place", "Location", "Ward"),
  choice("scale", "Scale", scaleLabels, "Size"),
  number("howMany", "How many", "Number of patients", "n"),
  text("who", "Who", "Owner", "Responsible"),
  text("happened", "What happened", "Result", "Results", "Study", "Findings"),
  choice("outcome", "Against the prediction", outcomeLabels, "Prediction came true", "Outcome"),
  text("surprises", "Surprises"),
  number("figure", "Figure"),
  text("chartNote", "Note for the chart"),
  text("earlyReason", "Studied early because"),
  day("studiedOn", "Studied on"),
  choice("decision", "Decision", decisionLabels, "Act", "Next step"),
  text("learning", "What was learned", "Learning", "Lesson"),
  day("decidedOn", "Decided on"),
];

export const measureColumns: readonly Column[] = [
  number("no", "No."),
  text("name", "Name"),
  text("split", "Part"),
  text("place", "Where"),
  numbers("on", "On the diagram"),
  choice("kind", "Kind", { outcome: "Outcome", process: "Process", balancing: "Balancing" }),
  text("operational", "How it is counted"),
  text("numerator", "Numerator"),
  text("denominator", "Denominator"),
  choice("form", "Form", {
    value: "One number each time",
    proportion: "So many out of so many",
    rate: "Events for an amount of exposure",
    count: "A count of events",
    "time-between": "Days between rare events",
    "cases-between": "Cases between rare events",
  }),
  number("multiplier", "Per how many"),
  text("unit", "Unit"),
  choice("better", "Better is", { higher: "Higher", lower: "Lower", neither: "Neither" }),
  choice("frequency", "How often", {
    day: "Every day",
    week: "Every week",
    fortnight: "Every 2 weeks",
    month: "Every month",
    quarter: "Every quarter",
    year: "Every year",
    event: "When it happens",
  }),
  text("collector", "Who collects it"),
  number("minutesPerPoint", "Minutes for each number"),
  text("source", "Source"),
  choice("purpose", "Measured for", { improvement: "Improvement", judgement: "Judgement" }),
  text("authority", "Asked for by"),
  text("topic", "Topic"),
  text("why", "Why"),
  day("reviewOn", "Review on"),
  text("view", "Chart settings"),
];

export const numberColumns: readonly Column[] = [
  number("measure", "Measure no."),
  day("period", "First day of the period"),
  choice("state", "State", { number: "Number", missing: "Missing", "not-applicable": "Nothing to measure" }),
  number("value", "Value"),
  number("numerator", "Numerator"),
  number("denominator", "Denominator"),
  text("note", "Note"),
];

export const taskColumns: readonly Column[] = [
  text("text", "Task"),
  text("note", "Note"),
  text("owner", "Who"),
  day("dueOn", "Due on"),
  day("doneOn", "Done on"),
];

export const decisionColumns: readonly Column[] = [
  text("what", "Decision"),
  text("why", "Why"),
  text("decidedBy", "Decided by"),
  day("decidedOn", "Decided on"),
];

export const stageColumns: readonly Column[] = [
  choice("stage", "Stage", stageLabels),
  day("on", "Since"),
  text("reason", "Reason"),
];

const roleLabels = Object.fromEntries(Object.entries(roleWords).map(([role, { label }]) => [role, label]));

/** Who is in it: names and parts, and none of the notes that are private to a partner and the lead. */
export const teamColumns: readonly Column[] = [
  text("name", "Name"),
  choice("role", "Part", roleLabels),
  text("place", "Where"),
  day("since", "Since"),
  day("until", "Until"),
];
