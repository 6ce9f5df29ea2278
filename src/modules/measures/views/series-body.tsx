import type { ReactNode } from "react";
import { ChartTable } from "#ui/chart/chart-table.tsx";
import { periodWords } from "#ui/figures/period.ts";
import { aChart } from "#ui/chart/verdict-words.ts";
import { EmptyState } from "#ui/empty-state.tsx";
import { Button } from "#ui/nhs/button.tsx";
import { Details } from "#ui/nhs/details.tsx";
import { DoDontList } from "#ui/nhs/do-dont-list.tsx";
import { longDate } from "#ui/long-date.ts";
import { InsetText } from "#ui/nhs/inset-text.tsx";
import { Words } from "#ui/words.tsx";
import { PostButton } from "#ui/post-button.tsx";
import { Arithmetic } from "../../../islands/playground/arithmetic.tsx";
import { NextSignals } from "../../../islands/playground/next-signals.tsx";
import { SecondOpinions } from "../../../islands/playground/second-opinions.tsx";
import type { SeriesPage } from "../queries/series-page.ts";
import { fewestForLimits } from "../analysis.ts";
import { cameBefore } from "../came-before.ts";
import { liveTopic } from "../series.ts";
import { unitOf, valueSayer } from "../unit.ts";
import { ChartReader } from "./chart-reader.tsx";
import { narrativeOf, SeriesChart } from "./series-chart.tsx";
import { EntryLinks } from "./entry-links.tsx";
import { shortWorking } from "../short-working.ts";
import { SeriesAbout } from "./series-about.tsx";
import { SeriesTools } from "./series-tools.tsx";

type Part = { page: SeriesPage };

/** A sentence first, then the picture, what it means and what not to do, and then all the proof. */
export function SeriesBody({ page }: Part): ReactNode {
  const { series } = page.model;
  return (
    <>
      <span className="nhsuk-caption-l">{series.body.name}</span>
      <h1>{page.model.name}</h1>
      {series.closedAt ? (
        <InsetText>
          <p>This measure was closed. Its numbers are kept, and no more are added.</p>
          {page.model.can.reopen ? (
            <PostButton
              action={`/series/${series.id}/reopen`}
              text="Open it again"
              variant="secondary"
              small
            />
          ) : null}
        </InsetText>
      ) : null}
      <section
        id="series"
        aria-label="The chart"
        data-live={liveTopic(series.id)}
        data-live-since={String(series.revision)}
      >
        <Found page={page} />
      </section>
      <SeriesTools page={page} />
      <SeriesAbout page={page} />
    </>
  );
}

function Found({ page }: Part): ReactNode {
  const { model } = page;
  if (model.points.length === 0) return <NothingYet page={page} />;
  const narrative = narrativeOf(model);
  return (
    <>
      <p className="nhsuk-body-l tl-finding">
        <Words>{narrative.short}</Words>
      </p>
      <Before page={page} />
      <Entry page={page} />
      <figure className="tl-figure">
        <SeriesChart model={model} />
        <ChartReader model={model} />
      </figure>
      <Meaning page={page} />
      <WhyThisChart page={page} />
      <NextSignals
        drawn={{ takes: page.takes, steps: page.steps, analysis: model.analysis }}
        say={valueSayer(model.analysis, model.series.definition)}
      />
      <SecondOpinions drawn={{ analysis: model.analysis, opinions: page.opinions }} />
      <Arithmetic
        drawn={{
          working: shortWorking(page.working),
          fingerprint: page.fingerprint,
          analysis: model.analysis,
        }}
      />
      <NumberTable page={page} />
    </>
  );
}

/** So many rows are read on a page; a longer series is taken as a file. */
const mostRows = 500;

