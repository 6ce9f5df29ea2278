import { z } from "zod";
import { NotFound } from "#platform/problem.ts";
import type { BodySummary } from "#modules/places/index.ts";
import { Button } from "#ui/nhs/button.tsx";
import { SummaryList } from "#ui/nhs/summary-list.tsx";
import { contextOf, type Request } from "#web/env.ts";
import { defineForm } from "#web/form/form.ts";
import type { FormState } from "#web/form/form-view.tsx";
import { submitForm } from "#web/form/submit-form.ts";
import {
  addProvider,
  changeProvider,
  removeProvider,
  type ProviderInput,
} from "../commands/save-provider.ts";
import { returnAddress } from "../commands/start-sign-on.ts";
import type { People } from "../people.ts";
import { providerOf, providersOf, type ProviderShown } from "../queries/providers.ts";
import { PostButton } from "#ui/post-button.tsx";
import { theBody } from "./body-people.tsx";
import { columnPage } from "#web/column-page.tsx";
import { accountForm } from "./account-form.tsx";
import { isId } from "#platform/id.ts";
import { doneWord } from "#web/done-word.ts";
import { ownContext } from "#web/own-context.ts";
import { unkeyed } from "./request.ts";

const done = {
  added: "The sign-on is set up.",
  changed: "The sign-on is changed.",
  removed: "The sign-on is removed.",
};

const required = (message: string, most: number) =>
  z.string().min(1, message).max(most, `Must be ${most} characters or fewer`);

const lines = (name: string, pattern: RegExp) =>
  z
    .string()
    .max(1_000, `${name} must be 1,000 characters or fewer`)
    .transform((text) =>
      text
        .split("\n")
        .map((line) => line.trim().toLowerCase())
        .filter((line) => line !== ""),
    )
    .refine(
      (items) => items.length <= 20 && items.every((item) => pattern.test(item)),
      `${name} must be 20 lines or fewer, one on each line`,
    );

/** One factor alone, by the names of RFC 8176: none of these makes a session strong, whoever asks for it. */
const weakProofs = new Set(["pwd", "pin", "kba", "wia", "user", "geo", "rba", "tel", "sms", "0", "1"]);

const form = defineForm({
  name: {
    kind: "text",
    label: "What people choose when they sign in",
    hint: "Such as NHSmail, or the name of the organisation",
    schema: required("Enter a name", 100),
  },
  issuer: {
    kind: "url",
    label: "Issuer",
    hint: "The address of the OpenID Connect provider, like https://login.example.nhs.uk",
    schema: required("Enter the issuer", 300),
  },
  clientId: {
    kind: "text",
    label: "Client ID",
    spellcheck: false,
    schema: required("Enter the client ID", 300),
  },
  clientSecret: {
    kind: "password",
    label: "Client secret",
    hint: "It cannot be read here again. Leave it empty to keep the one that is set",
    autocomplete: "new-password",
    schema: z.string().max(500, "Client secret must be 500 characters or fewer"),
  },
  emailDomains: {
    kind: "long-text",
    label: "Email domains",
    hint: "One on each line. People with such an address find this sign-on by it",
    rows: 3,
    autosave: false,
    schema: lines("Email domains", /^[a-z0-9.-]+\.[a-z]+$/),
  },
  strongClaims: {
    kind: "long-text",
    label: "What counts as a second factor",
    hint: "Values of amr or acr, one on each line, like mfa. With any of them nobody is asked for a code here",
    rows: 3,
    autosave: false,
    schema: lines("What counts as a second factor", /^\S{1,100}$/).refine(
      (claims) => !claims.some((claim) => weakProofs.has(claim)),
      "What counts as a second factor must not be one factor alone, such as pwd",
    ),
  },
  enabled: {
    kind: "choice",
    label: "Can people sign in with it?",
    options: [
      { value: "yes", label: "Yes" },
      { value: "no", label: "No, not at present" },
    ],
    schema: z
      .enum(["yes", "no"], "Choose whether people can sign in with it")
      .transform((word) => word === "yes"),
  },
});

