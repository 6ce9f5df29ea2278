import type { ReactNode } from "react";
import type { Context } from "#platform/perform.ts";
import { Button } from "#ui/nhs/button.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { myPlans, type MyPlans } from "./queries/my-plans.ts";
import { PlanRows } from "./views/plan-rows.tsx";

const few = 6;

/** What somebody works on, on their own page. */
export const yourPlansSection = {
  id: "your-plans",
  order: 20,
  async draw(context: Context): Promise<ReactNode | null> {
    const mine = await myPlans(context, few);
    if (!mine || (mine.rows.length === 0 && !mine.can.start)) return null;
    return <YourPlans mine={mine} />;
  },
};

function YourPlans({ mine }: { mine: MyPlans }): ReactNode {
  const { example } = mine;
  return (
    <section aria-labelledby="your-plans">
      <h2 id="your-plans">Your improvement work</h2>
      {mine.rows.length > 0 ? (
        <>
          <PlanRows rows={mine.rows} label="Your improvement work" />
          {mine.tour ? (
            <p>
              <a href="/tour">Your first project in 20 minutes</a>: {mine.tour.done} of {mine.tour.of} steps
              are done.
            </p>
          ) : null}
          {mine.can.start ? <Button text="Start a project" href="/plans/new" variant="secondary" /> : null}
        </>
      ) : (
        <EmptyState
          heading="You take part in no project here yet"
          headingLevel={3}
          action={{ text: "Start a project", href: "/plans/new" }}
          example={
            example.length > 0 ? <PlanRows rows={example} label="Work of others that gets better" /> : null
          }
          exampleTitle="Work of others that gets better"
        >
          <p>
            One sentence is enough to begin, and nobody has to approve it. Or be{" "}
            <a href="/tour">led through it in 20 minutes</a>.
          </p>
        </EmptyState>
      )}
    </section>
  );
}
