import type { ReactNode } from "react";
import { PostButton } from "#ui/post-button.tsx";
import type { Alignment } from "../plan-measure.ts";
import type { PlanAlignments } from "../queries/plan-alignments.ts";
import { planPath } from "./plan-page.tsx";
import type { PlanFrame } from "../workspace-part.ts";

/** What a plan serves and what serves it. Serving nothing is said as plainly, and is as good. */
export function Alignments({ frame, found }: { frame: PlanFrame; found: PlanAlignments }): ReactNode {
  const { plan, words } = frame;
  const out = found.alignments.filter((one) => one.isOut);
  const back = found.alignments.filter((one) => !one.isOut);
  const priorities = [
    plan.localPriority && `Local priority: ${plan.localPriority}`,
    plan.nationalPriority && `National priority: ${plan.nationalPriority}`,
  ].filter(Boolean);
  return (
    <section aria-labelledby="serves">
      <h2 id="serves">What it serves</h2>
      {priorities.map((one) => (
        <p key={one}>{one}</p>
      ))}
      {out.length === 0 && priorities.length === 0 ? (
        <p>The team’s own choice: it claims to serve no other plan or priority.</p>
      ) : null}
      <List alignments={out} frame={frame} canEdit={found.can.edit} />
      {out.length > 0 ? (
        <p>
          <a href={planPath(plan, "/line")}>See the whole way up to the national aim</a>
        </p>
      ) : null}
      {plan.kind === "strategy" ? (
        <p>
          <a href={planPath(plan, "/strategy")}>Read its sections and milestones</a>
        </p>
      ) : null}
      {found.can.edit ? (
        <p>
          <a href={planPath(plan, "/align")}>Say what this {words.kind} serves</a>
        </p>
      ) : null}
      {back.length > 0 ? (
        <>
          <h3>What serves it</h3>
          <List alignments={back} frame={frame} canEdit={false} />
        </>
      ) : null}
    </section>
  );
}

type ListProps = { alignments: readonly Alignment[]; frame: PlanFrame; canEdit: boolean };

function List({ alignments, frame, canEdit }: ListProps): ReactNode {
  if (alignments.length === 0) return null;
  return (
    <ul>
      {alignments.map((one) => (
        <li key={one.id}>
          {one.nodeText ? <>“{one.nodeText}” and </> : null}
          <a href={`/plans/${one.planId}`}>{one.planTitle}</a>
          {one.otherNodeText && one.otherNodeText !== one.planTitle ? <>: “{one.otherNodeText}”</> : null}
          <span className="tl-quiet">
            , {one.bodyName}
            {one.reason ? `. ${one.reason}` : ""}
          </span>
          {one.hasMoved ? (
            <p>
              <strong>It has changed since then.</strong> The link stays:{" "}
              <a href={planPath(frame.plan, "/line")}>see what moved, and whether it still fits</a>
            </p>
          ) : null}
          {canEdit ? (
            <PostButton
              action={planPath(frame.plan, `/align/${one.id}/end`)}
              text="Take it back"
              about={`that this serves ${one.planTitle}`}
              variant="secondary"
              small
            />
          ) : null}
        </li>
      ))}
    </ul>
  );
}
