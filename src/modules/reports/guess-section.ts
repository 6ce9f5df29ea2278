import type { Section } from "./report.ts";

const topics: readonly [RegExp, Section][] = [
  [/staff|culture|capability|inclusion|people|talent|leadership/i, "people"],
  [/burden|returns/i, "burden"],
  [/finance|money|cost/i, "money"],
  [/emergency|planned|flow|wait|access|discharge|cancer|handover|theatre/i, "access"],
];

/** Where a measure most likely belongs; its author may say otherwise. */
export function guessSection(topic: string): Section {
  return topics.find(([words]) => words.test(topic))?.[1] ?? "quality";
}
