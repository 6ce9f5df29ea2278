import type { ReactNode } from "react";
import { contextOf, type Request } from "#web/env.ts";
import { defineForm } from "#web/form/form.ts";
import type { FormState } from "#web/form/form-view.tsx";
import { submitForm } from "#web/form/submit-form.ts";
import { currentPassword, email } from "../account-fields.ts";
import { signIn } from "../commands/sign-in.ts";
import type { People } from "../people.ts";
import { accountForm } from "./account-form.tsx";
import { doneWord } from "#web/done-word.ts";
import { browserOf, nextOf, unkeyed, withNext } from "./request.ts";
import { goOn } from "./signed-in.ts";

const form = defineForm({ email, password: currentPassword });

const done = {
  reset: "Your password is changed. Sign in with the new one.",
  out: "You are signed out.",
  deleted: "Your account is deleted.",
  again: "That took too long. Sign in again.",
};

export function signInPage(c: Request, people: People, state: FormState = {}, status = 200): Response {
  const next = nextOf(c);
  return accountForm(
    c,
    {
      title: "Sign in",
      form,
      action: withNext("/sign-in", next),
      submit: "Sign in",
      success: status === 200 ? doneWord(c, done) : undefined,
      children: people.demonstration ? (
        <p>
          This is a demonstration: <a href={withNext("/demonstration", next)}>step in as one of its people</a>
          , without a password.
        </p>
      ) : null,
      after: <OtherWays next={next} />,
    },
    state,
    status,
  );
}

function OtherWays({ next }: { next: string }): ReactNode {
  return (
    <ul className="nhsuk-list">
      <li>
        <a href={withNext("/sign-in/organisation", next)}>Sign in with your organisation</a>
      </li>
      <li>
        <a href="/forgotten-password">I forgot my password</a>
      </li>
      <li>
        <a href={withNext("/sign-up", next)}>Open an account</a>
      </li>
    </ul>
  );
}

export function signInForm(c: Request, people: People): Promise<Response> {
  return submitForm(c, {
    form,
    act: async (values) => {
      const input = { ...values, next: nextOf(c), browser: browserOf(c) };
      return goOn(c, people, await signIn(unkeyed(contextOf(c)), people, input));
    },
    redraw: (state, status) => signInPage(c, people, state, status),
  });
}
