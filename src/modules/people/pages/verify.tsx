import type { Request } from "#web/env.ts";
import { contextOf } from "#web/env.ts";
import { defineForm } from "#web/form/form.ts";
import type { FormState } from "#web/form/form-view.tsx";
import { submitForm } from "#web/form/submit-form.ts";
import { currentPassword } from "../account-fields.ts";
import { verifyEmail } from "../commands/verify-email.ts";
import type { People } from "../people.ts";
import { formPage } from "./column-page.tsx";
import { browserOf, nextOf, unkeyed, withNext } from "./request.ts";
import { goOn } from "./signed-in.ts";

const form = defineForm({ password: currentPassword });

/** Reading this page changes nothing: programs that look at the links in a mail open it before people do. */
export function verifyPage(c: Request, state: FormState = {}, status = 200): Response {
  const token = c.req.query("token") ?? "";
  return formPage(
    c,
    {
      title: "Confirm your email address",
      form,
      action: withNext("/verify", nextOf(c), { token }),
      submit: "Confirm and sign in",
      children: (
        <p>
          Enter the password that you chose when you opened the account. We ask so that nobody else can open
          one in your name.
        </p>
      ),
      after: (
        <p>
          If you do not know it, <a href="/forgotten-password">choose a new password</a>.
        </p>
      ),
    },
    state,
    status,
  );
}

export function verifyForm(c: Request, people: People): Promise<Response> {
  const token = c.req.query("token") ?? "";
  return submitForm(c, {
    form,
    act: async ({ password }) => {
      const signed = await verifyEmail(unkeyed(contextOf(c)), people, {
        token,
        password,
        browser: browserOf(c),
      });
      return goOn(c, people, signed);
    },
    redraw: (state, status) => verifyPage(c, state, status),
  });
}
