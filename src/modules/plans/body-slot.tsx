import type { ReactNode } from "react";
import type { BodySlot, BodySummary } from "#modules/places/index.ts";
import { bodyPlans, type BodyPlans } from "./queries/body-plans.ts";
import { PlanRows } from "./views/plan-rows.tsx";
import { counted } from "#ui/counted.ts";

const few = 4;

/** The improvement work of a place, on its page. */
export const plansSlot: BodySlot = {
  id: "plans",
  order: 10,
  async draw(context, body) {
    const found = await bodyPlans(context, body, few);
    return found.total === 0 && !found.can.start ? null : <BodyWork found={found} body={body} />;
  },
};

function BodyWork({ found, body }: { found: BodyPlans; body: BodySummary }): ReactNode {
  return (
    <section aria-labelledby="improvement-work">
      <h2 id="improvement-work">Improvement work here</h2>
      {found.total === 0 ? (
        <p>
          Nothing that you can see yet. <a href={`/plans/new?place=${body.code}`}>Start a project here</a>
        </p>
      ) : (
        <>
          <PlanRows rows={found.rows} label={`Improvement work at ${body.name}`} />
          <ul className="nhsuk-list">
            <li>
              <a href={`/plans?place=${body.code}`}>
                See all {counted(found.total, "plan")} that you can see here
              </a>
            </li>
            <li>
              <a href={`/portfolio?place=${body.code}`}>How the work here is going</a>
            </li>
            {found.can.start ? (
              <li>
                <a href={`/plans/new?place=${body.code}`}>Start a project here</a>
              </li>
            ) : null}
          </ul>
        </>
      )}
    </section>
  );
}
