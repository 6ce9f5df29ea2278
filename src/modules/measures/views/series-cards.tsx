import type { ReactNode } from "react";
import { VariationIcon } from "#ui/chart/icons/variation-icon.tsx";
import { Sparkline } from "#ui/chart/sparkline.tsx";
import { variationLabel } from "#ui/chart/verdict-words.ts";
import { periodWords } from "#ui/figures/period.ts";
import { Table } from "#ui/nhs/table.tsx";
import type { SeriesCard } from "../series-line.ts";
import { valueSayer } from "../unit.ts";

type SeriesTableProps = {
  id: string;
  caption: string;
  cards: readonly SeriesCard[];
  /** Where each is measured, when that is not the same for all. */
  withPlace?: boolean;
};

/** Measures at a glance: the newest number, what the chart says, and the line. Never one number against another. */
export function SeriesTable({ id, caption, cards, withPlace = false }: SeriesTableProps): ReactNode {
  return (
    <Table
      id={id}
      caption={{ text: caption, size: "s" }}
      firstCellIsHeader
      responsive
      head={[
        { text: "Measure" },
        withPlace && { text: "Where" },
        { text: "Newest number", format: "numeric" },
        { text: "What the chart says" },
        { text: "Over time" },
      ]}
      rows={cards.map((card) => [
        { html: <a href={`/series/${card.id}`}>{card.name}</a> },
        withPlace && { html: <a href={`/bodies/${card.body.code}`}>{card.body.name}</a> },
        { text: newestWords(card) },
        { html: <Says card={card} /> },
        { html: card.points === 0 ? "" : <Sparkline analysis={card.analysis} title={card.name} /> },
      ])}
    />
  );
}

function Says({ card: { analysis, points } }: { card: SeriesCard }): ReactNode {
  if (points === 0) return "No number yet";
  return (
    <>
      <VariationIcon variation={analysis.variation} size={20} decorative />{" "}
      {variationLabel(analysis.variation)}
    </>
  );
}

/** "4.2% in July 2025". */
export function newestWords(card: SeriesCard): string {
  const last = card.analysis.points.findLast((point) => point.value !== null);
  if (!last) return "No data";
  const when = periodWords(String(last.x), card.definition.frequency);
  return `${valueSayer(card.analysis, card.definition)(last.value!)}, ${when}`;
}
