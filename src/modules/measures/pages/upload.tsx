import { z } from "zod";
import { Invalid } from "#platform/problem.ts";
import { formPage } from "#web/column-page.tsx";
import type { Request } from "#web/env.ts";
import { defineForm } from "#web/form/form.ts";
import type { FormState } from "#web/form/form-view.tsx";
import { submitForm } from "#web/form/submit-form.ts";
import { ownContext } from "#web/own-context.ts";
import { renderPage } from "#web/render.tsx";
import { loadUpload, uploadNumbers } from "../commands/upload-numbers.ts";
import { hasDenominator } from "../definition.ts";
import { seriesToRecord } from "../queries/series-to-change.ts";
import { uploadCheck, type UploadCheck } from "../queries/upload-check.ts";
import { seriesName, type SeriesSeen } from "../series.ts";
import type { UploadChoice } from "../upload.ts";
import { UploadReport } from "../views/upload-report.tsx";

const form = defineForm({
  file: {
    kind: "file",
    label: "An Excel workbook (XLSX) or a CSV file",
    hint: "Up to 10 MB. Nothing is saved before you have seen what it would change",
    accept: ".xlsx,.csv,.txt,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    schema: z
      .instanceof(File, { error: "Select a file" })
      .refine((file) => file.size > 0, "The selected file is empty")
      .refine((file) => file.size <= 10 * 1024 * 1024, "The selected file must be smaller than 10 MB"),
  },
});

function idOf(c: Request): string {
  return c.req.param("id") ?? "";
}

export async function uploadPage(c: Request): Promise<Response> {
  return draw(c, await seriesToRecord(ownContext(c), idOf(c)), {});
}

export async function takeUpload(c: Request): Promise<Response> {
  const context = ownContext(c);
  const series = await seriesToRecord(context, idOf(c));
  return submitForm(c, {
    form,
    act: async ({ file }) =>
      c.redirect(`/series/${series.id}/upload/${await uploadNumbers(context, series.id, file)}`, 303),
    redraw: (state, status) => draw(c, series, state, status),
  });
}

function draw(c: Request, series: SeriesSeen, state: FormState, status = 200): Response {
  const { definition } = series;
  const columns = hasDenominator(definition)
    ? `a column of dates, one for “${definition.numerator || "how many"}” and one for “${definition.denominator}”`
    : "a column of dates and one of numbers";
  return formPage(
    c,
    {
      title: "Upload numbers",
      section: seriesName(series),
      caption: `${seriesName(series)}, ${series.body.name}`,
      backLink: { text: "Back to the chart", href: `/series/${series.id}` },
      form,
      action: `/series/${series.id}/upload`,
      submit: "Upload and check",
      children: (
        <p>
          {`The file needs ${columns}, with or without headings; other columns do no harm. Formulas count with their last saved value, and macros are never run.`}
        </p>
      ),
    },
    state,
    status,
  );
}

export async function uploadCheckPage(c: Request): Promise<Response> {
  const choice = choiceIn((name) => c.req.query(name));
  return drawCheck(c, { check: await uploadCheck(ownContext(c), whichOf(c), choice), choice });
}

export async function confirmUpload(c: Request): Promise<Response> {
  const context = ownContext(c);
  const sent = (name: string): string | undefined => {
    const value = c.get("form")?.get(name);
    return typeof value === "string" ? value : undefined;
  };
  const choice = choiceIn(sent);
  try {
    const count = await loadUpload(context, whichOf(c), { choice, revision: Number(sent("revision") ?? 0) });
    return c.redirect(`/series/${idOf(c)}/numbers?saved=${count}`, 303);
  } catch (error) {
    if (!(error instanceof Invalid)) throw error;
    const check = await uploadCheck(context, whichOf(c), choice);
    return drawCheck(c, { check, choice, refused: error.message }, 422);
  }
}

function whichOf(c: Request) {
  return { seriesId: idOf(c), uploadId: c.req.param("upload") ?? "" };
}

function choiceIn(said: (name: string) => string | undefined): UploadChoice {
  const column = (name: string): number | undefined => {
    const text = said(name);
    return text !== undefined && /^\d{1,5}$/.test(text) ? Number(text) : undefined;
  };
  const order = said("order");
  const sheet = column("sheet");
  // Columns were chosen on the sheet that was shown, and mean nothing on another.
  const isOther = said("of") !== undefined && column("of") !== sheet;
  const on = (name: string): number | undefined => (isOther ? undefined : column(name));
  return {
    sheet,
    order: order === "day-first" || order === "month-first" ? order : undefined,
    when: on("when"),
    first: on("first"),
    second: on("second"),
    onlyNew: said("keep") === "new",
  };
}

type Drawn = { check: UploadCheck; choice: UploadChoice; refused?: string };

function drawCheck(c: Request, { check, choice, refused }: Drawn, status = 200): Response {
  const { series, plan } = check;
  const canLoad = plan.problems.length === 0 && plan.read.problem === null && plan.read.question === null;
  const title = canLoad ? "What this file would change" : "This file cannot be loaded yet";
  return renderPage(
    c,
    {
      title,
      section: seriesName(series),
      hasProblems: refused !== undefined,
      backLink: { text: "Upload another file", href: `/series/${series.id}/upload` },
      children: (
        <UploadReport check={check} choice={choice} title={title} canLoad={canLoad} refused={refused} />
      ),
    },
    status,
  );
}
