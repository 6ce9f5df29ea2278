import type { ReactNode } from "react";
import { dayOf } from "#platform/day.ts";
import { longDate } from "#ui/long-date.ts";
import type { ReportRow } from "../report.ts";

export function ReportLines({ rows }: { rows: readonly ReportRow[] }): ReactNode {
  return (
    <ul className="nhsuk-list">
      {rows.map((row) => (
        <li key={row.id}>
          <a href={`/reports/${row.id}`}>
            {row.title}, {row.period}
          </a>
          <span className="tl-quiet">
            {" "}
            {row.bodyName}. {row.frozenAt ? `Frozen on ${longDate(dayOf(row.frozenAt))}` : "A draft of yours"}
          </span>
        </li>
      ))}
    </ul>
  );
}
