import { z } from "zod";
import type { Field } from "#web/form/fields.ts";

export const link = z
  .string()
  .max(500, "The address must be 500 characters or fewer")
  .refine(
    (text) => text === "" || /^https?:$/.test(URL.parse(text)?.protocol ?? ""),
    "Enter an address that begins with https://",
  );

export const evidenceFields = {
  title: {
    kind: "text",
    label: "What is it?",
    hint: "Such as the name of a report, a register or a page",
    schema: z.string().min(1, "Say what it is").max(200, "What it is must be 200 characters or fewer"),
  },
  summary: {
    kind: "long-text",
    label: "What does it show?",
    rows: 4,
    most: 2000,
    schema: z
      .string()
      .min(1, "Say what it shows")
      .max(2000, "What it shows must be 2,000 characters or fewer"),
  },
  link: {
    kind: "url",
    label: "Where is it?",
    hint: "An address that anybody can open, if there is one",
    schema: link,
  },
} as const satisfies Record<string, Field>;
