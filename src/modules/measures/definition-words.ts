import type { Better, DefinitionText, Form, Frequency, MeasureKind, Purpose } from "./definition.ts";

export const kindLabels: Record<MeasureKind, string> = {
  outcome: "Outcome",
  process: "Process",
  balancing: "Balancing",
};

export const kindHints: Record<MeasureKind, string> = {
  outcome: "What it is all for, such as falls or waits",
  process: "Whether the work is done as meant, such as rounds completed",
  balancing: "Whether something else suffers, such as overtime",
};

export const formLabels: Record<Form, string> = {
  value: "One number each time",
  proportion: "So many out of so many",
  rate: "Events for an amount of exposure",
  count: "A count of events",
  "time-between": "Days between rare events",
  "cases-between": "Cases between rare events",
};

export const formHints: Record<Form, string> = {
  value: "Such as a wait in days, a cost or a score",
  proportion: "Such as 18 of 20 charts completed",
  rate: "Such as 6 falls in 1,210 bed days",
  count: "Such as 4 complaints, where the chance to have one stays about the same",
  "time-between": "Such as 41 days since the last infection: for what happens less than once a period",
  "cases-between": "Such as 230 operations since the last infection",
};

export const betterLabels: Record<Better, string> = {
  higher: "A higher number is better",
  lower: "A lower number is better",
  neither: "Neither: it is only watched",
};

export const frequencyLabels: Record<Frequency, string> = {
  day: "Every day",
  week: "Every week",
  fortnight: "Every 2 weeks",
  month: "Every month",
  quarter: "Every quarter",
  year: "Every year",
  event: "When it happens",
};

/** One of the periods, in the middle of a sentence. */
export const periodWords: Record<Frequency, string> = {
  day: "day",
  week: "week",
  fortnight: "2 weeks",
  month: "month",
  quarter: "quarter",
  year: "year",
  event: "event",
};

export const purposeLabels: Record<Purpose, string> = {
  improvement: "Improvement",
  judgement: "Judgement",
};

/** Every part of a definition by its name on the page, in the order in which it is read. */
export const definitionParts: readonly { name: keyof DefinitionText; label: string }[] = [
  { name: "name", label: "Name" },
  { name: "why", label: "Why it is measured" },
  { name: "kind", label: "Kind" },
  { name: "operational", label: "What counts, exactly" },
  { name: "form", label: "How the numbers arise" },
  { name: "numerator", label: "Numerator" },
  { name: "denominator", label: "Denominator" },
  { name: "multiplier", label: "Shown per" },
  { name: "unit", label: "Unit" },
  { name: "better", label: "Which way is better" },
  { name: "frequency", label: "How often" },
  { name: "collector", label: "Who collects it" },
  { name: "minutesPerPoint", label: "Minutes of work for each number" },
  { name: "source", label: "Where the numbers come from" },
  { name: "purpose", label: "Purpose" },
  { name: "authority", label: "Law or contract that asks for it" },
  { name: "topic", label: "Topic" },
  { name: "reviewOn", label: "To be reviewed on" },
];

/** A part of a definition as it is read. Empty where nothing was said. */
export function partWords(text: DefinitionText, name: keyof DefinitionText): string {
  switch (name) {
    case "kind":
      return kindLabels[text.kind];
    case "form":
      return formLabels[text.form];
    case "better":
      return betterLabels[text.better];
    case "frequency":
      return frequencyLabels[text.frequency];
    case "purpose":
      return purposeLabels[text.purpose];
    case "multiplier":
      return text.multiplier === 1 ? "" : text.multiplier.toLocaleString("en-GB");
    case "minutesPerPoint":
      return text.minutesPerPoint === 0 ? "" : text.minutesPerPoint.toLocaleString("en-GB");
    default:
      return text[name] ?? "";
  }
}

/** The law is named on every chart of a measure for judgement, and the promise on every one for improvement. */
export function purposeSentence({
  purpose,
  authority,
}: Pick<DefinitionText, "purpose" | "authority">): string {
  return purpose === "improvement"
    ? "Measured for improvement: the team’s own, to learn from. It is never used to rank or to judge."
    : `Measured for judgement, as ${authority} asks.`;
}

/** As far as it is counted. */
export function usesWords(uses: number): string {
  return uses >= 1_000 ? "1,000 or more" : String(uses);
}
