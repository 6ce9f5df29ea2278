import { isPerson } from "#platform/actor.ts";
import { perform, type Context } from "#platform/perform.ts";
import { Forbidden, NotFound } from "#platform/problem.ts";
import { leaveGroup, type GroupRole } from "#modules/people/index.ts";
import { mayRemoveFromTeam } from "../policy.ts";
import { planInSight } from "../queries/plan-in-sight.ts";
import { planEdited } from "../store/plans.ts";
import { lockTeam, readTeam } from "../store/team.ts";

/** One leaves by oneself, or is let go by the lead; what they were until then. What they wrote stays. */
export async function leaveTeam(
  context: Context,
  planId: string,
  userId: string,
): Promise<{ role: GroupRole }> {
  const { actor, at } = context;
  const plan = await planInSight(context, planId);
  if (!isPerson(actor) || !mayRemoveFromTeam(actor, plan, userId)) throw new Forbidden();
  return perform(context, async (tx) => {
    await lockTeam(tx, planId);
    const member = (await readTeam(tx, planId)).find((one) => one.userId === userId);
    if (!member || !(await leaveGroup(tx, { groupId: planId, userId, at }))) throw new NotFound();
    await planEdited(tx, planId, at);
    const detail = { user: userId, byThemselves: userId === actor.id };
    return {
      result: { role: member.role },
      did: { action: "leave-team", kind: "plan", id: planId, bodyId: plan.body.id, detail },
    };
  });
}
