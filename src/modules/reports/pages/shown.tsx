import { listOf, type Columns } from "#platform/list-file.ts";
import { analyse } from "@throughline/spc";
import type { ReactNode } from "react";
import { z } from "zod";
import { dayOf } from "#platform/day.ts";
import { contextOf, type Request } from "#web/env.ts";
import { renderPage } from "#web/render.tsx";
import { formPage } from "#web/column-page.tsx";
import { defineForm } from "#web/form/form.ts";
import type { FormState } from "#web/form/form-view.tsx";
import { submitForm } from "#web/form/submit-form.ts";
import { SpcChart } from "#ui/chart/spc-chart.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { longDate } from "#ui/long-date.ts";
import { Button } from "#ui/nhs/button.tsx";
import { Details } from "#ui/nhs/details.tsx";
import { Table } from "#ui/nhs/table.tsx";
import { notCome, sayHowShown } from "../commands/say-how-shown.ts";
import { shownPage, shownToKeep, type ShownPage } from "../queries/shown-page.ts";
import { showsChange, wayLabels, waysShown, type ShownMeasure } from "../shown-measure.ts";

const columns: Columns<ShownMeasure> = {
  measure: ["Measure", (row) => row.name],
  paper: ["Paper", (row) => row.paper],
  shownAs: ["Shown as", (row) => wayLabels[row.shownAs]],
  showsChange: ["Can show a change", (row) => showsChange.has(row.shownAs)],
  since: ["Since", (row) => row.since],
  until: ["Until", (row) => row.until],
};

export async function shownPageHandler(c: Request): Promise<Response> {
  const page = await shownPage(contextOf(c), c.req.param("code")!);
  const { body, now } = page;
  const at = `/reports/shown/${body.code}`;
  return renderPage(c, {
    title: "How a board is shown its measures",
    section: "Board reports",
    breadcrumbs: [
      { text: "Board reports", href: "/reports" },
      { text: body.name, href: `/reports?body=${body.code}` },
    ],
    list: listOf({
      name: `shown-to-the-board-${body.code.toLowerCase()}`,
      columns,
      rows: [...now, ...page.before],
    }),
    success: c.req.query("done") === "shown" ? "It was written down" : undefined,
    children: (
      <>
        <span className="nhsuk-caption-l">{body.name}</span>
        <h1>How a board is shown its measures</h1>
        <p className="nhsuk-body-l">{summary(page)}</p>
        <p>
          Action 13 of the framework asks boards to look at their measures over time. Colours and 2 points
          hide improvement and raise false alarms; a chart over time tells a signal from chance.
        </p>
        {page.can.keep ? <Button text="Write down how one is shown" href={`${at}/new`} /> : null}
        {now.length === 0 ? (
          <EmptyState heading="Nothing is written down yet">
            <p>
              Take the last board paper and write down each measure in it, and how it is shown: a line a
              measure.
            </p>
          </EmptyState>
        ) : (
          <>
            <Share page={page} />
            <Shown page={page} />
          </>
        )}
      </>
    ),
  });
}

function summary({ now }: ShownPage): string {
  const charts = now.filter((row) => showsChange.has(row.shownAs)).length;
  return now.length === 0
    ? "Which measures the board sees, and whether their charts can show a change."
    : `${charts} of ${now.length} measures are shown as charts over time.`;
}

