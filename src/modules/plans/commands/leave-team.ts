import { isPerson } from "#platform/actor.ts";
import { perform, type Context } from "#platform/perform.ts";
import { Forbidden, NotFound } from "#platform/problem.ts";
import { leaveGroup } from "#modules/people/index.ts";
import { mayRemoveFromTeam } from "../policy.ts";
import { planInSight } from "../queries/plan-in-sight.ts";
import { planEdited } from "../store/plans.ts";
import { lockTeam } from "../store/team.ts";

/** One leaves by oneself, or is let go by the lead. What they wrote stays. */
export async function leaveTeam(context: Context, planId: string, userId: string): Promise<void> {
  const { actor, at } = context;
  const plan = await planInSight(context, planId);
  if (!isPerson(actor) || !mayRemoveFromTeam(actor, plan, userId)) throw new Forbidden();
  await perform(context, async (tx) => {
    await lockTeam(tx, planId);
    if (!(await leaveGroup(tx, { groupId: planId, userId, at }))) throw new NotFound();
    await planEdited(tx, planId, at);
    const detail = { user: userId, byThemselves: userId === actor.id };
    return {
      result: null,
      did: { action: "leave-team", kind: "plan", id: planId, bodyId: plan.body.id, detail },
    };
  });
}
