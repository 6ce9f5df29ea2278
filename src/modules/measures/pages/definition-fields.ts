import { z } from "zod";
import type { Field, Typed } from "#web/form/fields.ts";
import { betters, frequencies, measureKinds, type DefinitionText } from "../definition.ts";
import { betterLabels, frequencyLabels, kindHints, kindLabels } from "../definition-words.ts";
import { halves } from "../refuse-half-defined.ts";
import { multipliers } from "../new-definition.ts";
import { optionalNumber } from "../typed-number.ts";

type Part = keyof DefinitionText;

type More = Partial<{ hint: string; least: number; asked: string }>;

const text = (label: string, most: number, more: More = {}): Field => ({
  kind: "text",
  label,
  ...(more.hint && { hint: more.hint }),
  schema: z
    .string()
    .min(more.least ?? 0, more.asked ?? `Say what this is: ${label.toLowerCase()}`)
    .max(most, `${label} must be ${most} characters or fewer`),
});

const long = (label: string, hint: string): Field => ({
  kind: "long-text",
  label,
  hint,
  rows: 3,
  most: 2000,
  schema: z.string().max(2000, `${label} must be 2,000 characters or fewer`),
});

/** How each part of a definition is asked for. Its form and its purpose are chosen once, when it is begun. */
const fields: Partial<Record<Part, Field>> = {
  name: text("Name", 65, { least: 2 }),
  why: long("Why it is measured", "What gets better for whom when this moves"),
  kind: {
    kind: "choice",
    label: "Kind",
    options: measureKinds.map((value) => ({ value, label: kindLabels[value], hint: kindHints[value] })),
    schema: z.enum(measureKinds, "Choose the kind"),
  },
  operational: long(
    "What counts, exactly",
    "So that 2 people who count alone come to the same number: what is in, what is not, from when to when",
  ),
  numerator: text("Numerator", 200, { hint: "What is counted" }),
  denominator: text("Denominator", 200, {
    hint: "Out of how many of what",
    least: 1,
    asked: halves.denominator,
  }),
  multiplier: {
    kind: "select",
    label: "Shown per",
    options: multipliers,
    schema: z
      .enum(["1", "100", "1000", "10000", "100000"], "Choose per how many it is shown")
      .transform(Number),
  },
  unit: text("Unit", 60, { hint: "Such as days or falls" }),
  better: {
    kind: "choice",
    label: "Which way is better",
    options: betters.map((value) => ({ value, label: betterLabels[value] })),
    schema: z.enum(betters, "Choose which way is better"),
  },
  frequency: {
    kind: "choice",
    label: "How often",
    options: frequencies.map((value) => ({ value, label: frequencyLabels[value] })),
    schema: z.enum(frequencies, "Choose how often"),
  },
  collector: text("Who collects it", 200, {
    hint: "A role lasts longer than a name, such as The ward clerk",
  }),
  minutesPerPoint: {
    kind: "number",
    label: "Minutes of work for each number",
    hint: "So that everybody sees what it costs to know this",
    width: 5,
    schema: optionalNumber("Minutes")
      .transform((minutes) => minutes ?? 0)
      .refine((minutes) => minutes >= 0 && minutes <= 100_000, "Minutes must be from 0 to 100,000"),
  },
  source: text("Where the numbers come from", 300, { hint: "Such as The ward’s book of incidents" }),
  authority: text("Law or contract that asks for it", 300, { least: 1, asked: halves.authority }),
  topic: text("Topic", 60, { hint: "One or two words, such as Falls" }),
  reviewOn: {
    kind: "date",
    label: "When it should be looked at again",
    schema: z
      .union([z.literal(""), z.iso.date("Enter a real date, like 1 4 2027")])
      .transform((iso) => (iso === "" ? null : iso)),
  },
};

export function definitionFields(parts: readonly Part[]): Record<string, Field> {
  return Object.fromEntries(parts.flatMap((part) => (fields[part] ? [[part, fields[part]]] : [])));
}

/** Why there is another version. */
export const versionReason: Field = {
  kind: "text",
  label: "Why it is changed",
  hint: "It stands with the version, for whoever took an earlier one",
  schema: z.string().min(3, "Say why it is changed").max(300, "The reason must be 300 characters or fewer"),
};

/** What stands in a definition now, as a form's fields hold it. */
export function typedDefinition(definition: DefinitionText): Typed {
  const { reviewOn, multiplier, minutesPerPoint, ...same } = definition;
  const [year = "", month = "", day = ""] = (reviewOn ?? "").split("-");
  return {
    ...same,
    multiplier: String(multiplier),
    minutesPerPoint: minutesPerPoint === 0 ? "" : String(minutesPerPoint),
    reviewOn: reviewOn === null ? ["", "", ""] : [String(Number(day)), String(Number(month)), year],
  };
}