/** The share of measures that are shown over time, itself as a chart over time. */
function Share({ page: { share, body } }: { page: ShownPage }): ReactNode {
  if (share.length < 2) return null;
  const analysis = analyse(
    {
      chart: "run",
      x: share.map((one) => one.quarter),
      numerators: share.map((one) => one.asCharts),
      denominators: share.map((one) => one.shown),
    },
    { improvement: "increase", multiplier: 100 },
  );
  return (
    <>
      <figure className="tl-figure">
        <SpcChart
          id={`shown-${body.code}`}
          analysis={analysis}
          title="Measures shown as charts over time"
          subtitle="Of all measures in the board’s papers, at the end of each quarter"
          unit={{ suffix: "%" }}
          axis={{ from: 0, to: 100 }}
        />
      </figure>
      <Details summary="Table of every quarter">
        <Table
          caption={{ text: "Measures shown as charts over time", size: "s" }}
          firstCellIsHeader
          compact
          head={[
            "Quarter from",
            ...["Shown", "As charts"].map((text) => ({ text, format: "numeric" as const })),
          ]}
          rows={share.map((one) => [
            longDate(one.quarter),
            { text: String(one.shown), format: "numeric" },
            { text: String(one.asCharts), format: "numeric" },
          ])}
        />
      </Details>
    </>
  );
}

function Shown({ page: { now, before } }: { page: ShownPage }): ReactNode {
  return (
    <>
      <Table
        caption={{ text: "As they are shown now" }}
        responsive
        firstCellIsHeader
        head={["Measure", "Paper", "Shown as", "Since"].map((text) => ({ text }))}
        rows={now.map((row) => [
          { text: row.name },
          { text: row.paper || "Not said" },
          { text: wayLabels[row.shownAs] },
          { text: longDate(row.since) },
        ])}
      />
      {before.length > 0 ? (
        <Table
          caption={{ text: "As they were shown before" }}
          responsive
          firstCellIsHeader
          head={["Measure", "Shown as", "From", "Until"].map((text) => ({ text }))}
          rows={before.map((row) => [
            { text: row.name },
            { text: wayLabels[row.shownAs] },
            { text: longDate(row.since) },
            { text: longDate(row.until!) },
          ])}
        />
      ) : null}
    </>
  );
}

const formFor = ({ at }: { at: Date }) =>
  defineForm(
    {
      name: {
        kind: "text",
        label: "Measure",
        hint: "As the paper calls it. A measure that is there already changes the way in which it is shown",
        schema: z
          .string()
          .min(2, "Enter the measure")
          .max(200, "The measure must be 200 characters or fewer"),
      },
      paper: {
        kind: "text",
        label: "In which paper",
        schema: z.string().max(200, "The paper must be 200 characters or fewer"),
      },
      shownAs: {
        kind: "choice",
        label: "How is it shown?",
        options: waysShown.map((value) => ({ value, label: wayLabels[value] })),
        schema: z.enum(waysShown, "Choose how it is shown"),
      },
      since: {
        kind: "date",
        label: "Since when",
        hint: "For example, 1 4 2026",
        schema: z.iso.date("Enter a real date"),
      },
      note: {
        kind: "text",
        label: "Note",
        schema: z.string().max(300, "The note must be 300 characters or fewer"),
      },
    },
    ({ since }) => (since && since > dayOf(at) ? [{ field: "since", message: notCome }] : []),
  );

export async function newShownPage(c: Request): Promise<Response> {
  return draw(c, await shownToKeep(contextOf(c), c.req.param("code")!), {});
}

export async function saveShown(c: Request): Promise<Response> {
  const context = contextOf(c);
  const page = await shownToKeep(context, c.req.param("code")!);
  return submitForm(c, {
    form: formFor(context),
    act: async (how) => {
      await sayHowShown(context, page.body.code, how);
      return c.redirect(`/reports/shown/${page.body.code}?done=shown`, 303);
    },
    redraw: (state, status) => draw(c, page, state, status),
  });
}

function draw(c: Request, { body }: ShownPage, state: FormState, status = 200): Response {
  const page = {
    title: "Write down how a measure is shown",
    section: "Board reports",
    caption: body.name,
    backLink: { text: "Back", href: `/reports/shown/${body.code}` },
    form: formFor(contextOf(c)),
    action: `/reports/shown/${body.code}/new`,
    submit: "Save",
  };
  return formPage(c, page, state, status);
}
