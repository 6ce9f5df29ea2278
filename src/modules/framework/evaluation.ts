export const findings = {
  effect: "An effect was found",
  "no-effect": "No effect was found",
  unclear: "It cannot be told",
} as const;

export type Finding = keyof typeof findings;

/** How sure one can be, in the usual four grades of evidence, with what each means. */
export const grades = {
  high: { label: "High", hint: "More research would hardly change what we believe" },
  moderate: { label: "Moderate", hint: "More research could well change what we believe" },
  low: { label: "Low", hint: "More research is very likely to change what we believe" },
  "very-low": { label: "Very low", hint: "We know hardly more than before" },
} as const;

export type Grade = keyof typeof grades;

export type Evaluation = {
  id: string;
  itemKey: string;
  claim: string;
  finding: Finding;
  design: string;
  data: string;
  strength: string;
  confounders: string;
  grade: Grade;
  bodyName: string;
  publishedAt: Date;
};
