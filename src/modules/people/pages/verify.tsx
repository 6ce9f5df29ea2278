import { isPerson } from "#platform/actor.ts";
import { contextOf, type Request } from "#web/env.ts";
import { defineForm } from "#web/form/form.ts";
import type { FormState } from "#web/form/form-view.tsx";
import { submitForm } from "#web/form/submit-form.ts";
import { currentPassword } from "../account-fields.ts";
import { verifyEmail, verifyOwnEmail } from "../commands/verify-email.ts";
import { addressProvedBy } from "../mailed-link.ts";
import type { People } from "../people.ts";
import { accountForm } from "./account-form.tsx";
import { ownContext } from "#web/own-context.ts";
import { browserOf, nextOf, unkeyed, withNext } from "./request.ts";
import { goOn } from "./signed-in.ts";

const passwordForm = defineForm({ password: currentPassword });
/** For somebody who is in already, through an organisation's sign-on, and has no password. */
const buttonForm = defineForm({});

type Link = { token: string; isOwn: boolean };

async function linkOf(c: Request, people: People): Promise<Link> {
  const token = c.req.query("token") ?? "";
  const { actor } = contextOf(c);
  const address = isPerson(actor) ? await addressProvedBy(people.cookieSecret, token) : undefined;
  return { token, isOwn: isPerson(actor) && address === actor.email };
}

/** Reading this page changes nothing: programs that look at the links in a mail open it before people do. */
export async function verifyPage(c: Request, people: People): Promise<Response> {
  return drawVerify(c, await linkOf(c, people));
}

function drawVerify(c: Request, { token, isOwn }: Link, state: FormState = {}, status = 200): Response {
  return accountForm(
    c,
    {
      title: "Confirm your email address",
      form: isOwn ? buttonForm : passwordForm,
      action: withNext("/verify", nextOf(c), { token }),
      submit: "Confirm",
      children: isOwn ? <p>Press the button to say that this address is yours.</p> : <WhyPassword />,
    },
    state,
    status,
  );
}

function WhyPassword() {
  return (
    <>
      <p>
        Enter the password that you chose when you opened the account. We ask so that nobody else can open one
        in your name.
      </p>
      <p>
        If you do not know it, <a href="/forgotten-password">choose a new password</a>.
      </p>
    </>
  );
}

export async function verifyForm(c: Request, people: People): Promise<Response> {
  const link = await linkOf(c, people);
  const redraw = (state: FormState, status: number) => drawVerify(c, link, state, status);
  return link.isOwn
    ? confirmOwn(c, people, { link, redraw })
    : confirmWithPassword(c, people, { link, redraw });
}

type Confirming = { link: Link; redraw: (state: FormState, status: number) => Response };

function confirmWithPassword(c: Request, people: People, { link, redraw }: Confirming): Promise<Response> {
  return submitForm(c, {
    form: passwordForm,
    act: async ({ password }) => {
      const input = { token: link.token, password, browser: browserOf(c) };
      return goOn(c, people, await verifyEmail(unkeyed(contextOf(c)), people, input));
    },
    redraw,
  });
}

function confirmOwn(c: Request, people: People, { link, redraw }: Confirming): Promise<Response> {
  return submitForm(c, {
    form: buttonForm,
    act: async () => {
      await verifyOwnEmail(ownContext(c), people, link.token);
      return c.redirect(nextOf(c), 303);
    },
    redraw,
  });
}
