import { z } from "zod";
import { contextOf, type Request } from "#web/env.ts";
import { defineForm } from "#web/form/form.ts";
import type { FormState } from "#web/form/form-view.tsx";
import { submitForm } from "#web/form/submit-form.ts";
import type { Body } from "../body.ts";
import { addTeam } from "../commands/add-team.ts";
import { bodyToChange } from "../queries/body-to-change.ts";
import { bodyFormPage } from "./body-form-page.tsx";
import { bodyName } from "./body-name.ts";

const form = defineForm({
  name: {
    kind: "text",
    label: "Name",
    hint: "As people call it, such as Maple ward or Falls team",
    schema: bodyName,
  },
  kind: {
    kind: "choice",
    label: "What it is",
    inline: true,
    options: [
      { value: "team", label: "A team" },
      { value: "ward", label: "A ward" },
    ],
    schema: z.enum(["team", "ward"], "Choose whether it is a team or a ward"),
  },
  purpose: {
    kind: "long-text",
    label: "What it is for",
    hint: "You can also write this later",
    rows: 3,
    most: 2000,
    schema: z.string().max(2000, "What it is for must be 2000 characters or fewer"),
  },
});

export async function addTeamPage(c: Request): Promise<Response> {
  return draw(c, await bodyToChange(contextOf(c), c.req.param("code")!, "teams"), {});
}

export async function saveTeam(c: Request): Promise<Response> {
  const context = contextOf(c);
  const body = await bodyToChange(context, c.req.param("code")!, "teams");
  return submitForm(c, {
    form,
    act: async (team) => c.redirect(`/bodies/${await addTeam(context, body.code, team)}?done=added`, 303),
    redraw: (state, status) => draw(c, body, state, status),
  });
}

function draw(c: Request, body: Body, state: FormState, status = 200): Response {
  const page = { body, form, state, title: "Add a team or ward", path: "teams", submit: "Add" };
  return bodyFormPage(c, page, status);
}
