import { Fragment, type ReactNode } from "react";
import { dayOf } from "#platform/day.ts";
import { longDate } from "#ui/long-date.ts";
import { Details } from "#ui/nhs/details.tsx";
import { InsetText } from "#ui/nhs/inset-text.tsx";
import { Table } from "#ui/nhs/table.tsx";
import { Words } from "#ui/words.tsx";
import type { ReportPage } from "../queries/report-page.ts";
import type { PlanOfSeries } from "#modules/plans/index.ts";
import { ReportAppendix, ReportExceptions } from "./report-charts.tsx";
import { ReportSummary } from "./report-summary.tsx";

/** A report as a board reads it: the summary on one page, the exceptions on the next, the rest as an appendix. */
export function ReportBody({
  page,
  work,
}: {
  page: ReportPage;
  work: ReadonlyMap<string, PlanOfSeries[]>;
}): ReactNode {
  const { report, items } = page;
  const exceptions = items.filter((one) => one.isException);
  return (
    <div className="tl-report">
      <ReportHead page={page} exceptions={exceptions.length} />
      {report.introduction ? <Paragraphs text={report.introduction} /> : null}
      {items.length > 0 ? <ReportSummary items={items} /> : null}
      {exceptions.length > 0 ? <ReportExceptions items={exceptions} work={work} page={page} /> : null}
      <Stories page={page} />
      {items.length > exceptions.length ? (
        <ReportAppendix items={items.filter((one) => !one.isException)} work={work} page={page} />
      ) : null}
      <Provenance page={page} />
    </div>
  );
}

function ReportHead({
  page: { report, items },
  exceptions,
}: {
  page: ReportPage;
  exceptions: number;
}): ReactNode {
  return (
    <p className="nhsuk-body-l">
      <Words>
        {items.length === 0
          ? "No measure was chosen yet."
          : `${count(exceptions, "measure")} of ${items.length} ${exceptions === 1 ? "asks" : "ask"} for a look: ${exceptions === 1 ? "it has" : "they have"} a signal, or will miss the target as things are. The other ${items.length - exceptions} vary as chance would have it.`}
      </Words>{" "}
      {report.frozenAt ? null : <strong>This is a draft: only its writers see it.</strong>}
    </p>
  );
}

const count = (number: number, word: string): string => `${number} ${word}${number === 1 ? "" : "s"}`;

/** On paper they begin the appendix, so that summary and exceptions stay on 2 sheets. */
function Stories({ page: { report, times } }: { page: ReportPage }): ReactNode {
  const stories = [
    { title: "A story of care", text: report.patientStory },
    { title: "What failed, and what it taught", text: report.learningStory },
  ].filter(({ text }) => text !== "");
  if (stories.length + times.length === 0) return null;
  return (
    <section className="tl-report__stories">
      {stories.map(({ title, text }) => (
        <Fragment key={title}>
          <h2 className="nhsuk-heading-m">{title}</h2>
          <InsetText>
            <Paragraphs text={text} />
          </InsetText>
        </Fragment>
      ))}
      <BoardTimes times={times} />
    </section>
  );
}

/** A board that asks others to improve says what it gives to it: each time for itself, no two compared. */
function BoardTimes({ times }: Pick<ReportPage, "times">): ReactNode {
  if (times.length === 0) return null;
  return (
    <Table
      id="board-time"
      caption={{ text: "The board’s own time on improvement", size: "s" }}
      firstCellIsHeader
      compact
      head={[
        { text: "Report" },
        { text: "Minutes met", format: "numeric" },
        { text: "Of them on improvement", format: "numeric" },
      ]}
      rows={times.map(({ id, period, met, onImprovement }) => [
        { html: <a href={`/reports/${id}`}>{period}</a> },
        { text: met.toLocaleString("en-GB"), format: "numeric" },
        { text: onImprovement.toLocaleString("en-GB"), format: "numeric" },
      ])}
    />
  );
}

export function Paragraphs({ text }: { text: string }): ReactNode {
  return text
    .split(/\n\s*\n/)
    .filter((part) => part.trim() !== "")
    .map((part) => (
      <p key={part} className="tl-pre-line">
        {part}
      </p>
    ));
}

/** Where it comes from and how anybody can check it. */
function Provenance({ page: { report, items } }: { page: ReportPage }): ReactNode {
  const first = items[0]?.source.statistics ?? "";
  return (
    <Details summary={{ text: "Where this comes from, and how to check it" }}>
      <p>
        Every verdict is reckoned from the numbers by fixed rules (statistics {first}); words that an author
        wrote instead are marked. No colour stands for good or bad, and no two points are compared.
      </p>
      {report.frozenAt && report.digest ? (
        <>
          <p>
            Frozen on {longDate(dayOf(report.frozenAt))} by {report.frozenBy ?? "somebody who has left"}. Its
            fingerprint (SHA-256 of all that it holds) is
          </p>
          <p>
            <code className="tl-code tl-break">{report.digest}</code>
          </p>
          <p>
            <a href={`/reports/${report.id}/check`}>Reckon it again from the record</a>
          </p>
        </>
      ) : null}
    </Details>
  );
}