function NumberTable({ page: { model } }: Part): ReactNode {
  const { analysis, series } = model;
  const { length } = analysis.points;
  const shown = length > mostRows ? { ...analysis, points: analysis.points.slice(-mostRows) } : analysis;
  return (
    <Details
      summary={length > mostRows ? `Table of the newest ${mostRows} numbers` : "Table of every number"}
    >
      {length > mostRows ? (
        <p>
          There are {length.toLocaleString("en-GB")} numbers.{" "}
          <a href={`/series/${series.id}/files/numbers.csv`}>All of them as a file (CSV)</a>
        </p>
      ) : null}
      <ChartTable
        analysis={shown}
        rhythm={series.definition.frequency}
        caption={model.name}
        unit={unitOf(series.definition)}
      />
    </Details>
  );
}

/** What the team did just before the chart moved: the link from a test to its effect, and no more than that. */
function Before({ page: { model } }: Part): ReactNode {
  const before = cameBefore(model.analysis, model.annotations);
  if (!before) return null;
  const { on, label, href, decision } = before.noted;
  const began = periodWords(before.began, model.series.definition.frequency).replace(/^W/, "w");
  const words = label.replace(` (${decision})`, "");
  return (
    <p>
      The signal begins with {began}. {on < before.began ? "Shortly before" : "In the same period"}, on{" "}
      {longDate(on)}: {href === "" ? words : <a href={href}>{words}</a>}. What came before need not be the
      cause.
    </p>
  );
}

function Entry({ page: { model } }: Part): ReactNode {
  if (!model.can.record) return null;
  return (
    <div className="nhsuk-button-group">
      <Button href={`/series/${model.series.id}/add`} text="Add a number" />
      <EntryLinks seriesId={model.series.id} />
    </div>
  );
}

function NothingYet({ page: { model } }: Part): ReactNode {
  const action = { text: "Add the first number", href: `/series/${model.series.id}/add` };
  return (
    <EmptyState heading="No number yet" {...(model.can.record && { action })}>
      <p>
        The chart begins with the first number. With 12 or more it can tell a signal from what chance gives.
      </p>
      {model.can.record ? <EntryLinks seriesId={model.series.id} /> : null}
    </EmptyState>
  );
}

function Meaning({ page: { model, beyond } }: Part): ReactNode {
  const narrative = narrativeOf(model);
  return (
    <section aria-labelledby="meaning">
      <h2 id="meaning" className="nhsuk-heading-m">
        What this means
      </h2>
      {narrative.long.map((sentence) => (
        <p key={sentence}>
          <Words>{sentence}</Words>
        </p>
      ))}
      {beyond === null ? null : <p>{beyond}</p>}
      <div className="tl-do-and-do-not">
        {narrative.toDo.length > 0 ? (
          <DoDontList
            heading="Do"
            icon="tick"
            items={narrative.toDo.map((text) => ({ html: <Words>{text}</Words> }))}
          />
        ) : null}
        {narrative.notToDo.length > 0 ? (
          <DoDontList
            heading="Do not"
            icon="cross"
            hidePrefix
            items={narrative.notToDo.map((text) => ({ html: <Words>{text}</Words> }))}
          />
        ) : null}
      </div>
    </section>
  );
}

function WhyThisChart({ page: { model } }: Part): ReactNode {
  const { analysis, view, drawn, proposal, advice, can, series } = model;
  const asProposed = analysis.chart === proposal.chart;
  const further = advice.filter(({ words }) => !proposal.reason.includes(words));
  return (
    <section aria-labelledby="why-this-chart">
      <h2 id="why-this-chart" className="nhsuk-heading-m">
        Why this chart
      </h2>
      <p>
        {asProposed ? proposal.reason : `This is ${aChart(analysis.chart)}. ${proposal.reason}`}{" "}
        {drawn.chart === view.chart
          ? null
          : `From the ${fewestForLimits}th number on it is drawn as ${aChart(view.chart)} by itself, unless somebody chooses another. `}
        {!asProposed && can.change ? (
          <a href={`/series/${series.id}/change/chart?chart=${proposal.chart}`}>
            See it as {aChart(proposal.chart)} before you decide
          </a>
        ) : null}
      </p>
      {further.length > 0 ? (
        <ul className="nhsuk-list nhsuk-list--bullet">
          {further.map(({ code, words }) => (
            <li key={code}>
              <Words>{words}</Words>
            </li>
          ))}
        </ul>
      ) : null}
    </section>
  );
}
