import { mayEditPlan } from "../policy.ts";
import { diagramOf } from "../queries/plan-diagram.ts";
import { PlanDiagram } from "../views/plan-diagram.tsx";
import { nodeWords } from "./node-words.ts";
import type { WorkspacePart } from "../workspace-part.ts";

/** The diagram on the overview of its plan. */
export const diagramPart: WorkspacePart = {
  slot: "diagram",
  async draw(context, frame) {
    const { plan, words } = frame;
    const { nodes } = await diagramOf(context, plan);
    return (
      <section
        id="overview-diagram"
        aria-labelledby="overview-diagram-title"
        data-live={`diagram:${plan.id}`}
        data-live-since={plan.diagramVersion}
      >
        <h2 id="overview-diagram-title">{words.diagram}</h2>
        <PlanDiagram
          planId={plan.id}
          title={plan.title}
          nodes={nodes}
          words={nodeWords(frame, nodes)}
          label={words.diagram}
          canEdit={mayEditPlan(context.actor, plan)}
        />
      </section>
    );
  },
};
