import type { Request } from "#web/env.ts";
import { defineForm } from "#web/form/form.ts";
import type { FormState } from "#web/form/form-view.tsx";
import { submitForm } from "#web/form/submit-form.ts";
import { emailSchema } from "../account-fields.ts";
import { deleteAccount } from "../commands/delete-account.ts";
import { LastAdministrator } from "../last-administrator.ts";
import type { People } from "../people.ts";
import { takeSession } from "../session-cookie.ts";
import { accountForm } from "./account-form.tsx";
import { lastAdministratorPage } from "./member.tsx";
import { ownContext } from "#web/own-context.ts";

const form = defineForm({
  email: {
    kind: "email",
    label: "Your email address",
    hint: "Type it in full, to show that you mean it",
    autocomplete: "off",
    spellcheck: false,
    schema: emailSchema,
  },
});

export function deleteAccountPage(c: Request, state: FormState = {}, status = 200): Response {
  return accountForm(
    c,
    {
      title: "Delete your account",
      form,
      action: "/me/delete",
      submit: "Delete my account",
      isDestructive: true,
      backLink: { text: "Back to your account", href: "/me" },
      children: (
        <>
          <h2>What goes</h2>
          <p>
            Your name, email address, profile, passwords and codes, sessions, and the emails to you. Your
            roles end. This cannot be undone.
          </p>
          <h2>What stays</h2>
          <p>
            The work that you shared, under the name "Former member", and the record of what was done, which
            holds no names. Copies in backups go when the backups do.
          </p>
          <p>
            <a href="/me/data">Download what we hold on you</a> first, if you want to keep it.
          </p>
        </>
      ),
    },
    state,
    status,
  );
}

export async function deleteAccountForm(c: Request, people: People): Promise<Response> {
  const context = ownContext(c);
  try {
    return await submitForm(c, {
      form,
      act: async ({ email }) => {
        await deleteAccount(context, email);
        takeSession(c, people.cookies);
        c.header("Clear-Site-Data", '"cookies", "storage"');
        return c.redirect("/sign-in?done=deleted", 303);
      },
      redraw: (state, status) => deleteAccountPage(c, state, status),
    });
  } catch (error) {
    if (!(error instanceof LastAdministrator)) throw error;
    const held = context.actor.roles.find((one) => one.bodyCode === error.bodyCode);
    return lastAdministratorPage(c, {
      name: held?.bodyName ?? "an organisation",
      code: error.bodyCode ?? "",
    });
  }
}
