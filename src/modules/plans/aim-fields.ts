import { z } from "zod";

/** The four parts of an aim as they are asked for, each of which may stay open. */
const figure = (label: string) =>
  z
    .string()
    .transform((text) => text.replaceAll(/[,\s%]/g, ""))
    .refine(
      (text) => text === "" || /^-?\d{1,12}(\.\d{1,6})?$/.test(text),
      `${label} must be a number, such as 15 or 2.5`,
    )
    .transform((text) => (text === "" ? null : Number(text)));

const short = (label: string, most: number) =>
  z.string().max(most, `${label} must be ${most} characters or fewer`);

export const aimFields = {
  aimWhat: {
    kind: "text",
    label: "What should become better",
    schema: short("What should become better", 200),
  },
  aimFrom: {
    kind: "number",
    label: "From",
    hint: "Where it stands now, such as 15. Leave it open when you do not know yet",
    width: 10,
    schema: figure("From"),
  },
  aimTo: {
    kind: "number",
    label: "To",
    hint: "Where you want it to be, such as 50",
    width: 10,
    schema: figure("To"),
  },
  aimUnit: {
    kind: "text",
    label: "Of what",
    hint: "Such as %, falls a month or days",
    width: 20,
    schema: short("Of what", 60),
  },
  aimBy: {
    kind: "date",
    label: "By when",
    hint: "For example, 31 3 2027",
    schema: z
      .string()
      .refine((text) => text !== "?", "By when must be a real date, such as 31 3 2027")
      .transform((text) => (text === "" ? null : text)),
  },
  aimFor: {
    kind: "text",
    label: "For whom",
    hint: "Such as people over 65 on our ward",
    schema: short("For whom", 200),
  },
} as const;

export const titleField = {
  kind: "text",
  label: "Its name",
  hint: "Short, so that others recognise it in a list",
  schema: z
    .string()
    .min(3, "Give it a name of 3 letters or more")
    .max(200, "Its name must be 200 characters or fewer"),
} as const;
