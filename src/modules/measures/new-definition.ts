import type { Better, DefinitionText, Form, Frequency } from "./definition.ts";

/** Per how many a rate is shown. */
export const multipliers = [
  { value: "1", label: "1" },
  { value: "100", label: "100" },
  { value: "1000", label: "1,000" },
  { value: "10000", label: "10,000" },
  { value: "100000", label: "100,000" },
];

type Said = {
  name: string;
  form: Form;
  better: Better;
  frequency: Frequency;
  authority: string;
  numerator?: unknown;
  denominator?: unknown;
  multiplier?: unknown;
  unit?: unknown;
};

/** The few things that are asked at the start; all else can be said later. */
export function newDefinition(said: Said): DefinitionText {
  const { form, authority } = said;
  return {
    name: said.name,
    why: "",
    kind: "outcome",
    operational: "",
    numerator: words(said.numerator),
    denominator: words(said.denominator),
    form,
    multiplier: form === "proportion" ? 100 : Number(said.multiplier ?? 1),
    unit: words(said.unit),
    better: said.better,
    frequency: said.frequency,
    collector: "",
    minutesPerPoint: 0,
    source: "",
    purpose: authority === "" ? "improvement" : "judgement",
    authority,
    topic: "",
    reviewOn: null,
  };
}

function words(said: unknown): string {
  return typeof said === "string" ? said : "";
}
