import { z } from "zod";
import { contextOf, type Request } from "#web/env.ts";
import { defineForm } from "#web/form/form.ts";
import type { FormState } from "#web/form/form-view.tsx";
import { submitForm } from "#web/form/submit-form.ts";
import type { Body } from "../body.ts";
import { moveBody } from "../commands/move-body.ts";
import { bodyToChange } from "../queries/body-to-change.ts";
import { typedBody } from "../queries/typed-body.ts";
import { bodyFormPage, picked } from "./body-form-page.tsx";

const form = defineForm({
  parent: {
    kind: "body",
    label: "Below which body it stands from now on",
    hint: "Its name or code",
    source: "/bodies/suggestions",
    schema: z
      .string()
      .min(1, "Enter the name or code of a body")
      .max(200, "Enter a name or code of 200 characters or fewer"),
  },
});

export async function moveBodyPage(c: Request): Promise<Response> {
  const body = await bodyToChange(contextOf(c), c.req.param("code")!, "structure");
  return draw(c, body, { version: body.version });
}

export async function saveMove(c: Request): Promise<Response> {
  const context = contextOf(c);
  const body = await bodyToChange(context, c.req.param("code")!, "structure");
  return submitForm(c, {
    form,
    act: async ({ parent: typed }, version) => {
      const parent = await typedBody(context, picked(c, "parent", typed), "parent");
      await moveBody(context, body.code, { parent, version });
      return c.redirect(`/bodies/${body.code}?done=moved`, 303);
    },
    redraw: (state, status) => draw(c, body, state, status),
  });
}

function draw(c: Request, body: Body, state: FormState, status = 200): Response {
  const above = body.lineage.at(-1);
  const children = (
    <p>{above ? `It stands below ${above.name} now. ` : ""}Everything that stands below it moves with it.</p>
  );
  const page = { body, form, state, title: "Move an organisation", path: "move", submit: "Move it" };
  return bodyFormPage(c, { ...page, children }, status);
}
