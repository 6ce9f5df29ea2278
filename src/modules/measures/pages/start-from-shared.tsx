import { z } from "zod";
import { visibilities, visibilityLabels } from "#platform/sight.ts";
import { contextOf, type Request } from "#web/env.ts";
import { formPage } from "#web/column-page.tsx";
import { defineForm } from "#web/form/form.ts";
import type { FormState } from "#web/form/form-view.tsx";
import { submitForm } from "#web/form/submit-form.ts";
import { SummaryList } from "#ui/nhs/summary-list.tsx";
import { findWorkplace, workplaceOptions } from "#modules/people/index.ts";
import { startFromShared } from "../commands/start-from-shared.ts";
import type { DefinitionSeen } from "../definition-seen.ts";
import { definitionInSight } from "../queries/definition-in-sight.ts";
import { definitionRows } from "../views/series-about.tsx";

const formFor = (c: Request) =>
  defineForm({
    place: {
      kind: "select",
      label: "Where",
      options: workplaceOptions(contextOf(c)),
      schema: z.string().min(1, "Choose where it is measured"),
    },
    collector: {
      kind: "text",
      label: "Who collects it",
      hint: "A role lasts longer than a name, such as The ward clerk",
      schema: z.string().max(200, "This must be 200 characters or fewer"),
    },
    source: {
      kind: "text",
      label: "Where the numbers come from",
      hint: "Such as The ward’s book of incidents",
      schema: z.string().max(300, "This must be 300 characters or fewer"),
    },
    visibility: {
      kind: "choice",
      label: "Who can see it?",
      hint: "You can change this at any time",
      options: visibilities.map((value) => ({ value, label: visibilityLabels[value] })),
      schema: z.enum(visibilities, "Choose who can see it"),
    },
    version: {
      kind: "hidden",
      label: "Version",
      schema: z
        .string()
        .regex(/^\d{1,6}$/, "Choose a version")
        .transform(Number),
    },
  });

export async function startFromSharedPage(c: Request): Promise<Response> {
  const version = c.req.query("version");
  const id = c.req.param("id")!;
  const definition = await definitionInSight(
    contextOf(c),
    id,
    version === undefined ? null : Number(version),
  );
  const place = workplaceOptions(contextOf(c))[0]?.value ?? "";
  const typed = { place, visibility: "organisation", version: String(definition.shown) };
  return draw(c, definition, { typed });
}

export async function saveFromShared(c: Request): Promise<Response> {
  const context = contextOf(c);
  const definition = await definitionInSight(context, c.req.param("id")!);
  return submitForm(c, {
    form: formFor(c),
    async act({ place: code, ...taken }) {
      const place = await findWorkplace(context, code, "place");
      const id = await startFromShared(context, definition.id, { ...taken, place });
      return c.redirect(`/series/${id}?done=started`, 303);
    },
    redraw: (state, status) => draw(c, definition, state, status),
  });
}

function draw(c: Request, definition: DefinitionSeen, state: FormState, status = 200): Response {
  const page = {
    title: "Measure this where you work",
    section: "Measures",
    caption: definition.text.name,
    backLink: { text: "Back", href: `/measures/${definition.id}` },
    action: `/measures/${definition.id}/start`,
    form: formFor(c),
    submit: "Start the measure",
    children: (
      <p>
        You take version {definition.shown}. It stays as it is for you, and you are told when there is a next
        one.
      </p>
    ),
    after: <SummaryList rows={definitionRows(definition.text)} />,
  };
  return formPage(c, page, state, status);
}
