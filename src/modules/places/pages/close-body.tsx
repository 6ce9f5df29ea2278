import { z } from "zod";
import { contextOf, type Request } from "#web/env.ts";
import { defineForm } from "#web/form/form.ts";
import type { FormState } from "#web/form/form-view.tsx";
import { submitForm } from "#web/form/submit-form.ts";
import { longDate } from "#ui/long-date.ts";
import type { Body, BodySummary } from "../body.ts";
import { closeBodies } from "../commands/close-bodies.ts";
import { bodyToChange } from "../queries/body-to-change.ts";
import { typedBody } from "../queries/typed-body.ts";
import { bodyFormPage, picked } from "./body-form-page.tsx";
import { day } from "./body-name.ts";

const form = defineForm({
  on: { kind: "date", label: "On which day it closed", hint: "For example, 31 3 2016", schema: day },
  successor: {
    kind: "body",
    label: "What it became (optional)",
    hint: "The name or code of the organisation that carries on its work",
    source: "/bodies/suggestions",
    schema: z.string().max(200, "Enter a name or code of 200 characters or fewer"),
  },
});

export async function closeBodyPage(c: Request): Promise<Response> {
  return draw(c, await bodyToChange(contextOf(c), c.req.param("code")!, "structure"), {});
}

export async function saveClosing(c: Request): Promise<Response> {
  const context = contextOf(c);
  const body = await bodyToChange(context, c.req.param("code")!, "structure");
  return submitForm(c, {
    form,
    check: async ({ on, successor }) => ({
      title: "Close this organisation?",
      section: "Organisations",
      caption: body.name,
      confirm: "Confirm and close",
      answers: [
        { field: "on", label: "Closed on", value: longDate(on) },
        { field: "successor", label: "What it became", value: (await successorOf(c, successor))?.name ?? "" },
      ],
      children: <p>This cannot be undone here. Its page stays, and leads to what it became.</p>,
    }),
    act: async ({ on, successor }) => {
      const found = await successorOf(c, successor);
      await closeBodies(context, { bodies: [body], successor: found, on });
      return c.redirect(`/bodies/${body.code}?done=closed`, 303);
    },
    redraw: (state, status) => draw(c, body, state, status),
  });
}

async function successorOf(c: Request, typed: string): Promise<BodySummary | undefined> {
  const named = picked(c, "successor", typed);
  return named === "" ? undefined : typedBody(contextOf(c), named, "successor");
}

function draw(c: Request, body: Body, state: FormState, status = 200): Response {
  const children = (
    <p>
      Its page stays, its code is never used again, and it leads to what it became. Teams that stand below it
      move there.
    </p>
  );
  const page = { body, form, state, title: "Close an organisation", path: "close", submit: "Continue" };
  return bodyFormPage(c, { ...page, children }, status);
}
