import type { ReactNode } from "react";
import { ChartWall } from "#modules/measures/index.ts";
import { EmptyState } from "#ui/empty-state.tsx";
import { measureTitle } from "./measure-title.ts";
import { firstMeasures, type FirstMeasures } from "./queries/plan-measures.ts";
import { planPath } from "./views/plan-page.tsx";
import type { PlanFrame, WorkspacePart } from "./workspace-part.ts";

const few = 3;

/** The first charts of a plan, alive: those of its aim before the others. Asks twice. */
export const chartsPart: WorkspacePart = {
  slot: "charts",
  async draw(context, frame) {
    return <Charts frame={frame} found={await firstMeasures(context, frame.plan, few)} />;
  },
};

function Charts({ frame, found }: { frame: PlanFrame; found: FirstMeasures }): ReactNode {
  const { plan, words } = frame;
  return (
    <section aria-labelledby="charts">
      <h2 id="charts">{words.measures}</h2>
      {found.cards.length > 0 ? (
        <>
          <ChartWall id="overview" cards={found.cards} titleOf={measureTitle(plan)} />
          <p>
            <a href={planPath(plan, "/measures")}>{words.seeMeasures}</a>
          </p>
        </>
      ) : (
        <EmptyState
          heading="Nothing is measured that you can see"
          headingLevel={3}
          {...(found.can.edit && {
            action: { text: words.newMeasure, href: planPath(plan, "/measures/new") },
          })}
        >
          <p>One number each week is enough to tell whether a change is better, and more than chance.</p>
        </EmptyState>
      )}
    </section>
  );
}
