import { z } from "zod";
import { visibilities, visibilityLabels } from "#platform/sight.ts";

const long = (label: string) => z.string().max(5000, `${label} must be 5,000 characters or fewer`);

export const titleField = {
  kind: "text",
  label: "Title",
  hint: "Such as Quality and performance report",
  schema: z.string().min(3, "Enter a title").max(65, "The title must be 65 characters or fewer"),
} as const;

export const periodField = {
  kind: "text",
  label: "What time it is about",
  hint: "Such as Quarter 3 of 2026/27",
  width: 20,
  schema: z.string().min(1, "Say what time it is about").max(60, "This must be 60 characters or fewer"),
} as const;

export const audienceField = {
  kind: "choice",
  label: "Who reads it when it is frozen",
  hint: "Until then only its writers see it",
  options: visibilities.map((value) => ({ value, label: visibilityLabels[value] })),
  schema: z.enum(visibilities, "Choose who reads it"),
} as const;

const minutes = (label: string, least: number) => ({
  kind: "number" as const,
  label,
  hint: "In minutes",
  width: 5 as const,
  schema: z
    .string()
    .regex(/^\d{0,5}$/, "Enter a whole number of minutes, like 540")
    .transform((text) => (text === "" ? null : Number(text)))
    .refine((number) => number === null || number >= least, `Enter ${least} or more`),
});

export const timeFields = {
  minutesMet: minutes("How long the board met in this time", 1),
  minutesOnImprovement: minutes("How much of that went to improvement", 0),
};

export const storyFields = {
  introduction: {
    kind: "long-text",
    label: "Introduction",
    hint: "What the board should know first, in a few sentences",
    rows: 4,
    most: 5000,
    schema: long("The introduction"),
  },
  patientStory: {
    kind: "long-text",
    label: "A story of care, in the words of the person",
    hint: "Ask them first. No name, number or date of birth",
    rows: 6,
    most: 5000,
    schema: long("The story"),
  },
  learningStory: {
    kind: "long-text",
    label: "Something that failed, and what it taught",
    rows: 6,
    most: 5000,
    schema: long("The story"),
  },
} as const;
