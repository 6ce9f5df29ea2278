import type { ReactNode } from "react";
import type { Context } from "#platform/perform.ts";
import type { PlanFrame } from "../workspace-part.ts";

/** On the page that says who sees a plan: the way to the papers and files of it. */
export const takeAlongPart = {
  id: "take-along",
  draw: async (_context: Context, { plan }: PlanFrame): Promise<ReactNode> => (
    <>
      <h2>Take it with you</h2>
      <p>
        <a href={`/plans/${plan.id}/take/summary`}>A summary on 1 sheet</a>,{" "}
        <a href={`/plans/${plan.id}/take/poster`}>a poster for the wall</a>, slides, a document for Word, a
        workbook or data: <a href={`/plans/${plan.id}/take`}>see all the ways to take it with you</a>.
      </p>
    </>
  ),
};
