import type { Context } from "#platform/perform.ts";
import { Conflict, Forbidden, Invalid } from "#platform/problem.ts";
import { earnedProgress } from "../earned-progress.ts";
import { mayEditPlan } from "../policy.ts";
import { planInSight } from "../queries/plan-in-sight.ts";
import { planEdited } from "../store/plans.ts";
import { readEvidence, writeProgress } from "../store/progress.ts";
import { readTeam } from "../store/team.ts";
import { teamDeed } from "../team-deed.ts";

export type ProgressSaid = { ownScore: number | null; keeperId: string | null; version: number };

/** What the team says of how far it is, and who keeps it going after the end. */
export async function setProgress(context: Context, planId: string, said: ProgressSaid): Promise<void> {
  const plan = await planInSight(context, planId);
  if (!mayEditPlan(context.actor, plan)) throw new Forbidden();
  await teamDeed(context, plan, async ({ tx, at }) => {
    const { ownScore, keeperId, version } = said;
    const team = await readTeam(tx, planId);
    if (
      keeperId !== null &&
      keeperId !== plan.sustainedBy?.id &&
      !team.some((one) => one.userId === keeperId)
    )
      throw new Invalid([{ field: "keeper", message: "Choose somebody in the team" }]);
    const evidence = await readEvidence(tx, planId);
    const { score: earned } = earnedProgress({ ...evidence, hasKeeper: keeperId !== null });
    if (!(await writeProgress(tx, { planId, ownScore, keeperId, earned, version, at }))) {
      const both = { yours: String(ownScore ?? ""), theirs: String(plan.ownScore ?? "") };
      throw new Conflict([{ name: "ownScore", label: "The team’s own score", ...both }], plan.version);
    }
    await planEdited(tx, planId, at);
    return { result: null, did: { action: "set-progress", kind: "plan", id: planId } };
  });
}
