import { Fragment, type ReactNode } from "react";
import { contextOf, type Request } from "#web/env.ts";
import { doneWord } from "#web/done-word.ts";
import { mayEditPlan } from "../policy.ts";
import { AimPanel } from "../views/aim-panel.tsx";
import { LeadGone } from "../views/lead-gone.tsx";
import { planPage } from "../views/plan-page.tsx";
import { workspaceParts, workspaceSlots, type PlanFrame } from "../workspace-parts.ts";
import { planOf } from "./plan-of.ts";

const done = {
  started:
    "It is begun, and you lead it. Invite somebody, draw what you think will help, or plan a first test.",
  edited: "The changes are saved.",
  stage: "The stage is saved.",
  left: "You have left the team.",
};

/** The whole of a plan on one page. */
export async function workspacePage(c: Request): Promise<Response> {
  const context = contextOf(c);
  const frame = await planOf(c);
  const drawn = new Map(
    await Promise.all(
      workspaceParts.map(async (part) => [part.slot, await part.draw(context, frame)] as const),
    ),
  );
  const canEdit = mayEditPlan(context.actor, frame.plan);
  return planPage(c, frame, {
    under: "overview",
    wide: true,
    success: doneWord(c, done),
    children: (
      <>
        <LeadGone plan={frame.plan} />
        <AimPanel frame={frame} canEdit={canEdit} />
        {workspaceSlots.map((slot) => (
          <Fragment key={slot}>{drawn.get(slot)}</Fragment>
        ))}
        <Ended frame={frame} />
      </>
    ),
  });
}

function Ended({ frame: { plan } }: { frame: PlanFrame }): ReactNode {
  if (plan.learned === "") return null;
  return (
    <section aria-labelledby="learned">
      <h2 id="learned">What was learned</h2>
      <p className="tl-written">{plan.learned}</p>
    </section>
  );
}
