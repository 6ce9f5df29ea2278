import type { ReactNode } from "react";
import { Button } from "#ui/nhs/button.tsx";
import { InsetText } from "#ui/nhs/inset-text.tsx";
import { QrCode } from "#ui/qr-code.tsx";
import type { Request } from "#web/env.ts";
import { defineForm } from "#web/form/form.ts";
import type { FormState } from "#web/form/form-view.tsx";
import { submitForm } from "#web/form/submit-form.ts";
import { currentPassword, oneTimeCode } from "../account-fields.ts";
import {
  confirmSecondFactor,
  endSecondFactor,
  renewRecoveryCodes,
  startSecondFactor,
} from "../commands/second-factor.ts";
import type { People } from "../people.ts";
import { mySignOns } from "../queries/my-sign-ons.ts";
import { secondFactorState, unconfirmedFactor } from "../queries/second-factor.ts";
import { giveSession } from "../session-cookie.ts";
import { columnPage } from "#web/column-page.tsx";
import { accountForm } from "./account-form.tsx";
import { orBeginAgain } from "./sign-in-code.tsx";
import { doneWord } from "#web/done-word.ts";
import { ownContext } from "#web/own-context.ts";
import { browserOf, nextOf, unkeyed, withNext } from "./request.ts";

const passwordForm = defineForm({ password: currentPassword });
/** Who signs on through an organisation has no password here to give. */
const noPasswordForm = defineForm({});
const confirmForm = defineForm({ code: oneTimeCode });

const done = {
  off: "Codes are off. Signing in asks for your password alone.",
  connected: "Your organisation's sign-on is connected to your account.",
};

export async function securityPage(c: Request): Promise<Response> {
  const context = ownContext(c);
  const { isOn, hasPassword } = await secondFactorState(context);
  const signOns = await mySignOns(context);
  const next = nextOf(c);
  return columnPage(c, {
    title: "Password and codes",
    section: "Your account",
    backLink: { text: "Back to your account", href: "/me" },
    success: doneWord(c, done),
    children: (
      <>
        {c.req.query("needed") === "yes" && !isOn ? (
          <InsetText text="What you want to do affects other people, so it needs a second proof of who you are. Set up codes first; you then go on where you were." />
        ) : null}
        <h2>Codes from an app</h2>
        {isOn ? <FactorOn /> : <FactorOff next={next} />}
        {hasPassword ? (
          <>
            <h2>Password</h2>
            <p>
              <a href="/forgotten-password">Choose a new password</a>
            </p>
          </>
        ) : null}
        <h2>Sign-on through an organisation</h2>
        {signOns.length > 0 ? (
          <ul className="nhsuk-list nhsuk-list--bullet">
            {signOns.map((name) => (
              <li key={name}>{name}</li>
            ))}
          </ul>
        ) : (
          <p>None is connected to your account.</p>
        )}
        <p>
          <a href="/sign-in/organisation?next=%2Fme%2Fsecurity">Connect the sign-on of your organisation</a>
        </p>
      </>
    ),
  });
}

function FactorOn(): ReactNode {
  return (
    <>
      <p>On. Signing in asks for your password and for a code.</p>
      <ul className="nhsuk-list nhsuk-list--bullet">
        <li>
          <a href="/me/security/recovery-codes">Make new recovery codes</a>
        </li>
        <li>
          <a href="/me/security/turn-off">Turn codes off</a>
        </li>
      </ul>
    </>
  );
}

function FactorOff({ next }: { next: string }): ReactNode {
  return (
    <>
      <p>Off. With a code from an app on your phone, nobody who learns your password can sign in as you.</p>
      <Button href={withNext("/me/security/set-up", next)} text="Set up codes" />
    </>
  );
}

async function passwordStep(c: Request): Promise<typeof passwordForm | typeof noPasswordForm> {
  const { hasPassword } = await secondFactorState(ownContext(c));
  return hasPassword ? passwordForm : noPasswordForm;
}

type Step = { title: string; path: string; submit: string; words: string };

