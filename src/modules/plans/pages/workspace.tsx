import { Fragment, type ReactNode } from "react";
import { contextOf, type Request } from "#web/env.ts";
import { doneWord } from "#web/done-word.ts";
import { mayEditPlan } from "../policy.ts";
import { planAlignments } from "../queries/plan-alignments.ts";
import { planProgress } from "../queries/plan-progress.ts";
import { AimPanel } from "../views/aim-panel.tsx";
import { Alignments } from "../views/alignments.tsx";
import { LeadGone } from "../views/lead-gone.tsx";
import { HowFar } from "../views/how-far.tsx";
import { Live } from "../views/live.tsx";
import { Ended } from "../views/ended.tsx";
import { planPage } from "../views/plan-page.tsx";
import { workspaceParts, workspaceSlots } from "../workspace-parts.ts";
import { planOf } from "./plan-of.ts";

const done: Record<string, string> = {
  started:
    "It is begun, and you lead it. Invite somebody, draw what you think will help, or plan a first test.",
  edited: "The changes are saved.",
  stage: "The stage is saved.",
  stopped:
    "Thank you. What you learned is now there for everybody who begins something like it and can see this project.",
  progress: "It is saved how far the team thinks it is.",
  aligned: "It is saved what this serves.",
  unaligned: "It is taken back.",
  help: "It is saved what you ask for.",
  sent: "Your word is with the team.",
  support: "Your word is saved.",
  after: "Thank you. It is kept how it stands.",
};

/** What hears of its own changes already. */
const ownLife: ReadonlySet<string> = new Set(["diagram", "charts"]);

/** The whole of a plan on one page. */
export async function workspacePage(c: Request): Promise<Response> {
  const context = contextOf(c);
  const frame = await planOf(c);
  const { plan } = frame;
  const parts = workspaceParts.map(async (part) => [part.slot, await part.draw(context, frame)] as const);
  const [progress, alignments, ...drawn] = await Promise.all([
    planProgress(context, plan),
    planAlignments(context, plan),
    ...parts,
  ]);
  const inSlot = new Map<string, ReactNode>(drawn);
  return planPage(c, frame, {
    under: "overview",
    wide: true,
    success: doneWord(c, done),
    children: (
      <>
        <Live planId={plan.id} part="top">
          <LeadGone plan={plan} />
          <Ended frame={frame} />
          <AimPanel frame={frame} canEdit={mayEditPlan(context.actor, plan)} />
          <HowFar frame={frame} progress={progress} />
        </Live>
        {workspaceSlots.map((slot) =>
          ownLife.has(slot) ? (
            <Fragment key={slot}>{inSlot.get(slot)}</Fragment>
          ) : (
            <Live key={slot} planId={plan.id} part={slot}>
              {inSlot.get(slot)}
            </Live>
          ),
        )}
        <Live planId={plan.id} part="serves">
          <Alignments frame={frame} found={alignments} />
        </Live>
      </>
    ),
  });
}
