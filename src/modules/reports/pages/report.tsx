import type { ReactNode } from "react";
import { dayOf } from "#platform/day.ts";
import { contextOf, type Request } from "#web/env.ts";
import { renderPage } from "#web/render.tsx";
import { plansOfSeries } from "#modules/plans/index.ts";
import { longDate } from "#ui/long-date.ts";
import { Button } from "#ui/nhs/button.tsx";
import { WarningCallout } from "#ui/nhs/warning-callout.tsx";
import { reportPage, type ReportPage } from "../queries/report-page.ts";
import { ReportBody } from "../views/report-body.tsx";

const done: Record<string, string> = {
  text: "The report was changed",
  measures: "The measures were chosen",
  about: "Your words were saved",
  frozen: "The report is frozen, and its readers can see it now",
  kept: "What became of the promise was saved",
};

export async function reportPageHandler(c: Request): Promise<Response> {
  const context = contextOf(c);
  const page = await reportPage(context, c.req.param("id")!);
  const work = await plansOfSeries(
    context,
    page.items.map((one) => one.item.seriesId),
  );
  const { report } = page;
  const key = c.req.query("done") ?? "";
  return renderPage(c, {
    title: report.title,
    section: "Board reports",
    breadcrumbs: [
      { text: "Board reports", href: "/reports" },
      { text: report.body.name, href: `/reports?body=${report.body.code}` },
    ],
    success: Object.hasOwn(done, key) ? done[key] : undefined,
    ...(key === "text" && { savedDraft: `report-${report.id}` }),
    children: (
      <>
        <span className="nhsuk-caption-l">
          {report.body.name}, {report.period}
        </span>
        <h1>{report.title}</h1>
        <p className="tl-quiet">
          {report.frozenAt
            ? `As things stood on ${longDate(dayOf(report.asOf))}`
            : "A draft, with the numbers as they stand now"}
        </p>
        <Missing page={page} />
        <Actions page={page} />
        <ReportBody page={page} work={work} />
      </>
    ),
  });
}

function Missing({ page: { missing, unseen } }: { page: ReportPage }): ReactNode {
  const all = [
    ...missing,
    ...(unseen.length > 0
      ? [
          `${unseen.length} chosen before ${unseen.length === 1 ? "is" : "are"} no longer in your sight, and will be left out.`,
        ]
      : []),
  ];
  if (all.length === 0) return null;
  return (
    <WarningCallout heading={{ text: "Before you freeze it", level: 2 }}>
      <ul className="nhsuk-list nhsuk-list--bullet">
        {all.map((words) => (
          <li key={words}>{words}</li>
        ))}
      </ul>
    </WarningCallout>
  );
}

function Actions({ page: { report, can, items } }: { page: ReportPage }): ReactNode {
  const at = `/reports/${report.id}`;
  return (
    <div className="tl-report__actions">
      {can.edit ? (
        <div className="nhsuk-button-group">
          <Button text="Choose measures" href={`${at}/measures`} variant="secondary" />
          <Button text="Change its words" href={`${at}/text`} variant="secondary" />
          {items.length > 0 ? <Button text="Freeze it" href={`${at}/freeze`} /> : null}
        </div>
      ) : null}
      <p className="tl-inline-links">
        {report.previous ? (
          <a href={`${at}/look-back`}>What did we say last time, and were we right?</a>
        ) : null}
        {items.length > 0 ? (
          <>
            <a href={`${at}/report.pptx`}>Slides</a>
            <a href={`${at}/report.xlsx`}>Workbook</a>
            <a href={`${at}/report.json`}>Data</a>
          </>
        ) : null}
      </p>
    </div>
  );
}
