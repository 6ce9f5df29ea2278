import type { Stage } from "./plan.ts";

/** Something that somebody who begins should know, with the reason why it is shown. */
export type SimilarPlan = {
  id: string;
  title: string;
  stage: Stage;
  bodyName: string;
  learned: string;
  improvingSince: string | null;
  /** Which of the words stand in its name, its aim or topics, and its drivers. */
  inTitle: string[];
  inAim: string[];
  driver: string | null;
};

export type SimilarTest = {
  id: string;
  planId: string;
  change: string;
  learning: string;
  planTitle: string;
  bodyName: string;
};

export type SimilarPerson = { id: string; name: string; helpsWith: string[]; bodyName: string | null };

export type Similar = { plans: SimilarPlan[]; tests: SimilarTest[]; people: SimilarPerson[] };

/** Other words for the same thing, so that bedsores find pressure ulcers. Each line is one thing. */
const synonyms: readonly (readonly string[])[] = [
  ["bedsore", "pressure ulcer", "pressure sore", "pressure injury"],
  ["fall", "slip", "trip"],
  ["handover", "handoff"],
  ["medicine", "medication", "drug"],
  ["wait", "delay", "queue"],
  ["emergency department", "accident emergency", "casualty"],
  ["gp", "general practice", "surgery"],
  ["heart attack", "myocardial infarction"],
  ["stroke", "brain attack"],
  ["high blood pressure", "hypertension"],
  ["cancelled", "called off", "missed"],
  ["appointment", "clinic"],
  ["did not attend", "dna", "missed appointment"],
  ["staff", "workforce", "employee"],
  ["dying", "end of life", "palliative"],
  ["infection", "sepsis"],
  ["readmission", "come back"],
  ["discharge", "going home"],
  ["letter", "correspondence"],
  ["dementia", "alzheimer", "memory"],
  ["fracture", "broken bone"],
  ["kidney", "renal", "aki"],
  ["sugar", "diabetes", "hypoglycaemia"],
  ["mental health", "psychiatric"],
  ["baby", "newborn", "neonatal"],
  ["pregnancy", "maternity", "birth"],
];

/** The words with their other words, for the search beside them. */
export function withSynonyms(typed: string): string {
  const said = ` ${typed.toLowerCase().replaceAll(/[^a-z0-9]+/g, " ")} `;
  const others = synonyms.flatMap((line) =>
    line.some((word) => said.includes(` ${word} `) || said.includes(` ${word}s `)) ? line : [],
  );
  return [...new Set(others)].filter((word) => !said.includes(` ${word} `)).join(" ");
}
