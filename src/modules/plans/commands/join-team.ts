import type { Person } from "#platform/actor.ts";
import { perform, type Context } from "#platform/perform.ts";
import { Forbidden, NotFound } from "#platform/problem.ts";
import { tokenDigest } from "#platform/secrets.ts";
import { closedBecause, joinGroup, takeUse } from "#modules/people/index.ts";
import { mayJoinTeam } from "../policy.ts";
import { planEdited } from "../store/plans.ts";
import { findTeamInvitationByDigest, standingOf } from "../store/team-invitations.ts";
import type { TeamInvitation } from "../team-invitation.ts";

/** Takes an invitation: one is in the team from now on, and a use of the link is spent. Says which plan it was. */
export async function joinTeam(context: Context & { actor: Person }, token: string): Promise<string> {
  const { actor, at, db } = context;
  const invitation = await findTeamInvitationByDigest(db, tokenDigest(token));
  if (!invitation) throw new NotFound();
  const { planId, role, createdBy } = invitation;
  const standing = await standingOf(db, planId, actor.id);
  if (standing.isIn) return planId;
  if (!mayJoinTeam(actor, invitation, standing.isProved))
    throw new Forbidden(
      "This invitation was sent to another email address, or you have not confirmed yours yet.",
      `/plans/join/${token}`,
    );
  if (!invitation.inviterIsIn) throw closed(invitation, at);
  return perform(context, async (tx) => {
    const begun = await joinGroup(tx, { groupId: planId, userId: actor.id, role, addedBy: createdBy, at });
    if (begun && !(await takeUse(tx, "plan_invitations", invitation.id, at))) throw closed(invitation, at);
    await planEdited(tx, planId, at);
    const detail = { user: actor.id, role, invitation: invitation.id };
    return {
      result: planId,
      did: { action: "join-team", kind: "plan", id: planId, bodyId: invitation.bodyId, detail },
    };
  });
}

function closed(invitation: TeamInvitation, at: Date): Forbidden {
  const why = invitation.inviterIsIn
    ? closedBecause(invitation, at)
    : "Whoever sent it is no longer in the team.";
  return new Forbidden(`This invitation cannot be used. ${why ?? "Ask for another one."}`, "/plans");
}
