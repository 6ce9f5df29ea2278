import type { ReactNode } from "react";
import { longDate } from "#ui/long-date.ts";
import { Table } from "#ui/nhs/table.tsx";
import { Tag } from "#ui/nhs/tag.tsx";
import { Lines } from "./lines.tsx";
import type { BodyRow } from "../body.ts";

type BodyTableProps = { caption: string; size?: "s" | "m"; rows: readonly BodyRow[] };

/** Bodies as a table that turns into cards on a small screen. */
export function BodyTable({ caption, size = "m", rows }: BodyTableProps): ReactNode {
  return (
    <Table
      responsive
      firstCellIsHeader
      caption={{ text: caption, size }}
      head={[{ text: "Name" }, { text: "What it is" }, { text: "Town" }, { text: "Code" }]}
      rows={rows.map((row) => [
        { html: <NameCell row={row} /> },
        { text: row.kindLabel },
        { text: row.town || "Not given" },
        { html: <span className="tl-code">{row.code}</span> },
      ])}
    />
  );
}

function NameCell({ row: { code, name, formerNames, closedOn, heir } }: { row: BodyRow }): ReactNode {
  return (
    <Lines>
      <a href={`/bodies/${code}`}>{name}</a>
      {formerNames.length > 0 ? (
        <span className="tl-quiet nhsuk-u-font-weight-normal">Formerly {formerNames.join("; ")}</span>
      ) : null}
      {closedOn === null ? null : <Closed on={closedOn} heir={heir} />}
    </Lines>
  );
}

function Closed({ on, heir }: { on: string; heir: BodyRow["heir"] }): ReactNode {
  return (
    <span className="nhsuk-u-font-weight-normal">
      <Tag text="Closed" colour="grey" /> on {longDate(on)}
      {heir ? (
        <>
          , became <a href={`/bodies/${heir.code}`}>{heir.name}</a>
        </>
      ) : null}
    </span>
  );
}
