import { z } from "zod";
import { contextOf, type Request } from "#web/env.ts";
import { defineForm } from "#web/form/form.ts";
import type { FormState } from "#web/form/form-view.tsx";
import { submitForm } from "#web/form/submit-form.ts";
import type { Body, NamedBody } from "../body.ts";
import { setAreas } from "../commands/set-areas.ts";
import { bodyToChange } from "../queries/body-to-change.ts";
import { openAreas } from "../queries/open-areas.ts";
import { bodyFormPage } from "./body-form-page.tsx";

function formOf(areas: readonly NamedBody[]) {
  return defineForm({
    areas: {
      kind: "choices",
      label: "Areas that it sits in",
      hint: "Areas overlap: it can sit in several",
      options: areas.map((area) => ({ value: area.code, label: area.name })),
      schema: z.array(z.string().max(20)).max(500),
    },
  });
}

export async function setAreasPage(c: Request): Promise<Response> {
  const context = contextOf(c);
  const body = await bodyToChange(context, c.req.param("code")!, "structure");
  const typed = { areas: body.areas.map((area) => area.code) };
  return draw(c, body, await openAreas(context), { state: { typed, version: body.version }, status: 200 });
}

export async function saveAreas(c: Request): Promise<Response> {
  const context = contextOf(c);
  const body = await bodyToChange(context, c.req.param("code")!, "structure");
  const areas = await openAreas(context);
  return submitForm(c, {
    form: formOf(areas),
    act: async ({ areas: codes }, version) => {
      await setAreas(context, body.code, { codes, version });
      return c.redirect(`/bodies/${body.code}?done=areas`, 303);
    },
    redraw: (state, status) => draw(c, body, areas, { state, status }),
  });
}

type Drawn = { state: FormState; status: number };

function draw(c: Request, body: Body, areas: readonly NamedBody[], { state, status }: Drawn): Response {
  const page = {
    body,
    form: formOf(areas),
    state,
    title: "Set the areas of an organisation",
    path: "areas",
    submit: "Save",
  };
  return bodyFormPage(c, page, status);
}
