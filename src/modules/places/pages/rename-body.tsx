import { contextOf, type Request } from "#web/env.ts";
import { defineForm } from "#web/form/form.ts";
import type { FormState } from "#web/form/form-view.tsx";
import { submitForm } from "#web/form/submit-form.ts";
import type { Body } from "../body.ts";
import { renameBody } from "../commands/rename-body.ts";
import { bodyToChange } from "../queries/body-to-change.ts";
import { bodyFormPage } from "./body-form-page.tsx";
import { bodyName, day } from "./body-name.ts";

const form = defineForm({
  name: { kind: "text", label: "New name", schema: bodyName },
  from: { kind: "date", label: "From which day", hint: "For example, 1 4 2016", schema: day },
});

export async function renameBodyPage(c: Request): Promise<Response> {
  const body = await bodyToChange(contextOf(c), c.req.param("code")!, "structure");
  return draw(c, body, { typed: { name: body.name }, version: body.version });
}

export async function saveName(c: Request): Promise<Response> {
  const context = contextOf(c);
  const body = await bodyToChange(context, c.req.param("code")!, "structure");
  return submitForm(c, {
    form,
    act: async (given, version) => {
      await renameBody(context, body.code, { ...given, version });
      return c.redirect(`/bodies/${body.code}?done=renamed`, 303);
    },
    redraw: (state, status) => draw(c, body, state, status),
  });
}

function draw(c: Request, body: Body, state: FormState, status = 200): Response {
  const children = <p>The old name stays with it: whoever looks for that will still find it.</p>;
  const page = {
    body,
    form,
    state,
    title: "Rename an organisation",
    path: "rename",
    submit: "Save the new name",
  };
  return bodyFormPage(c, { ...page, children }, status);
}
