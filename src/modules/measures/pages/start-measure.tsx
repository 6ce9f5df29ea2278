import { z } from "zod";
import { contextOf, type Request } from "#web/env.ts";
import { formPage } from "#web/column-page.tsx";
import { defineForm } from "#web/form/form.ts";
import type { FormState } from "#web/form/form-view.tsx";
import { submitForm } from "#web/form/submit-form.ts";
import { visibilities, visibilityLabels } from "#platform/sight.ts";
import { findWorkplace, workplaceOptions } from "#modules/people/index.ts";
import { startSeries } from "../commands/start-series.ts";
import { betters, forms, frequencies, hasDenominator, type Form } from "../definition.ts";
import { betterLabels, formHints, formLabels, frequencyLabels } from "../definition-words.ts";
import { multipliers, newDefinition } from "../new-definition.ts";

const name = z
  .string()
  .min(2, "Enter what you will measure")
  .max(65, "The name must be 65 characters or fewer");

const formChoice = z.enum(forms, "Choose how the numbers arise");

const what = defineForm({
  name: {
    kind: "text",
    label: "What will you measure?",
    hint: "As you would say it, such as Falls on the ward",
    schema: name,
  },
  form: {
    kind: "choice",
    label: "How do the numbers arise?",
    options: forms.map((value) => ({ value, label: formLabels[value], hint: formHints[value] })),
    schema: formChoice,
  },
});

/** The first of two pages: enough to know what to ask on the second. */
export function startMeasurePage(c: Request): Response {
  return drawWhat(c, { typed: { name: c.req.query("name") ?? "", form: c.req.query("form") ?? "" } });
}

export function takeWhat(c: Request): Promise<Response> {
  return submitForm(c, {
    form: what,
    act: async ({ name: said, form }) => {
      const query = new URLSearchParams({ name: said, form, place: c.req.query("place") ?? "" });
      return c.redirect(`/measures/new/details?${query}`, 303);
    },
    redraw: (state, status) => drawWhat(c, state, status),
  });
}

function drawWhat(c: Request, state: FormState, status = 200): Response {
  const place = c.req.query("place") ?? "";
  const page = {
    title: "Start a measure",
    section: "Measures",
    backLink: { text: "Back", href: "/measures" },
    action: `/measures/new${place === "" ? "" : `?place=${encodeURIComponent(place)}`}`,
    form: what,
    submit: "Continue",
    children: (
      <p>
        You can also <a href="/measures">start from a measure that others use</a>: its words are there
        already.
      </p>
    ),
  };
  return formPage(c, page, state, status);
}

function detailsForm(c: Request, form: Form) {
  const ratio = hasDenominator({ form });
  return defineForm({
    name: { kind: "hidden", label: "Name", schema: name },
    form: { kind: "hidden", label: "Form", schema: formChoice },
    place: {
      kind: "select",
      label: "Where",
      options: workplaceOptions(contextOf(c)),
      schema: z.string().min(1, "Choose where it is measured"),
    },
    ...(ratio && {
      numerator: {
        kind: "text" as const,
        label: "What is counted",
        hint: form === "rate" ? "Such as falls" : "Such as charts that were complete",
        schema: z.string().min(2, "Say what is counted").max(200, "This must be 200 characters or fewer"),
      },
      denominator: {
        kind: "text" as const,
        label: form === "rate" ? "For how much of what" : "Out of how many of what",
        hint: form === "rate" ? "Such as bed days" : "Such as charts that were looked at",
        schema: z
          .string()
          .min(2, "Say what it is counted out of")
          .max(200, "This must be 200 characters or fewer"),
      },
    }),
    ...(form === "rate" && {
      multiplier: {
        kind: "select" as const,
        label: "Shown per",
        options: multipliers,
        schema: z.enum(["1", "100", "1000", "10000", "100000"], "Choose per how many it is shown"),
      },
    }),
    ...(!ratio && {
      unit: {
        kind: "text" as const,
        label: "Unit",
        hint: "Such as days, falls or %",
        width: 20 as const,
        schema: z.string().max(60, "The unit must be 60 characters or fewer"),
      },
    }),
    better: {
      kind: "choice",
      label: "Which way is better?",
      options: betters.map((value) => ({ value, label: betterLabels[value] })),
      schema: z.enum(betters, "Choose which way is better"),
    },
    frequency: {
      kind: "choice",
      label: "How often?",
      options: frequencies.map((value) => ({ value, label: frequencyLabels[value] })),
      schema: z.enum(frequencies, "Choose how often"),
    },
    visibility: {
      kind: "choice",
      label: "Who can see it?",
      hint: "You can change this at any time",
      options: visibilities.map((value) => ({ value, label: visibilityLabels[value] })),
      schema: z.enum(visibilities, "Choose who can see it"),
    },
    authority: {
      kind: "text",
      label: "Law or contract that asks for it (optional)",
      hint: "Leave this empty for a measure of your own, to learn from. A measure that others judge by must name what asks for it",
      schema: z.string().max(300, "This must be 300 characters or fewer"),
    },
  });
}

export function measureDetailsPage(c: Request): Response {
  const form = formChoice.safeParse(c.req.query("form"));
  const said = c.req.query("name") ?? "";
  if (!form.success || said === "") return c.redirect("/measures/new", 303);
  const place = c.req.query("place") || (workplaceOptions(contextOf(c))[0]?.value ?? "");
  const typed = {
    name: said,
    form: form.data,
    place,
    better: "lower",
    frequency: "month",
    visibility: "organisation",
    multiplier: "1000",
  };
  return drawDetails(c, form.data, { typed });
}

export async function saveMeasure(c: Request): Promise<Response> {
  const chosen = formChoice.safeParse(c.get("form")?.get("form"));
  if (!chosen.success) return c.redirect("/measures/new", 303);
  const context = contextOf(c);
  return submitForm(c, {
    form: detailsForm(c, chosen.data),
    act: async ({ place, visibility, ...said }) => {
      const workplace = await findWorkplace(context, place, "place");
      const definition = newDefinition(said);
      const id = await startSeries(context, { definition, madeFrom: null, place: workplace, visibility });
      return c.redirect(`/series/${id}?done=started`, 303);
    },
    redraw: (state, status) => drawDetails(c, chosen.data, state, status),
  });
}

function drawDetails(c: Request, form: Form, state: FormState, status = 200): Response {
  const said = typeof state.typed?.["name"] === "string" ? state.typed["name"] : "";
  const back = new URLSearchParams({ name: said, form });
  const page = {
    title: "How it is measured",
    section: "Measures",
    caption: said,
    backLink: { text: "Back", href: `/measures/new?${back}` },
    action: "/measures/new/details",
    form: detailsForm(c, form),
    submit: "Start the measure",
  };
  return formPage(c, page, state, status);
}
