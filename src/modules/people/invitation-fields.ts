import { z } from "zod";
import { emailSchema } from "./account-fields.ts";
import { mostDays, mostUses } from "./invitation.ts";

function whole(label: string, most: number) {
  const said = `${label} must be a whole number from 1 to ${most}`;
  const schema = z
    .string()
    .regex(/^\d{1,3}$/, said)
    .transform(Number)
    .refine((number) => number >= 1 && number <= most, said);
  return { kind: "number", label, hint: `${most} at most`, width: 3, schema } as const;
}

/** Whom an invitation goes to, when it goes by mail. */
export const invitedEmail = {
  kind: "email",
  label: "Email address",
  autocomplete: "off",
  spellcheck: false,
  schema: emailSchema,
} as const;

/** How far a printed code reaches. */
export const codeReach = {
  uses: whole("How many people can use it", mostUses),
  days: whole("How many days it works", mostDays),
} as const;
