import { perform, type Context } from "#platform/perform.ts";
import { Forbidden, NotFound } from "#platform/problem.ts";
import { changeGroupRole, type GroupRole } from "#modules/people/index.ts";
import { mayLeadPlan } from "../policy.ts";
import { planInSight } from "../queries/plan-in-sight.ts";
import { planEdited } from "../store/plans.ts";
import { lockTeam, readTeam } from "../store/team.ts";

/** In one step: somebody of the team leads from now on, and whoever led stays in it. */
export async function handOverLead(context: Context, planId: string, toUserId: string): Promise<void> {
  await changeTeamRole(context, planId, { userId: toUserId, role: "lead" });
}

/** What somebody in the team is from now on. There is one lead at a time, and always the last one stays. */
export async function changeTeamRole(
  context: Context,
  planId: string,
  { userId, role }: { userId: string; role: GroupRole },
): Promise<void> {
  const { actor, at } = context;
  const plan = await planInSight(context, planId);
  if (!mayLeadPlan(actor, plan)) throw new Forbidden();
  await perform(context, async (tx) => {
    await lockTeam(tx, planId);
    const team = await readTeam(tx, planId);
    const member = team.find((one) => one.userId === userId);
    if (!member) throw new NotFound();
    const lead = team.find((one) => one.role === "lead");
    if (lead && lead.userId === userId && role !== "lead")
      throw new Forbidden("Hand the lead over to somebody first.", `/plans/${planId}/team`);
    const addedBy = actor.kind === "person" ? actor.id : null;
    if (role === "lead" && lead && lead.userId !== userId)
      await changeGroupRole(tx, { groupId: planId, userId: lead.userId, role: "member", addedBy, at });
    if (member.role !== role) await changeGroupRole(tx, { groupId: planId, userId, role, addedBy, at });
    await planEdited(tx, planId, at);
    const action = role === "lead" ? "hand-over-plan" : "change-team-role";
    return {
      result: null,
      did: { action, kind: "plan", id: planId, bodyId: plan.body.id, detail: { user: userId, role } },
    };
  });
}