export async function providersPage(c: Request): Promise<Response> {
  const body = await theBody(c);
  const providers = await providersOf(contextOf(c), body);
  const here = `/bodies/${body.code}/sign-on`;
  return columnPage(c, {
    title: "Sign-on of this organisation",
    section: body.name,
    backLink: { text: `Back to people of ${body.name}`, href: `/bodies/${body.code}/people` },
    success: doneWord(c, done),
    children: (
      <>
        <p>
          With OpenID Connect people sign in here with the account that they have at work, and no other
          password.
        </p>
        {providers.length === 0 ? <p>None is set up yet.</p> : null}
        <SummaryList
          rows={providers.map((provider) => ({
            key: provider.name,
            value: provider.enabled ? provider.issuer : `${provider.issuer} (off)`,
            actions: {
              items: [{ href: `${here}/${provider.id}`, text: "Change", visuallyHiddenText: provider.name }],
            },
          }))}
        />
        <Button href={`${here}/new`} text="Set up a sign-on" />
      </>
    ),
  });
}

export async function newProviderPage(c: Request): Promise<Response> {
  const body = await theBody(c);
  await providersOf(contextOf(c), body);
  return drawProvider(c, { body }, { typed: { strongClaims: "mfa", enabled: "yes" } });
}

type Shown = { body: BodySummary; provider?: ProviderShown; returnTo?: string };

function drawProvider(
  c: Request,
  { body, provider, returnTo }: Shown,
  state: FormState,
  status = 200,
): Response {
  const here = `/bodies/${body.code}/sign-on`;
  const action = `${here}/${provider?.id ?? "new"}`;
  return accountForm(
    c,
    {
      title: provider ? "Change a sign-on" : "Set up a sign-on",
      section: body.name,
      form,
      action,
      submit: "Save",
      backLink: { text: "Back", href: here },
      children: returnTo ? (
        <p>
          The provider has to know this return address: <code>{returnTo}</code>
        </p>
      ) : (
        <p>The return address that the provider has to know is shown when you have saved this.</p>
      ),
      after: provider ? (
        <>
          <h2>Remove it</h2>
          <p>People who sign in with it can then sign in only if they have a password here.</p>
          <PostButton
            action={`${action}/remove`}
            text="Remove this sign-on"
            about={provider.name}
            variant="warning"
          />
        </>
      ) : null,
    },
    state,
    status,
  );
}

export async function newProviderForm(c: Request, people: People): Promise<Response> {
  const body = await theBody(c);
  return submitForm(c, {
    form,
    act: async (values) => {
      await addProvider(unkeyed(ownContext(c)), people, body, values);
      return c.redirect(`/bodies/${body.code}/sign-on?done=added`, 303);
    },
    redraw: (state, status) => drawProvider(c, { body }, state, status),
  });
}

async function shownProvider(c: Request, people: People): Promise<Required<Shown>> {
  const id = c.req.param("id");
  if (!isId(id)) throw new NotFound();
  const body = await theBody(c);
  const provider = await providerOf(contextOf(c), body, id);
  return { body, provider, returnTo: returnAddress(people.baseUrl, id) };
}

export async function providerPage(c: Request, people: People): Promise<Response> {
  const shown = await shownProvider(c, people);
  return drawProvider(c, shown, { typed: typedOf(shown.provider), version: shown.provider.version });
}

function typedOf(provider: ProviderShown): Record<string, string> {
  return {
    name: provider.name,
    issuer: provider.issuer,
    clientId: provider.clientId,
    emailDomains: provider.emailDomains.join("\n"),
    strongClaims: provider.strongClaims.join("\n"),
    enabled: provider.enabled ? "yes" : "no",
  };
}

export async function providerForm(c: Request, people: People): Promise<Response> {
  const shown = await shownProvider(c, people);
  const { body, provider } = shown;
  return submitForm(c, {
    form,
    act: async (values: ProviderInput, version) => {
      await changeProvider(unkeyed(ownContext(c)), people, body, { id: provider.id, version, input: values });
      return c.redirect(`/bodies/${body.code}/sign-on?done=changed`, 303);
    },
    redraw: (state, status) => drawProvider(c, shown, state, status),
  });
}

export async function removeProviderForm(c: Request): Promise<Response> {
  const id = c.req.param("id");
  if (!isId(id)) throw new NotFound();
  const body = await theBody(c);
  await removeProvider(ownContext(c), body, id);
  return c.redirect(`/bodies/${body.code}/sign-on?done=removed`, 303);
}
