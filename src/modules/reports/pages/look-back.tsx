import type { ReactNode } from "react";
import { contextOf, type Request } from "#web/env.ts";
import { renderPage } from "#web/render.tsx";
import { longDate } from "#ui/long-date.ts";
import { Table } from "#ui/nhs/table.tsx";
import { lookBackPage, type LookBackPage } from "../queries/look-back-page.ts";

const rightWords = { yes: "Yes", no: "No", "too-soon": "Too soon to say" };

export async function lookBackPageHandler(c: Request): Promise<Response> {
  const page = await lookBackPage(contextOf(c), c.req.param("id")!);
  const { report, previous, score } = page;
  return renderPage(c, {
    title: "What did we say, and were we right?",
    section: "Board reports",
    backLink: { text: "Back to the report", href: `/reports/${report.id}` },
    children: (
      <>
        <span className="nhsuk-caption-l">
          {report.body.name}: {previous.period}, seen from {report.period}
        </span>
        <h1>What did we say, and were we right?</h1>
        <p className="nhsuk-body-l">
          {score.of === 0
            ? "There are too few numbers since to tell."
            : `${score.right} of ${score.of} things that could be checked were borne out by what came after.`}{" "}
          A claim counts as right when at least 2 thirds of the points since agree with it.
        </p>
        <Claims page={page} />
        <Promises page={page} />
      </>
    ),
  });
}

function Claims({ page: { rows } }: { page: LookBackPage }): ReactNode {
  return (
    <Table
      caption={{ text: "What was said of each measure" }}
      responsive
      firstCellIsHeader
      head={["Measure", "We said", "Since then", "Were we right?"].map((text) => ({ text }))}
      rows={rows.flatMap(({ before, claims, isThere }) =>
        claims.length === 0
          ? [
              [
                { text: before.source.name },
                { text: before.said[0] ?? "" },
                { text: isThere ? "Nothing that could be checked" : "Not in this report" },
                { text: "Cannot say" },
              ],
            ]
          : claims.map((claim) => [
              { text: before.source.name },
              { text: claim.said },
              { text: claim.since },
              { text: rightWords[claim.wasRight] },
            ]),
      )}
    />
  );
}

const keptWords = { yes: "Kept", partly: "Kept in part", no: "Not kept" };

function Promises({ page: { promises, previous, can } }: { page: LookBackPage }): ReactNode {
  if (promises.length === 0) return <p>Nothing was promised in that report.</p>;
  return (
    <Table
      caption={{ text: "What was promised" }}
      responsive
      firstCellIsHeader
      head={["Promise", "Who", "By when", "What became of it"].map((text) => ({ text }))}
      rows={promises.map(({ item }) => [
        { text: item.commitment },
        { text: item.committedBy?.name ?? "Nobody named" },
        { text: item.dueOn ? longDate(item.dueOn) : "No day named" },
        item.kept
          ? { text: [keptWords[item.kept], item.keptNote].filter(Boolean).join(". ") }
          : can.sayWhatBecame
            ? { html: <a href={`/reports/${previous.id}/items/${item.id}/kept`}>Say what became of it</a> }
            : { text: "Not said yet" },
      ])}
    />
  );
}
