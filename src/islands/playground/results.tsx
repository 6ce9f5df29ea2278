import type { ReactNode } from "react";
import { ChartTable } from "#ui/chart/chart-table.tsx";
import { ResponsiveChart } from "#ui/chart/responsive-chart.tsx";
import { SpcChart } from "#ui/chart/spc-chart.tsx";
import { chartName } from "#ui/chart/verdict-words.ts";
import { Details } from "#ui/nhs/details.tsx";
import { DoDontList } from "#ui/nhs/do-dont-list.tsx";
import { InsetText } from "#ui/nhs/inset-text.tsx";
import type { SpcChartOptions } from "#ui/chart/chart-options.ts";
import { Arithmetic } from "./arithmetic.tsx";
import { ChangeEffect } from "./change-effect.tsx";
import { Exports, type ExportTools } from "./exports.tsx";
import { NextSignals } from "./next-signals.tsx";
import { SecondOpinions } from "./second-opinions.tsx";
import type { Drawn } from "./study.ts";

export interface ResultsProps {
  readonly drawn: Drawn;
  /** Nothing was pasted yet: what is drawn is an example, and says so. */
  readonly exampleName?: string;
  /** What only a browser can do; without them the buttons send the form. */
  readonly tools?: ExportTools;
}

/** All that follows from the data, in the order in which a careful reader wants it: words, picture, advice, proof. */
export function Results({ drawn, exampleName, tools }: ResultsProps): ReactNode {
  const { narrative } = drawn;
  return (
    <>
      <h2 className="nhsuk-heading-m tl-finding">{narrative.short}</h2>
      {exampleName ? (
        <InsetText>
          <p>
            This is an example with invented numbers.{" "}
            <a href={`/charts?example=${exampleName}`}>Put it into the form</a> to try things with it, or
            paste your own.
          </p>
        </InsetText>
      ) : null}
      <figure className="tl-figure">
        <ResponsiveChart {...chartOptions(drawn)} />
      </figure>
      {drawn.ranges ? (
        <figure className="tl-figure">
          <ResponsiveChart {...rangeOptions(drawn)} />
        </figure>
      ) : null}
      {exampleName ? null : <Exports tools={tools} />}
      <Meaning drawn={drawn} />
      <Reading drawn={drawn} />
      <NextSignals drawn={drawn} />
      <ChangeEffect drawn={drawn} />
      <SecondOpinions drawn={drawn} />
      <Arithmetic drawn={drawn} />
      <Details summary="Table of every point">
        <ChartTable analysis={drawn.analysis} caption={drawn.title} unit={drawn.unit} />
      </Details>
    </>
  );
}

/** What the chart is drawn from, on the page and in every file that is taken from it. */
export function chartOptions(drawn: Drawn): Omit<SpcChartOptions, "width"> {
  const { narrative } = drawn;
  return {
    id: "drawn-chart",
    analysis: drawn.analysis,
    title: drawn.title,
    unit: drawn.unit,
    axis: drawn.axis,
    annotations: drawn.annotations,
    histogram: drawn.histogram,
    words: { short: narrative.short, long: narrative.long.join(" ") },
    provenance: [drawn.source && `Source: ${drawn.source}.`, `Fingerprint ${drawn.fingerprint.slice(0, 12)}.`]
      .filter(Boolean)
      .join(" "),
  };
}

function rangeOptions(drawn: Drawn): Omit<SpcChartOptions, "width"> {
  return {
    id: "drawn-ranges",
    analysis: drawn.ranges!,
    title: "Moving ranges",
    subtitle: "How much each point differs from the one before",
    unit: drawn.unit,
    plotHeight: 160,
  };
}

/** The picture to save or paste. */
export function SavedChart({ drawn }: { drawn: Drawn }): ReactNode {
  return <SpcChart {...chartOptions(drawn)} width={drawn.histogram ? 960 : 880} />;
}

function Meaning({ drawn: { narrative } }: { drawn: Drawn }): ReactNode {
  return (
    <section aria-labelledby="meaning">
      <h2 id="meaning" className="nhsuk-heading-m">
        What this means
      </h2>
      {narrative.long.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      <div className="tl-do-and-do-not">
        {narrative.toDo.length > 0 ? (
          <DoDontList heading="Do" icon="tick" items={narrative.toDo.map((text) => ({ text }))} />
        ) : null}
        {narrative.notToDo.length > 0 ? (
          <DoDontList
            heading="Do not"
            icon="cross"
            hidePrefix
            items={narrative.notToDo.map((text) => ({ text }))}
          />
        ) : null}
      </div>
    </section>
  );
}

/** How the paste was understood and why this chart: a wrong guess must be seen to be put right. */
function Reading({ drawn }: { drawn: Drawn }): ReactNode {
  const { asProposed, proposal, analysis, advice, notes } = drawn;
  return (
    <section aria-labelledby="reading">
      <h2 id="reading" className="nhsuk-heading-m">
        Why this chart
      </h2>
      <p>
        {asProposed
          ? proposal.reason
          : `You chose the ${chartName(analysis.chart)}. We would propose the ${chartName(proposal.chart)}: ${proposal.reason}`}
      </p>
      {advice.length > 0 ? (
        <ul className="nhsuk-list nhsuk-list--bullet">
          {advice.map(({ code, words }) => (
            <li key={code}>{words}</li>
          ))}
        </ul>
      ) : null}
      <h3 className="nhsuk-heading-s">How your data was read</h3>
      <ul className="nhsuk-list nhsuk-list--bullet">
        {notes.map((note) => (
          <li key={note}>{note}</li>
        ))}
      </ul>
    </section>
  );
}
