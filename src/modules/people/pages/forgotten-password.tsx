import { contextOf, type Request } from "#web/env.ts";
import { defineForm } from "#web/form/form.ts";
import type { FormState } from "#web/form/form-view.tsx";
import { submitForm } from "#web/form/submit-form.ts";
import { email, newPassword } from "../account-fields.ts";
import { requestPasswordReset } from "../commands/request-password-reset.ts";
import { resetPassword } from "../commands/reset-password.ts";
import type { People } from "../people.ts";
import { sourceAddress } from "../source-address.ts";
import { columnPage } from "#web/column-page.tsx";
import { accountForm } from "./account-form.tsx";
import { unkeyed, withNext } from "./request.ts";
import { OutboxHint } from "./sign-up.tsx";

const askForm = defineForm({ email });
const chooseForm = defineForm({ password: newPassword });

export function forgottenPasswordPage(c: Request, state: FormState = {}, status = 200): Response {
  return accountForm(
    c,
    {
      title: "Choose a new password",
      form: askForm,
      action: "/forgotten-password",
      submit: "Send me a link",
      backLink: { text: "Back", href: "/sign-in" },
      children: <p>We send a link to your email address.</p>,
    },
    state,
    status,
  );
}

export function forgottenPasswordForm(c: Request, people: People): Promise<Response> {
  return submitForm(c, {
    form: askForm,
    act: async (values) => {
      await requestPasswordReset(unkeyed(contextOf(c)), people, { ...values, source: sourceAddress(c) });
      return c.redirect("/forgotten-password/check-your-email", 303);
    },
    redraw: (state, status) => forgottenPasswordPage(c, state, status),
  });
}

export function resetSentPage(c: Request, people: People): Response {
  return columnPage(c, {
    title: "Check your email for a link",
    section: "Your account",
    children: (
      <>
        <p>If the address has an account, we have sent a link to it. The link works for 1 hour.</p>
        <OutboxHint people={people} />
        <p>
          <a href="/sign-in">Go to sign in</a>
        </p>
      </>
    ),
  });
}

export function resetPasswordPage(c: Request, state: FormState = {}, status = 200): Response {
  const token = c.req.query("token") ?? "";
  return accountForm(
    c,
    {
      title: "Your new password",
      form: chooseForm,
      action: withNext("/reset-password", "/", { token }),
      submit: "Change password",
      children: <p>You are signed out wherever you are signed in, and can sign in with the new password.</p>,
      after: (
        <p>
          If this link has run out, <a href="/forgotten-password">ask for another one</a>.
        </p>
      ),
    },
    state,
    status,
  );
}

export function resetPasswordForm(c: Request, people: People): Promise<Response> {
  const token = c.req.query("token") ?? "";
  return submitForm(c, {
    form: chooseForm,
    act: async ({ password }) => {
      await resetPassword(unkeyed(contextOf(c)), people, { token, password, source: sourceAddress(c) });
      return c.redirect("/sign-in?done=reset", 303);
    },
    redraw: (state, status) => resetPasswordPage(c, state, status),
  });
}
