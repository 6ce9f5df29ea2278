import { isPerson } from "#platform/actor.ts";
import { NextAction } from "./views/next-action.tsx";
import { LatestTest } from "./views/latest-test.tsx";
import { nextActions } from "./queries/next-actions.ts";
import { latestTest } from "./queries/latest-test.ts";
import type { WorkspacePart } from "./workspace-part.ts";

/** On the overview of a plan: the test that began last. */
export const latestTestPart: WorkspacePart = {
  slot: "latest-test",
  async draw(context, frame) {
    return <LatestTest frame={frame} latest={await latestTest(context, frame.plan)} />;
  },
};

/** What the team owes itself next; nothing to show to whoever is not in it. */
export const nextActionPart: WorkspacePart = {
  slot: "next-action",
  async draw(context, frame) {
    if (!isPerson(context.actor) || frame.plan.standing === null) return null;
    return <NextAction frame={frame} actions={await nextActions(context, frame.plan)} />;
  },
};
