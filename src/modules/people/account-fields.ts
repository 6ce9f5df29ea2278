import { z } from "zod";
import { passwordProblem } from "./password.ts";

/** The questions about an account, asked in the same words wherever they are asked. */
export const emailSchema = z
  .string()
  .min(1, "Enter an email address")
  .max(200, "Email address must be 200 characters or fewer")
  .pipe(z.email("Enter an email address in the right form, like name@example.nhs.uk"))
  .transform((email) => email.toLowerCase());

export const nameSchema = z
  .string()
  .min(1, "Enter your full name")
  .max(100, "Full name must be 100 characters or fewer");

export const passwordSchema = z.string().min(1, "Enter your password");

export const email = {
  kind: "email",
  label: "Email address",
  autocomplete: "username",
  spellcheck: false,
  schema: emailSchema,
} as const;

export const currentPassword = {
  kind: "password",
  label: "Password",
  autocomplete: "current-password",
  schema: passwordSchema,
} as const;

export const newPassword = {
  kind: "password",
  label: "Password",
  hint: "12 characters or more. 3 words of your own are good, and you can paste it from a password manager",
  autocomplete: "new-password",
  // What can be said of it alone, with whatever else is wrong on the page.
  schema: z
    .string()
    .min(1, { error: "Enter a password", abort: true })
    .superRefine((password, context) => {
      const message = passwordProblem(password);
      if (message) context.addIssue({ code: "custom", message });
    }),
} as const;

export const oneTimeCode = {
  kind: "code",
  label: "Code from your authenticator app",
  hint: "6 digits, which change every 30 seconds",
  autocomplete: "one-time-code",
  length: 6,
  schema: z.string().min(1, "Enter the code"),
} as const;

export const recoveryCode = {
  kind: "text",
  label: "Recovery code",
  hint: "One that you kept when you set up codes, like abcde-12345. Each works once",
  width: 20,
  spellcheck: false,
  schema: z.string().min(1, "Enter a recovery code"),
} as const;
