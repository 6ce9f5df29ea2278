import { contextOf, type Request } from "#web/env.ts";
import { formPage } from "#web/column-page.tsx";
import { defineForm } from "#web/form/form.ts";
import type { FormState } from "#web/form/form-view.tsx";
import { submitForm } from "#web/form/submit-form.ts";
import { visibilityLabels } from "#platform/sight.ts";
import { SummaryList } from "#ui/nhs/summary-list.tsx";
import { freezeReport } from "../commands/freeze-report.ts";
import { reportPage, type ReportPage } from "../queries/report-page.ts";
import { reportToEdit } from "../queries/report-to-edit.ts";

const form = defineForm({});

export async function freezeReportPage(c: Request): Promise<Response> {
  const context = contextOf(c);
  const { id, version } = await reportToEdit(context, c.req.param("id")!);
  return draw(c, await reportPage(context, id), { version });
}

export async function saveFreezing(c: Request): Promise<Response> {
  const context = contextOf(c);
  const report = await reportToEdit(context, c.req.param("id")!);
  const page = await reportPage(context, report.id);
  return submitForm(c, {
    form,
    act: async (_, version) => {
      await freezeReport(context, report.id, version);
      return c.redirect(`/reports/${report.id}?done=frozen`, 303);
    },
    redraw: (state, status) => draw(c, page, state, status),
  });
}

function draw(c: Request, { report, items, missing }: ReportPage, state: FormState, status = 200): Response {
  return formPage(
    c,
    {
      title: "Freeze this report?",
      section: "Board reports",
      caption: report.title,
      backLink: { text: "Back", href: `/reports/${report.id}` },
      form,
      action: `/reports/${report.id}/freeze`,
      submit: "Freeze and share it",
      children: (
        <>
          <p>
            Its numbers are kept as they are known now, and nothing in it can be changed afterwards.
            Corrections go into the next report.
          </p>
          <SummaryList
            rows={[
              { key: { text: "About" }, value: { text: report.period } },
              { key: { text: "Measures" }, value: { text: String(items.length) } },
              { key: { text: "Who reads it" }, value: { text: visibilityLabels[report.audience] } },
              {
                key: { text: "What it lacks" },
                value: { text: missing.length === 0 ? "Nothing that we know of" : missing.join(" ") },
              },
            ]}
          />
        </>
      ),
    },
    state,
    status,
  );
}
