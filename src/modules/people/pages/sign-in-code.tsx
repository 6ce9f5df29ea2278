import { deleteCookie } from "hono/cookie";
import type { z } from "zod";
import { contextOf, type Request } from "#web/env.ts";
import type { Field } from "#web/form/fields.ts";
import { defineForm, type Form } from "#web/form/form.ts";
import type { FormState } from "#web/form/form-view.tsx";
import { submitForm } from "#web/form/submit-form.ts";
import { oneTimeCode, recoveryCode } from "../account-fields.ts";
import { answerCode } from "../commands/answer-code.ts";
import { ChallengeOver } from "../one-time-code.ts";
import type { People } from "../people.ts";
import { cookieOptions } from "../session-cookie.ts";
import { accountForm } from "./account-form.tsx";
import { browserOf, nextOf, unkeyed, withNext } from "./request.ts";
import { enter } from "./signed-in.ts";

type CodeForm = Form<{ code: Field<z.ZodString> }>;

export const codeForms: Record<"totp" | "recovery", CodeForm> = {
  totp: defineForm({ code: oneTimeCode }),
  recovery: defineForm({ code: recoveryCode }),
};

export function codeKind(c: Request): keyof typeof codeForms {
  return c.req.query("with") === "recovery" ? "recovery" : "totp";
}

/** The same page asks for either code; a link leads from one to the other. */
export function OtherCode({
  path,
  next,
  kind,
}: {
  path: string;
  next: string;
  kind: keyof typeof codeForms;
}) {
  return (
    <p>
      {kind === "totp" ? (
        <a href={withNext(path, next, { with: "recovery" })}>Use a recovery code instead</a>
      ) : (
        <a href={withNext(path, next)}>Use your authenticator app instead</a>
      )}
    </p>
  );
}

export function signInCodePage(c: Request, state: FormState = {}, status = 200): Response {
  const next = nextOf(c);
  const kind = codeKind(c);
  return accountForm(
    c,
    {
      title: "Enter your code",
      form: codeForms[kind],
      action: withNext("/sign-in/code", next, kind === "recovery" ? { with: kind } : {}),
      submit: "Continue",
      backLink: { text: "Back", href: withNext("/sign-in", next) },
      after: <OtherCode path="/sign-in/code" next={next} kind={kind} />,
    },
    state,
    status,
  );
}

export async function signInCodeForm(c: Request, people: People): Promise<Response> {
  const answered = submitForm(c, {
    form: codeForms[codeKind(c)],
    act: async ({ code }) => {
      const token = await answerCode(unkeyed(contextOf(c)), people, { code, browser: browserOf(c) });
      deleteCookie(c, people.cookies.code, cookieOptions(people.cookies));
      return enter(c, people, token);
    },
    redraw: (state, status) => signInCodePage(c, state, status),
  });
  return orBeginAgain(c, answered, withNext("/sign-in", nextOf(c), { done: "again" }));
}

/** A code that nobody asked for, or asked for too long ago, leads back to where that begins. */
export async function orBeginAgain(
  c: Request,
  answered: Promise<Response>,
  beginning: string,
): Promise<Response> {
  try {
    return await answered;
  } catch (error) {
    if (!(error instanceof ChallengeOver)) throw error;
    return c.redirect(beginning, 303);
  }
}
