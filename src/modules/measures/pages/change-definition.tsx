import { z } from "zod";
import { contextOf, type Request } from "#web/env.ts";
import { formPage } from "#web/column-page.tsx";
import { defineForm } from "#web/form/form.ts";
import type { FormState } from "#web/form/form-view.tsx";
import { submitForm } from "#web/form/submit-form.ts";
import { changeDefinition, retire } from "../commands/change-definition.ts";
import { hasDenominator, type DefinitionText } from "../definition.ts";
import type { DefinitionSeen } from "../definition-seen.ts";
import { definitionToChange } from "../queries/definition-in-sight.ts";
import { definitionFields, typedDefinition, versionReason } from "./definition-fields.ts";

/** All of it, but what others took it for. */
function formFor(text: DefinitionText) {
  const parts: (keyof DefinitionText)[] = [
    "name",
    "why",
    "kind",
    "operational",
    ...(hasDenominator(text) ? (["numerator", "denominator", "multiplier"] as const) : []),
    "unit",
    "better",
    "frequency",
    ...(text.purpose === "judgement" ? (["authority"] as const) : []),
    "topic",
    "reviewOn",
  ];
  return defineForm({ ...definitionFields(parts), reason: versionReason });
}

export async function changeDefinitionPage(c: Request): Promise<Response> {
  const definition = await definitionToChange(contextOf(c), c.req.param("id")!);
  return draw(c, definition, { typed: typedDefinition(definition.text), version: definition.version });
}

export async function saveDefinition(c: Request): Promise<Response> {
  const context = contextOf(c);
  const definition = await definitionToChange(context, c.req.param("id")!);
  return submitForm(c, {
    form: formFor(definition.text),
    async act({ reason, ...text }, version) {
      await changeDefinition(context, definition.id, { text, reason: String(reason), version });
      return c.redirect(`/measures/${definition.id}?done=changed`, 303);
    },
    redraw: (state, status) => draw(c, definition, state, status),
  });
}

function draw(c: Request, { id, text, version }: DefinitionSeen, state: FormState, status = 200): Response {
  const page = {
    title: "Write the next version",
    section: "Measures",
    caption: text.name,
    backLink: { text: "Back", href: `/measures/${id}` },
    action: `/measures/${id}/change`,
    form: formFor(text),
    submit: `Save version ${version + 1}`,
    children: (
      <p>Measures that were made from an earlier version keep it, and are told that there is a next one.</p>
    ),
  };
  return formPage(c, page, state, status);
}

const retiring = defineForm({
  reason: {
    kind: "text",
    label: "Why",
    hint: "And what to measure instead",
    schema: z.string().min(3, "Say why").max(300, "The reason must be 300 characters or fewer"),
  },
});

export async function retirePage(c: Request): Promise<Response> {
  return drawRetiring(c, await definitionToChange(contextOf(c), c.req.param("id")!), {});
}

export async function saveRetired(c: Request): Promise<Response> {
  const context = contextOf(c);
  const definition = await definitionToChange(context, c.req.param("id")!);
  return submitForm(c, {
    form: retiring,
    async act({ reason }) {
      await retire(context, definition.id, reason);
      return c.redirect(`/measures/${definition.id}?done=retired`, 303);
    },
    redraw: (state, status) => drawRetiring(c, definition, state, status),
  });
}

function drawRetiring(c: Request, { id, text }: DefinitionSeen, state: FormState, status = 200): Response {
  const page = {
    title: "Offer it no longer",
    section: "Measures",
    caption: text.name,
    backLink: { text: "Back", href: `/measures/${id}` },
    action: `/measures/${id}/retire`,
    form: retiring,
    submit: "Offer it no longer",
    isDestructive: true,
    children: <p>Measures that were made from it go on. No new one is made from it.</p>,
  };
  return formPage(c, page, state, status);
}
