import { z } from "zod";
import { aimFields, titleField } from "./aim-fields.ts";
import { methodOf, methods } from "./methods.ts";

const mostTopics = 12;

const lines = (text: string): string[] => [
  ...new Set(
    text
      .split(/[\n,]/)
      .map((line) => line.trim().toLowerCase())
      .filter((line) => line !== ""),
  ),
];

/** What the team says of its plan as a whole. */
export const editFields = {
  title: titleField,
  aim: {
    kind: "long-text",
    label: "The aim in a sentence",
    rows: 3,
    most: 500,
    schema: z.string().max(500, "The aim must be 500 characters or fewer"),
  },
  ...aimFields,
  topics: {
    kind: "long-text",
    label: "Topics",
    hint: "One on each line, such as falls or discharge. Others find it by them",
    rows: 3,
    schema: z
      .string()
      .transform(lines)
      .refine((topics) => topics.length <= mostTopics, `Give ${mostTopics} topics at most`)
      .refine(
        (topics) => topics.every((topic) => topic.length <= 60),
        "Each topic must be 60 characters or fewer",
      ),
  },
  method: {
    kind: "select",
    label: "Method",
    hint: "Changing it takes nothing away",
    options: [
      { value: "", label: "None in particular" },
      ...methods.map(({ key, name }) => ({ value: key, label: name })),
    ],
    schema: z.string().refine((key) => key === "" || methodOf(key) !== undefined, "Choose a method"),
  },
  template: {
    kind: "choices",
    label: "Its drivers",
    options: [
      {
        value: "yes",
        label: "Add the method’s own drivers to the diagram",
        hint: "What stands there already stays as it is",
      },
    ],
    schema: z.array(z.string()).transform((ticked) => ticked.includes("yes")),
  },
  localPriority: {
    kind: "text",
    label: "Local priority that it serves",
    hint: "Leave both open when it is the team’s own choice: that is as good a reason",
    schema: z.string().max(200, "The local priority must be 200 characters or fewer"),
  },
  nationalPriority: {
    kind: "text",
    label: "National priority that it serves",
    schema: z.string().max(200, "The national priority must be 200 characters or fewer"),
  },
} as const;
