import type { ReactNode } from "react";
import { stageLabels } from "../plan.ts";
import type { PlanProgress } from "../queries/plan-progress.ts";
import { methodOf } from "../methods.ts";
import { planPath } from "./plan-page.tsx";
import { dayInWords } from "#platform/moments.ts";
import type { PlanFrame } from "../workspace-part.ts";

/** How far it is, in a line each: its stage, what is there of 5, its method. */
export function HowFar({ frame, progress }: { frame: PlanFrame; progress: PlanProgress }): ReactNode {
  const { plan, words, isPlain } = frame;
  const method = methodOf(plan.method);
  return (
    <dl className="tl-plan-aim__parts">
      <div>
        <dt>{words.stage}</dt>
        <dd>
          {stageLabels[plan.stage]} since {dayInWords(plan.stageSince)}.{" "}
          <a href={planPath(plan, "/stage")}>{progress.can.edit ? "Change the stage" : "See its stages"}</a>
        </dd>
      </div>
      {isPlain ? null : (
        <div>
          <dt>By what is there</dt>
          <dd>
            <a href={planPath(plan, "/progress")}>
              {progress.score} of 5{plan.ownScore === null ? "" : `, the team says ${plan.ownScore}`}
            </a>
          </dd>
        </div>
      )}
      {plan.sustainedBy ? (
        <div>
          <dt>Keeps it going</dt>
          <dd>{plan.sustainedBy.name}</dd>
        </div>
      ) : null}
      {method && !isPlain ? (
        <div>
          <dt>Method</dt>
          <dd>
            <a href={`/methods/${method.key}`}>{method.name}</a>
          </dd>
        </div>
      ) : null}
    </dl>
  );
}