const steps = {
  setUp: {
    title: "Set up codes",
    path: "/me/security/set-up",
    submit: "Continue",
    words:
      "You need an authenticator app, such as the one in your password manager or on your phone. It works without a signal.",
  },
  renew: {
    title: "Make new recovery codes",
    path: "/me/security/recovery-codes",
    submit: "Make new codes",
    words: "The recovery codes that you have now stop working.",
  },
  turnOff: {
    title: "Turn codes off",
    path: "/me/security/turn-off",
    submit: "Turn codes off",
    words:
      "Your password alone then lets somebody in. Work that affects other people stays closed to you until you set codes up again.",
  },
} satisfies Record<string, Step>;

export type StepName = keyof typeof steps;

export async function stepPage(
  c: Request,
  name: StepName,
  state: FormState = {},
  status = 200,
): Promise<Response> {
  const step = steps[name];
  return accountForm(
    c,
    {
      title: step.title,
      form: await passwordStep(c),
      action: withNext(step.path, nextOf(c)),
      submit: step.submit,
      backLink: { text: "Back", href: "/me/security" },
      children: <p>{step.words}</p>,
    },
    state,
    status,
  );
}

export async function stepForm(c: Request, people: People, name: StepName): Promise<Response> {
  const asksPassword = (await passwordStep(c)) === passwordForm;
  return submitForm(c, {
    form: defineForm(asksPassword ? passwordForm.fields : {}),
    act: (values) => takeStep(c, people, { name, password: passwordIn(values) }),
    redraw: (state, status) => stepPage(c, name, state, status),
  });
}

function passwordIn(values: { password?: unknown }): string {
  return typeof values.password === "string" ? values.password : "";
}

async function takeStep(
  c: Request,
  people: People,
  given: { name: StepName; password: string },
): Promise<Response> {
  const context = unkeyed(ownContext(c));
  const input = { password: given.password, browser: browserOf(c) };
  if (given.name === "setUp") {
    await startSecondFactor(context, people, input);
    return c.redirect(withNext("/me/security/confirm", nextOf(c)), 303);
  }
  if (given.name === "renew") return recoveryCodesPage(c, await renewRecoveryCodes(context, people, input));
  await giveSession(c, people.cookies, await endSecondFactor(context, people, input));
  return c.redirect("/me/security?done=off", 303);
}

export async function confirmPage(
  c: Request,
  people: People,
  state: FormState = {},
  status = 200,
): Promise<Response> {
  const factor = await unconfirmedFactor(ownContext(c), people);
  if (!factor) return c.redirect("/me/security", 303);
  return accountForm(
    c,
    {
      title: "Add Throughline to your app",
      form: confirmForm,
      action: withNext("/me/security/confirm", nextOf(c)),
      submit: "Confirm",
      backLink: { text: "Back", href: "/me/security" },
      children: (
        <>
          <p>Point your authenticator app at this picture, or type the key into it.</p>
          <QrCode href={factor.uri} title="If the app is on this device" linkText="Open it there" />
          <p>
            Key: <code>{factor.key.match(/.{1,4}/g)?.join(" ")}</code>
          </p>
        </>
      ),
    },
    state,
    status,
  );
}

export async function confirmFactorForm(c: Request, people: People): Promise<Response> {
  const context = unkeyed(ownContext(c));
  const answered = submitForm(c, {
    form: confirmForm,
    act: async ({ code }) => {
      const { token, recoveryCodes } = await confirmSecondFactor(context, people, {
        code,
        browser: browserOf(c),
      });
      await giveSession(c, people.cookies, token);
      return recoveryCodesPage(c, recoveryCodes);
    },
    redraw: (state, status) => confirmPage(c, people, state, status),
  });
  return orBeginAgain(c, answered, "/me/security");
}

/**
 * Answers the form itself, where others lead on: the codes are shown this once, so there is no address at
 * which they could be read again.
 */
function recoveryCodesPage(c: Request, codes: readonly string[]): Response {
  return columnPage(c, {
    title: "Keep your recovery codes",
    section: "Your account",
    children: (
      <>
        <p>
          Codes are on. If you lose your phone, each of these lets you sign in once. They are not shown again:
          print this page, or copy them to a safe place.
        </p>
        <ul className="nhsuk-list tl-recovery-codes">
          {codes.map((code) => (
            <li key={code}>
              <code>{code}</code>
            </li>
          ))}
        </ul>
        <Button href={nextOf(c) === "/" ? "/me/security" : nextOf(c)} text="I have kept them" />
      </>
    ),
  });
}
