import type { ReactNode } from "react";
import { present, type Item } from "./nhs/each.tsx";
import { Table } from "./nhs/table.tsx";
import { Tag } from "./nhs/tag.tsx";

export type ComparedThing = { readonly text: string; readonly href?: string };

export type ComparedRow = {
  readonly label: string;
  readonly values: readonly ReactNode[];
  /** Whether the values disagree; found out by itself when all are text or numbers. */
  readonly differs?: boolean;
};

export type ComparisonTableProps = {
  readonly id: string;
  readonly caption: string;
  /** What the first column holds. */
  readonly rowTitle: string;
  readonly things: readonly ComparedThing[];
  readonly rows: readonly Item<ComparedRow>[];
  /** Marks the rows that disagree. */
  readonly marksDifferences?: boolean;
};

function differs({ differs: given, values }: ComparedRow): boolean {
  if (given !== undefined) return given;
  const isPlain = values.every((value) => typeof value === "string" || typeof value === "number");
  return isPlain && new Set(values).size > 1;
}

/** Several things side by side, one property a row. */
export function ComparisonTable(props: ComparisonTableProps): ReactNode {
  const { id, caption, rowTitle, things, rows, marksDifferences = true } = props;
  const marked = (row: ComparedRow): ReactNode =>
    marksDifferences && differs(row) ? (
      <>
        {row.label} <Tag colour="yellow">Differs</Tag>
      </>
    ) : (
      row.label
    );
  return (
    <Table
      id={id}
      caption={caption}
      firstCellIsHeader
      scroll
      classes="tl-comparison"
      head={[rowTitle, ...things]}
      rows={present(rows).map((row) =>
        [marked(row), ...row.values].map((value) => ({
          html: value ?? <span className="tl-quiet">No data</span>,
        })),
      )}
    />
  );
}
