import { z } from "zod";
import { contextOf, type Request } from "#web/env.ts";
import { formPage } from "#web/column-page.tsx";
import { defineForm } from "#web/form/form.ts";
import type { FormState } from "#web/form/form-view.tsx";
import { submitForm } from "#web/form/submit-form.ts";
import { recordCount } from "../commands/record-count.ts";
import { frameworkPath } from "../paths.ts";
import { countedItem, type Counted } from "../queries/counted-item.ts";

const number = (label: string, atLeast: (value: number) => boolean) =>
  z
    .string()
    .transform((text) => (text === "" ? Number.NaN : Number(text.replaceAll(",", ""))))
    .refine((value) => Number.isFinite(value) && atLeast(value) && value < 1e9, `${label} must be a number`);

const form = defineForm({
  on: {
    kind: "date",
    label: "On which day was it so?",
    schema: z.iso.date("Enter a real day, like 31 12 2017"),
  },
  numerator: {
    kind: "number",
    label: "How many?",
    width: 10,
    schema: number("How many", (value) => value >= 0),
  },
  denominator: {
    kind: "number",
    label: "Out of how many?",
    width: 10,
    schema: number("Out of how many", (value) => value > 0),
  },
  source: {
    kind: "text",
    label: "Where is this published already?",
    hint: "So that nobody has to be asked again",
    schema: z.string().min(1, "Say where it is published").max(500, "Where must be 500 characters or fewer"),
  },
  reason: {
    kind: "text",
    label: "If this corrects an earlier number, why?",
    schema: z.string().max(500, "The reason must be 500 characters or fewer"),
  },
});

export async function countPage(c: Request): Promise<Response> {
  return draw(c, await ask(c));
}

export async function saveCount(c: Request): Promise<Response> {
  const counted = await ask(c);
  const at = { framework: counted.framework.key, item: counted.key };
  return submitForm(c, {
    form,
    act: async (given) => {
      await recordCount(contextOf(c), at, given);
      return c.redirect(backOf(counted, "counted"), 303);
    },
    redraw: (state, status) => draw(c, counted, state, status),
  });
}

function ask(c: Request): Promise<Counted> {
  return countedItem(contextOf(c), c.req.param("framework")!, c.req.param("item")!);
}

function backOf({ framework, key }: Counted, done = ""): string {
  const page = key.startsWith("target-") ? "targets" : "pledges";
  return `${frameworkPath(framework.key, page, { done })}#${key}`;
}

function draw(c: Request, counted: Counted, state: FormState = {}, status = 200): Response {
  return formPage(
    c,
    {
      title: "Give a number",
      section: counted.framework.title,
      look: "framework",
      caption: counted.title,
      backLink: { text: "Back", href: backOf(counted) },
      form,
      action: frameworkPath(counted.framework.key, `counts/${encodeURIComponent(counted.key)}`),
      submit: "Publish",
      children: (
        <p>
          You speak for {counted.as.name}. It is counted out of: {counted.denominator}.
        </p>
      ),
    },
    state,
    status,
  );
}
