import { dayOf } from "#platform/day.ts";
import { contextOf, type Request } from "#web/env.ts";
import { columnPage } from "#web/column-page.tsx";
import { longDate } from "#ui/long-date.ts";
import { Table } from "#ui/nhs/table.tsx";
import { reportCheck } from "../queries/report-check.ts";

const foundWords = {
  same: "The same in the record of that day",
  differs: "Different in the record of that day",
  "not-in-sight": "Not in your sight, so not checked",
};

export async function reportCheckPage(c: Request): Promise<Response> {
  const { report, agrees, digest, measures } = await reportCheck(contextOf(c), c.req.param("id")!);
  return columnPage(c, {
    title: agrees ? "The report is as it was frozen" : "The report is not as it was frozen",
    section: "Board reports",
    caption: report.title,
    backLink: { text: "Back", href: `/reports/${report.id}` },
    children: (
      <>
        <p>
          Everything in the report was put into one text and its fingerprint reckoned again. Then each number
          was taken from the record as it stood on {longDate(dayOf(report.asOf))}, with what was corrected
          since set back.
        </p>
        <p>
          Frozen as <code className="tl-code tl-break">{report.digest}</code>
        </p>
        <p>
          Reckoned as <code className="tl-code tl-break">{digest}</code>
        </p>
        <Table
          caption={{ text: "Each measure" }}
          firstCellIsHeader
          head={[{ text: "Measure" }, { text: "Its numbers" }]}
          rows={measures.map(({ name, found }) => [{ text: name }, { text: foundWords[found] }])}
        />
      </>
    ),
  });
}
