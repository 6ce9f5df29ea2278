import type { ReactNode } from "react";
import { z } from "zod";
import { NotFound } from "#platform/problem.ts";
import { SummaryList } from "#ui/nhs/summary-list.tsx";
import type { Request } from "#web/env.ts";
import { defineForm } from "#web/form/form.ts";
import type { FormState } from "#web/form/form-view.tsx";
import { submitForm } from "#web/form/submit-form.ts";
import { nameSchema } from "../account-fields.ts";
import { audienceLabels, audiences } from "../audience.ts";
import { editProfile, rename } from "../commands/edit-profile.ts";
import {
  isProfileField,
  mostItems,
  profileFieldNames,
  profileFields,
  profileValue,
  type ProfileField,
} from "../profile.ts";
import { myProfile } from "../queries/my-profile.ts";
import { columnPage } from "#web/column-page.tsx";
import { accountForm } from "./account-form.tsx";
import { doneWord } from "#web/done-word.ts";
import { ownContext } from "#web/own-context.ts";

const back = { text: "Back to your profile", href: "/me/profile" };

export async function myProfilePage(c: Request): Promise<Response> {
  const context = ownContext(c);
  const { values, audiences: seenBy } = await myProfile(context);
  const saved = c.req.query("saved");
  return columnPage(c, {
    title: "Your profile",
    section: "Your account",
    backLink: { text: "Back to your account", href: "/me" },
    success: doneWord(c, { saved: "Your profile is saved." }),
    ...(isProfileField(saved) && { savedDraft: `profile:${saved}` }),
    children: (
      <>
        <p>You decide, for each part, who sees it. What you leave empty is not shown to anybody.</p>
        <SummaryList
          rows={[
            {
              key: "Name",
              value: {
                html: (
                  <Part lines={[context.actor.name]} seenBy="Everyone who sees any part of your profile" />
                ),
              },
              actions: change("name", "name"),
            },
            ...profileFieldNames.map((field) => ({
              key: profileFields[field].label,
              value: { html: <Part lines={values[field]} seenBy={audienceLabels[seenBy[field]]} /> },
              actions: change(field, profileFields[field].label.toLowerCase()),
            })),
          ]}
        />
        <p>
          <a href={`/people/${context.actor.id}`}>See your profile as a page</a>
        </p>
      </>
    ),
  });
}

function change(field: string, what: string) {
  return { items: [{ href: `/me/profile/${field}`, text: "Change", visuallyHiddenText: what }] };
}

function Part({ lines, seenBy }: { lines: string[]; seenBy: string }): ReactNode {
  return (
    <>
      {lines.length === 0 ? <p>Not provided</p> : null}
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
      <p className="nhsuk-body-s">Seen by: {seenBy}</p>
    </>
  );
}

const nameForm = defineForm({
  name: { kind: "text", label: "Full name", autocomplete: "name", schema: nameSchema },
});

function fieldForm(field: ProfileField) {
  const { label, hint, list, most } = profileFields[field];
  const long = list || most > 100;
  const schema = z
    .string()
    .max(most, `${label} must be ${most.toLocaleString("en-GB")} characters or fewer`)
    .refine(
      (text) => profileValue(field, text).length <= mostItems,
      `${label} must have ${mostItems} lines or fewer`,
    );
  return defineForm({
    value: long
      ? { kind: "long-text", label, hint, rows: list ? 5 : 4, most, schema }
      : { kind: "text", label, hint, schema },
    audience: {
      kind: "choice",
      label: "Who can see it?",
      options: audiences.map((audience) => ({ value: audience, label: audienceLabels[audience] })),
      schema: z.enum(audiences, "Choose who can see it"),
    },
  });
}

export async function profileFieldPage(c: Request): Promise<Response> {
  const field = c.req.param("field");
  const context = ownContext(c);
  if (field === "name") return drawName(c, { typed: { name: context.actor.name } });
  if (!isProfileField(field)) throw new NotFound();
  const { values, audiences: seenBy, version } = await myProfile(context);
  return drawField(c, field, {
    typed: { value: values[field].join("\n"), audience: seenBy[field] },
    version,
  });
}

function drawName(c: Request, state: FormState, status = 200): Response {
  const page = {
    title: "Change your name",
    form: nameForm,
    action: "/me/profile/name",
    submit: "Save",
    backLink: back,
  };
  return accountForm(c, page, state, status);
}

function drawField(c: Request, field: ProfileField, state: FormState, status = 200): Response {
  const title = profileFields[field].label;
  const draft = `profile:${field}`;
  const page = {
    title,
    form: fieldForm(field),
    action: `/me/profile/${field}`,
    submit: "Save",
    backLink: back,
    draft,
  };
  return accountForm(c, page, state, status);
}

export async function profileFieldForm(c: Request): Promise<Response> {
  const field = c.req.param("field");
  const context = ownContext(c);
  if (field === "name") {
    return submitForm(c, {
      form: nameForm,
      act: async ({ name }) => {
        await rename(context, name);
        return c.redirect("/me/profile?done=saved", 303);
      },
      redraw: (state, status) => drawName(c, state, status),
    });
  }
  if (!isProfileField(field)) throw new NotFound();
  return submitForm(c, {
    form: fieldForm(field),
    act: async ({ value, audience }, version) => {
      await editProfile(context, { field, value: profileValue(field, value), audience, version });
      return c.redirect(`/me/profile?done=saved&saved=${field}`, 303);
    },
    redraw: (state, status) => drawField(c, field, state, status),
  });
}
