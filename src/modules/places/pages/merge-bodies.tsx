import { z } from "zod";
import { contextOf, type Request } from "#web/env.ts";
import { defineForm } from "#web/form/form.ts";
import type { FormState } from "#web/form/form-view.tsx";
import { submitForm } from "#web/form/submit-form.ts";
import type { Context } from "#platform/perform.ts";
import { longDate } from "#ui/long-date.ts";
import type { Body, BodySummary } from "../body.ts";
import { closeBodies } from "../commands/close-bodies.ts";
import { bodyToChange } from "../queries/body-to-change.ts";
import { typedBody } from "../queries/typed-body.ts";
import { bodyFormPage } from "./body-form-page.tsx";
import { day } from "./body-name.ts";

const most = 20;

const form = defineForm({
  bodies: {
    kind: "long-text",
    label: "Organisations that became part of it",
    hint: "Their codes, one on each line, such as QX101",
    rows: 5,
    autosave: false,
    schema: z
      .string()
      .transform((text) => [...new Set(text.split(/[\s,;]+/).filter((code) => code !== ""))])
      .refine((codes) => codes.length > 0, "Enter the code of at least 1 organisation")
      .refine((codes) => codes.length <= most, `Enter ${most} codes or fewer`),
  },
  on: { kind: "date", label: "On which day", hint: "For example, 1 4 2016", schema: day },
});

export async function mergeBodiesPage(c: Request): Promise<Response> {
  return draw(c, await bodyToChange(contextOf(c), c.req.param("code")!, "merger"), {});
}

export async function saveMerger(c: Request): Promise<Response> {
  const context = contextOf(c);
  const successor = await bodyToChange(context, c.req.param("code")!, "merger");
  return submitForm(c, {
    form,
    check: async ({ bodies: codes, on }) => {
      const bodies = await bodiesWith(context, codes);
      return {
        title: "Merge these into one?",
        section: "Organisations",
        caption: successor.name,
        confirm: "Confirm and merge",
        answers: [
          { field: "bodies", label: "Become part of it", value: bodies.map((body) => body.name).join(", ") },
          { field: "on", label: "On", value: longDate(on) },
        ],
        children: <p>This cannot be undone here. Each of them closes, and its page leads here.</p>,
      };
    },
    act: async ({ bodies: codes, on }) => {
      await closeBodies(context, { bodies: await bodiesWith(context, codes), successor, on });
      return c.redirect(`/bodies/${successor.code}?done=merged`, 303);
    },
    redraw: (state, status) => draw(c, successor, state, status),
  });
}

async function bodiesWith(context: Context, codes: readonly string[]): Promise<BodySummary[]> {
  const bodies: BodySummary[] = [];
  for (const code of codes) bodies.push(await typedBody(context, code, "bodies"));
  return bodies;
}

function draw(c: Request, body: Body, state: FormState, status = 200): Response {
  const children = (
    <p>Each of them closes, keeps its page and its past, and leads here. Their teams move here.</p>
  );
  const page = {
    body,
    form,
    state,
    title: "Merge others into this one",
    path: "merge",
    submit: "Continue",
  };
  return bodyFormPage(c, { ...page, children }, status);
}
