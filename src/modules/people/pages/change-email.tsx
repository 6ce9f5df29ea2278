import { InsetText } from "#ui/nhs/inset-text.tsx";
import { columnPage } from "#web/column-page.tsx";
import { doneWord } from "#web/done-word.ts";
import type { Request } from "#web/env.ts";
import { defineForm } from "#web/form/form.ts";
import type { FormState } from "#web/form/form-view.tsx";
import { submitForm } from "#web/form/submit-form.ts";
import { ownContext } from "#web/own-context.ts";
import { currentPassword, email } from "../account-fields.ts";
import { askToChangeEmail, changeHours, confirmEmail, keepEmail } from "../commands/change-email.ts";
import type { People } from "../people.ts";
import { emailState, type EmailState } from "../queries/email-change.ts";
import { PostButton } from "#ui/post-button.tsx";
import { accountForm } from "./account-form.tsx";
import { browserOf, unkeyed } from "./request.ts";
import { OutboxHint } from "./sign-up.tsx";

const form = defineForm({
  email: { ...email, label: "New email address", autocomplete: "email" },
  password: currentPassword,
});
const confirmForm = defineForm({});

const title = "Change your email address";
const backLink = { text: "Back to your account", href: "/me" };
const done = { kept: "Your email address stays as it is. The link that was sent opens nothing any more." };

export async function changeEmailPage(
  c: Request,
  people: People,
  state: FormState = {},
  status = 200,
): Promise<Response> {
  const context = ownContext(c);
  const known = await emailState(context);
  if (known.isFixed || !known.hasPassword) return cannotChange(c, known);
  const { waiting } = known;
  return accountForm(
    c,
    {
      title,
      form,
      action: "/me/email",
      submit: "Send a link to the new address",
      backLink,
      success: doneWord(c, done),
      children: (
        <>
          <p>
            Your email address is <strong>{context.actor.email}</strong>. You sign in with it, and we write to
            it.
          </p>
          <p>We send a link to the new address. Nothing changes until you open it.</p>
          {waiting ? (
            <InsetText>
              <p>
                We sent a link to <strong>{waiting.email}</strong>. It works for {changeHours} hours and once.
                If you ask again, only the new link works.
              </p>
              <OutboxHint people={people} />
              <PostButton
                action="/me/email/keep"
                text="Keep the address that I have"
                about="and make the link worthless"
              />
            </InsetText>
          ) : null}
        </>
      ),
    },
    state,
    status,
  );
}

function cannotChange(c: Request, { isFixed }: EmailState): Response {
  return columnPage(c, {
    title,
    section: "Your account",
    backLink,
    children: isFixed ? (
      <p>This is one of the people of the demonstration, whose addresses stay for the next visitor.</p>
    ) : (
      <p>
        You sign in through your organisation and have no password here.{" "}
        <a href="/forgotten-password">Choose a password</a> first, by a link to the address that you have now.
        It shows that the account is yours.
      </p>
    ),
  });
}

export function changeEmailForm(c: Request, people: People): Promise<Response> {
  return submitForm(c, {
    form,
    act: async (values) => {
      const asked = { ...values, browser: browserOf(c) };
      await askToChangeEmail(unkeyed(ownContext(c)), people, asked);
      return c.redirect("/me/email", 303);
    },
    redraw: (state, status) => changeEmailPage(c, people, state, status),
  });
}

export async function keepEmailForm(c: Request): Promise<Response> {
  await keepEmail(ownContext(c));
  return c.redirect("/me/email?done=kept", 303);
}

/** Reading this page changes nothing: programs that look at the links in a mail open it before people do. */
export function confirmEmailPage(c: Request): Response {
  const token = c.req.query("token") ?? "";
  return accountForm(c, {
    title: "Confirm your new email address",
    form: confirmForm,
    action: `/me/email/confirm?${new URLSearchParams({ token })}`,
    submit: "Use this address from now on",
    backLink,
    children: (
      <p>
        You then sign in with the new address. Wherever else you are signed in, you are signed out, and links
        that we sent to the old address stop working.
      </p>
    ),
  });
}

export function confirmEmailForm(c: Request, people: People): Promise<Response> {
  return submitForm(c, {
    form: confirmForm,
    act: async () => {
      await confirmEmail(ownContext(c), people, c.req.query("token") ?? "");
      return c.redirect("/me?done=email", 303);
    },
    redraw: ({ problems = [] }, status) =>
      columnPage(
        c,
        {
          title: "Your email address stays as it is",
          section: "Your account",
          backLink,
          children: (
            <>
              {problems.map(({ message }) => (
                <p key={message}>{message}.</p>
              ))}
              <p>
                <a href="/me/email">Ask for another link</a>
              </p>
            </>
          ),
        },
        status,
      ),
  });
}
