import { contextOf, type Request } from "#web/env.ts";
import { formPage } from "#web/column-page.tsx";
import { defineForm } from "#web/form/form.ts";
import type { FormState } from "#web/form/form-view.tsx";
import { submitForm } from "#web/form/submit-form.ts";
import { editReport } from "../commands/edit-report.ts";
import { oddTimes } from "../odd-times.ts";
import { reportToEdit } from "../queries/report-to-edit.ts";
import type { ReportSeen } from "../report.ts";
import { audienceField, periodField, storyFields, timeFields, titleField } from "./report-fields.ts";

const form = defineForm(
  {
    title: titleField,
    period: periodField,
    audience: audienceField,
    ...storyFields,
    ...timeFields,
  },
  ({ minutesMet, minutesOnImprovement }) =>
    minutesMet === undefined || minutesOnImprovement === undefined
      ? []
      : oddTimes({ minutesMet, minutesOnImprovement }),
);

export async function reportTextPage(c: Request): Promise<Response> {
  const report = await reportToEdit(contextOf(c), c.req.param("id")!);
  const { title, period, audience, introduction, patientStory, learningStory, version } = report;
  const times = {
    minutesMet: String(report.minutesMet ?? ""),
    minutesOnImprovement: String(report.minutesOnImprovement ?? ""),
  };
  const typed = { title, period, audience, introduction, patientStory, learningStory, ...times };
  return draw(c, report, { typed, version });
}

export async function saveReportText(c: Request): Promise<Response> {
  const context = contextOf(c);
  const report = await reportToEdit(context, c.req.param("id")!);
  return submitForm(c, {
    form,
    act: async (text, version) => {
      await editReport(context, report.id, { text, version });
      return c.redirect(`/reports/${report.id}?done=text`, 303);
    },
    redraw: (state, status) => draw(c, report, state, status),
  });
}

function draw(c: Request, report: ReportSeen, state: FormState, status = 200): Response {
  const page = {
    title: "Change the words of a report",
    section: "Board reports",
    caption: report.title,
    backLink: { text: "Back", href: `/reports/${report.id}` },
    form,
    action: `/reports/${report.id}/text`,
    submit: "Save",
    draft: `report-${report.id}`,
  };
  return formPage(c, page, state, status);
}
