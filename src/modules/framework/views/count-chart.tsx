import type { ReactNode } from "react";
import { ChartTable } from "#ui/chart/chart-table.tsx";
import { numberWords } from "#ui/chart/number-words.ts";
import { ResponsiveChart } from "#ui/chart/responsive-chart.tsx";
import { longDate } from "#ui/long-date.ts";
import { Details } from "#ui/nhs/details.tsx";
import { Table } from "#ui/nhs/table.tsx";
import { studyOf, valueOf } from "../count-study.ts";
import type { Count } from "../count.ts";

type CountChartProps = {
  id: string;
  title: string;
  measured: { unit: string; better: "up" | "down"; denominator: string };
  goals?: readonly { value: number; by: string }[];
  counts: readonly Count[];
};

/** The newest number in a sentence with its denominator, then the chart over time, then every count. */
export function CountChart({ id, title, measured, goals = [], counts }: CountChartProps): ReactNode {
  const newest = counts.at(-1);
  if (!newest) return <p>Nothing has been counted yet.</p>;
  const { unit, denominator } = measured;
  const suffix = unit === "%" ? "%" : ` ${unit}`;
  const study = studyOf(counts, { title, ...measured }, goals);
  return (
    <>
      <p>
        <strong>
          {numberWords(valueOf(newest, unit), 1)}
          {suffix}
        </strong>{" "}
        on {longDate(newest.on)}: {plain(newest.numerator)} out of {plain(newest.denominator)} (
        {denominator.charAt(0).toLowerCase() + denominator.slice(1)}).
      </p>
      {study ? (
        <figure className="tl-figure">
          <p>{study.words.short}</p>
          <ResponsiveChart
            id={id}
            title={title}
            analysis={study.analysis}
            words={study.words}
            unit={{ suffix }}
            axis={{ startAtZero: true, ceiling: unit === "%" ? 100 : undefined }}
            targetName="Goal"
          />
          <Details summary="The same as a table">
            <ChartTable id={`${id}-table`} analysis={study.analysis} caption={title} unit={{ suffix }} />
          </Details>
        </figure>
      ) : (
        <p className="tl-quiet">A chart needs at least 2 counts.</p>
      )}
      <Details summary="Where each number comes from">
        <Table
          compact
          scroll
          firstCellIsHeader
          caption={{ text: `Counts of: ${title}`, size: "s" }}
          head={["Day", "Counted", "Out of", "Source", "Given by"].map((text) => ({ text }))}
          rows={counts
            .toReversed()
            .map((count) => [
              { text: longDate(count.on) },
              { text: plain(count.numerator), format: "numeric" as const },
              { text: plain(count.denominator), format: "numeric" as const },
              { text: count.correction > 0 ? `${count.source} (corrected: ${count.reason})` : count.source },
              { text: count.bodyName },
            ])}
        />
      </Details>
    </>
  );
}

function plain(value: number): string {
  return numberWords(value, Number.isInteger(value) ? 0 : 1);
}
