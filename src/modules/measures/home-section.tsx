import type { ReactNode } from "react";
import { isPerson } from "#platform/actor.ts";
import type { Context } from "#platform/perform.ts";
import { EmptyState } from "#ui/empty-state.tsx";
import { myMeasures } from "./queries/my-measures.ts";
import { ExampleMeasure } from "./views/example-measure.tsx";
import { SeriesTable } from "./views/series-cards.tsx";

const few = 8;

/** What somebody measures, on their own page. */
export const yourMeasuresSection = {
  id: "your-measures",
  order: 30,
  async draw(context: Context): Promise<ReactNode | null> {
    if (!isPerson(context.actor) || context.actor.roles.length === 0) return null;
    const cards = await myMeasures(context, few);
    return (
      <section aria-labelledby="your-measures">
        <h2 id="your-measures">Your measures</h2>
        {cards.length > 0 ? (
          <SeriesTable id="your-measures-table" caption="Newest numbers first" cards={cards} withPlace />
        ) : (
          <EmptyState
            heading="You measure nothing here yet"
            headingLevel={3}
            action={{ text: "Start a measure", href: "/measures/new" }}
            example={<ExampleMeasure />}
            exampleTitle="An example with invented numbers"
          >
            <p>A name, how often, and your first number: the chart is there in 3 minutes.</p>
          </EmptyState>
        )}
      </section>
    );
  },
};
