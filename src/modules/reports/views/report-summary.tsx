import type { ReactNode } from "react";
import { AssuranceIcon } from "#ui/chart/icons/assurance-icon.tsx";
import { VariationIcon } from "#ui/chart/icons/variation-icon.tsx";
import { assuranceLabel, variationLabel } from "#ui/chart/verdict-words.ts";
import { Table } from "#ui/nhs/table.tsx";
import { latestWords } from "../latest-words.ts";
import { sectionLabels, sections } from "../report.ts";
import type { ReadItem } from "../read-item.ts";

/** All measures of a report by part, exceptions first, each verdict as an icon and in words. */
export function ReportSummary({ items }: { items: readonly ReadItem[] }): ReactNode {
  return (
    <section className="tl-report__summary">
      <h2>All measures at a glance</h2>
      {sections
        .map((section) => ({ section, rows: items.filter(({ item }) => item.section === section) }))
        .filter(({ rows }) => rows.length > 0)
        .sort((a, b) => Number(hasException(b.rows)) - Number(hasException(a.rows)))
        .map(({ section, rows }) => (
          <Table
            key={section}
            responsive
            compact
            firstCellIsHeader
            caption={{ text: sectionLabels[section], size: "s" }}
            head={["Measure", "Latest", "Change", "Target", "What will be done"].map((text) => ({ text }))}
            rows={rows.map(summaryRow)}
          />
        ))}
    </section>
  );
}

function hasException(rows: readonly ReadItem[]): boolean {
  return rows.some(({ isException }) => isException);
}

function summaryRow(one: ReadItem) {
  const { item, analysis, source } = one;
  return [
    { html: <a href={`#item-${item.id}`}>{source.name}</a> },
    { text: latestWords(one) },
    {
      html: (
        <span className="tl-verdict">
          <VariationIcon variation={analysis.variation} decorative /> {variationLabel(analysis.variation)}
        </span>
      ),
    },
    {
      html: (
        <span className="tl-verdict">
          <AssuranceIcon kind={analysis.assurance.kind} decorative />{" "}
          {assuranceLabel(analysis.assurance.kind)}
        </span>
      ),
    },
    {
      text:
        item.commitment === ""
          ? one.isException
            ? "Nothing promised yet"
            : "No action from this change alone"
          : promised(item),
    },
  ];
}

function promised({ commitment, committedBy }: ReadItem["item"]): string {
  return committedBy ? `${commitment} (${committedBy.name})` : commitment;
}
