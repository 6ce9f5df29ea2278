import { z } from "zod";
import { contextOf, type Request } from "#web/env.ts";
import { formPage } from "#web/column-page.tsx";
import { defineForm } from "#web/form/form.ts";
import type { FormState } from "#web/form/form-view.tsx";
import { submitForm } from "#web/form/submit-form.ts";
import { InsetText } from "#ui/nhs/inset-text.tsx";
import { sayWhatBecame } from "../commands/say-what-became.ts";
import { itemToChange, type ItemToChange } from "../queries/report-to-edit.ts";

const form = defineForm({
  kept: {
    kind: "choice",
    label: "Was it kept?",
    options: [
      { value: "yes", label: "Yes" },
      { value: "partly", label: "In part" },
      { value: "no", label: "No" },
    ],
    schema: z.enum(["yes", "partly", "no"], "Choose whether it was kept"),
  },
  note: {
    kind: "long-text",
    label: "What became of it, and what was learned",
    rows: 4,
    most: 1000,
    schema: z.string().max(1000, "This must be 1,000 characters or fewer"),
  },
});

export async function reportKeptPage(c: Request): Promise<Response> {
  const found = await itemToChange(contextOf(c), which(c), "kept");
  const { item } = found;
  return draw(c, found, { typed: { kept: item.kept ?? "", note: item.keptNote }, version: item.version });
}

export async function saveReportKept(c: Request): Promise<Response> {
  const context = contextOf(c);
  const found = await itemToChange(context, which(c), "kept");
  return submitForm(c, {
    form,
    act: async (said, version) => {
      await sayWhatBecame(context, { ...which(c), version }, said);
      return c.redirect(`/reports/${found.report.id}?done=kept#item-${found.item.id}`, 303);
    },
    redraw: (state, status) => draw(c, found, state, status),
  });
}

function which(c: Request): { reportId: string; itemId: string } {
  return { reportId: c.req.param("id")!, itemId: c.req.param("item")! };
}

function draw(c: Request, { report, item }: ItemToChange, state: FormState, status = 200): Response {
  const page = {
    title: "Say what became of a promise",
    section: "Board reports",
    caption: report.title,
    backLink: { text: "Back", href: `/reports/${report.id}` },
    form,
    action: `/reports/${report.id}/items/${item.id}/kept`,
    submit: "Save",
    draft: `report-kept-${item.id}`,
    children: (
      <InsetText>
        <p>{item.commitment}</p>
      </InsetText>
    ),
  };
  return formPage(c, page, state, status);
}
