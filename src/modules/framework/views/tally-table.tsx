import type { ReactNode } from "react";
import { Table } from "#ui/nhs/table.tsx";
import type { Row } from "../summary.ts";
import { standings, type Standing } from "../standing.ts";

type TallyTableProps = {
  caption: string;
  first: string;
  rows: readonly Row[];
  /** The list behind a number. */
  href(id: string, standing: string): string;
};

const shown = Object.keys(standings) as Standing[];

/** How many stand how; every number opens the list behind it. */
export function TallyTable({ caption, first, rows, href }: TallyTableProps): ReactNode {
  return (
    <Table
      scroll
      compact
      firstCellIsHeader
      classes="tl-counted"
      caption={{ text: caption, size: "s" }}
      head={[
        { text: first },
        ...shown.map((standing) => ({ text: standings[standing], format: "numeric" as const })),
        { text: "Without a single owner", format: "numeric" as const },
        { text: "All", format: "numeric" as const },
      ]}
      rows={rows.map(({ id, name, tally }) => [
        { text: name },
        ...shown.map((standing) => ({
          html: <Linked count={tally[standing]} href={href(id, standing)} />,
          format: "numeric" as const,
        })),
        {
          html: <Linked count={tally.withoutOwner} href={href(id, "without-owner")} />,
          format: "numeric" as const,
        },
        { html: <Linked count={tally.all} href={href(id, "")} />, format: "numeric" as const },
      ])}
    />
  );
}

function Linked({ count, href }: { count: number; href: string }): ReactNode {
  return count === 0 ? "0" : <a href={href}>{count}</a>;
}
