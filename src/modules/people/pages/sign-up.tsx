import type { Request } from "#web/env.ts";
import { contextOf } from "#web/env.ts";
import { defineForm } from "#web/form/form.ts";
import type { FormState } from "#web/form/form-view.tsx";
import { submitForm } from "#web/form/submit-form.ts";
import { email, nameSchema, newPassword } from "../account-fields.ts";
import { signUp } from "../commands/sign-up.ts";
import type { People } from "../people.ts";
import { sourceAddress } from "../source-address.ts";
import { columnPage } from "#web/column-page.tsx";
import { accountForm } from "./account-form.tsx";
import { nextOf, unkeyed, withNext } from "./request.ts";

const form = defineForm({
  name: { kind: "text", label: "Full name", autocomplete: "name", spellcheck: false, schema: nameSchema },
  email,
  password: newPassword,
});

export function signUpPage(c: Request, state: FormState = {}, status = 200): Response {
  const next = nextOf(c);
  return accountForm(
    c,
    {
      title: "Open an account",
      form,
      action: withNext("/sign-up", next),
      submit: "Open an account",
      backLink: { text: "Back", href: withNext("/sign-in", next) },
      children: (
        <p>
          An account is free, for everyone who does or shapes health and care work. We send you an email to
          confirm your address.
        </p>
      ),
      after: (
        <p>
          If you have an account, <a href={withNext("/sign-in", next)}>sign in</a>.
        </p>
      ),
    },
    state,
    status,
  );
}

export function signUpForm(c: Request, people: People): Promise<Response> {
  const next = nextOf(c);
  return submitForm(c, {
    form,
    act: async (values) => {
      await signUp(unkeyed(contextOf(c)), people, { ...values, next, source: sourceAddress(c) });
      return c.redirect("/sign-up/check-your-email", 303);
    },
    redraw: (state, status) => signUpPage(c, state, status),
  });
}

export function checkYourEmailPage(c: Request, people: People): Response {
  return columnPage(c, {
    title: "Check your email",
    section: "Your account",
    children: (
      <>
        <p>
          We have sent an email to the address that you gave. Open the link in it within 24 hours to confirm
          your address.
        </p>
        <h2>If it does not arrive</h2>
        <p>
          Wait a few minutes and look in the spam folder. Then check the address and try again: nothing is
          lost if you do.
        </p>
        <OutboxHint people={people} />
        <p>
          <a href="/sign-in">Go to sign in</a>
        </p>
      </>
    ),
  });
}

export function OutboxHint({ people }: { people: People }) {
  if (!people.hasOutboxPage) return null;
  return (
    <p>
      In this demonstration no email leaves: <a href="/outbox">read it in the outbox</a>.
    </p>
  );
}
