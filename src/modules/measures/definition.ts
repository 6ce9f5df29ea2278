import type { Chart } from "@throughline/spc";

/** What kind of thing a measure tells of. */
export const measureKinds = ["outcome", "process", "balancing"] as const;
export type MeasureKind = (typeof measureKinds)[number];

/** How its data arise: this decides what is asked for at entry and which charts can be right. */
export const forms = ["value", "proportion", "rate", "count", "time-between", "cases-between"] as const;
export type Form = (typeof forms)[number];

export const frequencies = ["day", "week", "fortnight", "month", "quarter", "year", "event"] as const;
export type Frequency = (typeof frequencies)[number];

export const betters = ["higher", "lower", "neither"] as const;
export type Better = (typeof betters)[number];

export const purposes = ["improvement", "judgement"] as const;
export type Purpose = (typeof purposes)[number];

/** One version of what is measured, in words that two people would count alike by. */
export type DefinitionText = {
  name: string;
  why: string;
  kind: MeasureKind;
  operational: string;
  numerator: string;
  denominator: string;
  form: Form;
  multiplier: number;
  unit: string;
  better: Better;
  frequency: Frequency;
  collector: string;
  minutesPerPoint: number;
  source: string;
  purpose: Purpose;
  /** The law or contract that asks for it: a measure for judgement names it, no other has one. */
  authority: string;
  topic: string;
  reviewOn: string | null;
};

/** Two numbers are asked for each period, and not one. */
export function hasDenominator({ form }: Pick<DefinitionText, "form">): boolean {
  return form === "proportion" || form === "rate";
}

/** The charts that are right for data of a form, the usual one first. A run chart always is. */
export const chartsFor: Record<Form, readonly [Chart, ...Chart[]]> = {
  value: ["xmr", "xmr-median", "run"],
  proportion: ["p", "p-prime", "xmr", "run"],
  rate: ["u", "u-prime", "xmr", "run"],
  count: ["c", "xmr", "run"],
  "time-between": ["t", "xmr", "run"],
  "cases-between": ["g", "xmr", "run"],
};
