import { z } from "zod";
import { contextOf, type Request } from "#web/env.ts";
import { formPage } from "#web/column-page.tsx";
import { defineForm } from "#web/form/form.ts";
import type { FormState } from "#web/form/form-view.tsx";
import { submitForm } from "#web/form/submit-form.ts";
import { findWorkplace, workplaceOptions } from "#modules/people/index.ts";
import { startReport } from "../commands/start-report.ts";
import { audienceField, periodField, titleField } from "./report-fields.ts";

function formOf(c: Request) {
  return defineForm({
    place: {
      kind: "select",
      label: "Whose board reads it",
      options: workplaceOptions(contextOf(c)),
      schema: z.string().min(1, "Choose whose board reads it"),
    },
    title: titleField,
    period: periodField,
    audience: audienceField,
  });
}

export function newReportPage(c: Request): Response {
  return draw(c, {
    typed: {
      place: c.req.query("place") ?? "",
      title: "Quality and performance report",
      audience: "organisation",
    },
  });
}

export function saveNewReport(c: Request): Promise<Response> {
  const context = contextOf(c);
  return submitForm(c, {
    form: formOf(c),
    act: async ({ place, ...rest }) => {
      const id = await startReport(context, { ...rest, place: await findWorkplace(context, place, "place") });
      return c.redirect(`/reports/${id}/measures`, 303);
    },
    redraw: (state, status) => draw(c, state, status),
  });
}

function draw(c: Request, state: FormState, status = 200): Response {
  const page = {
    title: "Start a board report",
    section: "Board reports",
    backLink: { text: "Back", href: "/reports" },
    form: formOf(c),
    action: "/reports/new",
    submit: "Continue",
  };
  return formPage(c, page, state, status);
}
