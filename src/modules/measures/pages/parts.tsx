import { ofPlaceColumns } from "../views/series-list.ts";
import { listOf } from "#platform/list-file.ts";
import { z } from "zod";
import { contextOf, type Request } from "#web/env.ts";
import { formPage } from "#web/column-page.tsx";
import { defineForm } from "#web/form/form.ts";
import type { FormState } from "#web/form/form-view.tsx";
import { submitForm } from "#web/form/submit-form.ts";
import { renderPage } from "#web/render.tsx";
import { ParetoChart } from "#ui/chart/pareto-chart.tsx";
import { valueAxis } from "#ui/chart/value-axis.ts";
import { EmptyState } from "#ui/empty-state.tsx";
import { longDate } from "#ui/long-date.ts";
import { Button } from "#ui/nhs/button.tsx";
import { Table } from "#ui/nhs/table.tsx";
import { splitSeries } from "../commands/split-series.ts";
import { purposeSentence } from "../definition-words.ts";
import { partSizes, seriesParts, type SeriesParts } from "../queries/series-parts.ts";
import { seriesToChange } from "../queries/series-to-change.ts";
import { seriesName, type SeriesSeen } from "../series.ts";
import { hiddenWords, smallNumbersOf } from "../small-numbers.ts";
import { ChartWall } from "../views/chart-wall.tsx";

export async function partsPage(c: Request): Promise<Response> {
  const { whole, cards, hasSizes, can } = await seriesParts(contextOf(c), c.req.param("id")!);
  const path = `/series/${whole.id}`;
  const action = { text: "Add a part", href: `${path}/parts/new` };
  return renderPage(c, {
    title: "Its parts, side by side",
    section: "Measures",
    backLink: { text: "Back", href: path },
    list: listOf({
      name: "parts",
      columns: { part: ["Part", (card) => card.split], ...ofPlaceColumns },
      rows: cards,
    }),
    children: (
      <>
        <span className="nhsuk-caption-l">{seriesName(whole)}</span>
        <h1>Its parts, side by side</h1>
        <p>{purposeSentence(whole.definition)}</p>
        {cards.length === 0 ? (
          <EmptyState heading="It is not split yet" {...(can.split && { action })}>
            <p>
              A signal that is hidden in the whole may stand out in a part: a site, a shift, a group of
              people. Each part has numbers of its own.
            </p>
          </EmptyState>
        ) : (
          <>
            <ChartWall
              id="parts"
              cards={cards}
              titleOf={(card) => card.split}
              ends={sharedEnds(whole, cards)}
            />
            <ul className="nhsuk-list">
              {hasSizes ? (
                <li>
                  <a href={`${path}/pareto`}>See which few parts make up the most</a>
                </li>
              ) : null}
            </ul>
            {can.split ? <Button href={`${path}/parts/new`} text="Add a part" variant="secondary" /> : null}
          </>
        )}
      </>
    ),
  });
}

/** One height for all. No part of a share is more than the whole, however wide its limits are. */
function sharedEnds({ definition }: SeriesSeen, cards: SeriesParts["cards"]): { from: number; to: number } {
  const ceiling = definition.form === "proportion" ? definition.multiplier : Infinity;
  const heights = cards.flatMap(({ analysis }) =>
    analysis.points
      .flatMap((point) => [point.value, point.lower, point.upper])
      .map((height) => (height === null ? null : Math.min(height, ceiling))),
  );
  const { from, to } = valueAxis(heights, { ceiling }, 3);
  return { from, to };
}

const form = defineForm({
  split: {
    kind: "text",
    label: "Which part",
    hint: "Such as North site, Nights, or People over 80. Name nobody",
    schema: z.string().min(1, "Say which part").max(60, "The part must be 60 characters or fewer"),
  },
});

export async function newPartPage(c: Request): Promise<Response> {
  return draw(c, await seriesToChange(contextOf(c), c.req.param("id")!), {});
}

export async function savePart(c: Request): Promise<Response> {
  const context = contextOf(c);
  const whole = await seriesToChange(context, c.req.param("id")!);
  return submitForm(c, {
    form,
    async act({ split }) {
      const part = await splitSeries(context, whole.id, split);
      return c.redirect(`/series/${part}?done=started`, 303);
    },
    redraw: (state, status) => draw(c, whole, state, status),
  });
}

function draw(c: Request, whole: SeriesSeen, state: FormState, status = 200): Response {
  const page = {
    title: "Add a part",
    section: "Measures",
    caption: seriesName(whole),
    backLink: { text: "Back", href: `/series/${whole.id}/parts` },
    action: `/series/${whole.id}/parts/new`,
    form,
    submit: "Add the part",
    children: <p>It is kept, shared and looked at as the whole is, and takes numbers of its own.</p>,
  };
  return formPage(c, page, state, status);
}

export async function paretoPage(c: Request): Promise<Response> {
  const small = smallNumbersOf(c.get("services").config);
  const asked = { from: c.req.query("from"), to: c.req.query("to"), small };
  const { whole, from, to, sizes, pareto } = await partSizes(contextOf(c), c.req.param("id")!, asked);
  const vital = pareto.bars.filter((bar) => bar.vital).length;
  const isHiding = sizes.some(({ count }) => count === null);
  const title = `${seriesName(whole)}, by part`;
  return renderPage(c, {
    title: "Which parts make up the most",
    section: "Measures",
    backLink: { text: "Back", href: `/series/${whole.id}/parts` },
    children: (
      <>
        <span className="nhsuk-caption-l">{seriesName(whole)}</span>
        <h1>Which parts make up the most</h1>
        {pareto.bars.length === 0 ? (
          <p>
            There is nothing to add up from {longDate(from)} to {longDate(to)}.
          </p>
        ) : (
          <>
            <p className="nhsuk-body-l">
              {vital === 1 ? "1 part makes" : `${vital} parts make`} up 80% or more
              {isHiding ? " of the counts that are said" : ""}, from {longDate(from)} to {longDate(to)}.
            </p>
            <figure className="tl-figure">
              <ParetoChart
                id="pareto"
                title={title}
                description={`${pareto.bars.length} parts by size; ${vital} of them make up 80% or more. The table below has the numbers.`}
                pareto={pareto}
                provenance={purposeSentence(whole.definition)}
              />
            </figure>
            <Table
              id="sizes"
              caption={{ text: title, size: "s" }}
              firstCellIsHeader
              head={[{ text: "Part" }, { text: "How many", format: "numeric" }]}
              rows={sizes
                .toSorted(bySize)
                .map(({ name, count }) => [
                  { text: name },
                  { text: count === null ? "Not said" : count.toLocaleString("en-GB"), format: "numeric" },
                ])}
            />
            {isHiding ? <p>{hiddenWords(small)} The shares are of the counts that are said.</p> : null}
          </>
        )}
      </>
    ),
  });
}

/** In the order of the bars; what is too small to say comes last. */
function bySize(one: { count: number | null }, other: { count: number | null }): number {
  return (other.count ?? -1) - (one.count ?? -1);
}
