import type { TextVersion } from "./kept-text.ts";
import { writeUpHeadings, writeUpParts } from "./record/write-up.ts";

const planFields: Record<string, string> = {
  title: "Its name",
  sentence: "The sentence it began with",
  aim: "The aim",
  learned: "What was learned",
};

const kinds: Record<TextVersion["thingKind"], string> = {
  plan: "The whole",
  node: "Diagram",
  test: "A test",
  task: "A task",
  decision: "A decision",
  comment: "Talk",
  "write-up": "Write-up",
};

const fields: Record<string, string> = {
  text: "words",
  note: "note",
  change: "what is tried",
  question: "question",
  prediction: "prediction",
  willMeasure: "what is measured",
  place: "where",
  who: "who",
  happened: "what happened",
  surprises: "surprises",
  chartNote: "note for the chart",
  earlyReason: "why it was studied early",
  learning: "what was learned",
  what: "what",
  why: "why",
  decidedBy: "who decided",
};

function partName(field: string): string {
  const part = writeUpParts.find((one) => one === field);
  return part ? writeUpHeadings[part].toLowerCase() : field;
}

/** What a kept text is a text of. */
export function textName({ thingKind, field }: Pick<TextVersion, "thingKind" | "field">): string {
  if (thingKind === "plan") return planFields[field] ?? field;
  if (thingKind === "write-up") return `${kinds[thingKind]}: ${partName(field)}`;
  return `${kinds[thingKind]}: ${fields[field] ?? field}`;
}
