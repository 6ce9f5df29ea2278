import { listOf, type Columns } from "#platform/list-file.ts";
import { askedPage } from "#web/take-away.tsx";
import { isPerson } from "#platform/actor.ts";
import { dayOf } from "#platform/day.ts";
import { contextOf, type Request } from "#web/env.ts";
import { renderPage } from "#web/render.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { longDate } from "#ui/long-date.ts";
import { Button } from "#ui/nhs/button.tsx";
import { Table } from "#ui/nhs/table.tsx";
import { PageLinks } from "#ui/page-links.tsx";
import { reportList, type ReportList } from "../queries/report-list.ts";

const columns: Columns<ReportList["rows"][number]> = {
  title: ["Report", (row) => row.title],
  organisation: ["Organisation", (row) => row.bodyName],
  organisationCode: ["Its code", (row) => row.bodyCode],
  about: ["About", (row) => row.period],
  measures: ["Measures", (row) => row.items],
  frozenOn: ["Frozen on", (row) => row.frozenAt && dayOf(row.frozenAt)],
  address: ["Address", (row) => `/reports/${row.id}`],
};

export async function reportListPage(c: Request): Promise<Response> {
  const context = contextOf(c);
  const bodyCode = c.req.query("body") ?? "";
  const list = await reportList(context, { bodyCode, page: askedPage(c) });
  const { page, pages } = list.paging;
  const title = list.body ? `Board reports of ${list.body.name}` : "Board reports";
  return renderPage(c, {
    title,
    section: "Board reports",
    part: { page, of: pages },
    list: listOf({ name: "board-reports", columns, rows: list.rows, total: list.paging.total }),
    children: (
      <>
        <div className="nhsuk-grid-row">
          <div className="nhsuk-grid-column-two-thirds">
            <h1>{title}</h1>
            <p className="nhsuk-body-l">
              What has changed, what has not, and who does what about it: from the charts themselves, frozen
              on a day, and held against what was said the time before.
            </p>
            {isPerson(context.actor) ? <Button text="Start a report" href="/reports/new" /> : null}
          </div>
        </div>
        {list.rows.length === 0 ? <NoReport /> : <Reports list={list} />}
        <p>
          <a href="/reports/levels">See who measures what, from ward to nation</a>
        </p>
      </>
    ),
  });
}

function Reports({ list }: { list: ReportList }) {
  const at = new URLSearchParams(list.body ? { body: list.body.code } : {});
  return (
    <>
      <Table
        caption={{ text: "Newest first" }}
        responsive
        firstCellIsHeader
        head={["Report", "Organisation", "About", "Measures", "State"].map((text) => ({ text }))}
        rows={list.rows.map((row) => [
          { html: <a href={`/reports/${row.id}`}>{row.title}</a> },
          { html: <a href={`/bodies/${row.bodyCode}`}>{row.bodyName}</a> },
          { text: row.period },
          { text: String(row.items) },
          {
            text: row.frozenAt ? `Frozen on ${longDate(dayOf(row.frozenAt))}` : "Draft",
          },
        ])}
      />
      <PageLinks paging={list.paging} href={(page) => `/reports?${withPage(at, page)}`} />
    </>
  );
}

function withPage(at: URLSearchParams, page: number): string {
  const query = new URLSearchParams(at);
  query.set("page", String(page));
  return query.toString();
}

function NoReport() {
  return (
    <EmptyState
      heading="No report that you can see yet"
      action={{ text: "Start a report", href: "/reports/new" }}
    >
      <p>
        A report begins with the measures that are there already: choose them, read what the rules say of
        each, add what will be done, and freeze it on the day of the meeting. It prints on 2 pages.
      </p>
    </EmptyState>
  );
}
