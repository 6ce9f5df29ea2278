import { randomUUID } from "node:crypto";
import { isPerson } from "#platform/actor.ts";
import { writeMail } from "#platform/mail.ts";
import { perform, type Context } from "#platform/perform.ts";
import { Forbidden, NotFound } from "#platform/problem.ts";
import { tokenDigest } from "#platform/secrets.ts";
import { countRequest, invitationToken, mostDays, mostUses, withdrawFrom } from "#modules/people/index.ts";
import { teamInvitationMail } from "../mails.ts";
import type { Plans } from "../plans-services.ts";
import { mayInviteToTeam } from "../policy.ts";
import { planInSight } from "../queries/plan-in-sight.ts";
import { findTeamInvitation, insertTeamInvitation } from "../store/team-invitations.ts";
import type { InvitedRole } from "../team-roles.ts";

export type TeamInviting = { role: InvitedRole; days: number } & ({ email: string } | { uses: number });

/** Everybody in the team may bring somebody in, by mail or by a printed code. Returns the invitation. */
export async function inviteToTeam(
  context: Context,
  plans: Plans,
  planId: string,
  given: TeamInviting,
): Promise<string> {
  const { actor, at } = context;
  const plan = await planInSight(context, planId);
  if (!isPerson(actor) || !mayInviteToTeam(actor, plan)) throw new Forbidden();
  const email = "email" in given ? given.email : null;
  const uses = "uses" in given ? Math.min(given.uses, mostUses) : 1;
  if (email) await countRequest(context, { at: "invite", account: email, source: actor.id });
  const expiresAt = new Date(at.getTime() + Math.min(given.days, mostDays) * 86_400_000);
  return perform(context, async (tx) => {
    const id = randomUUID();
    const token = invitationToken(plans.invitationKey, id);
    const digest = tokenDigest(token);
    await insertTeamInvitation(tx, {
      id,
      planId,
      role: given.role,
      email,
      digest,
      uses,
      createdBy: actor.id,
      at,
      expiresAt,
    });
    if (email) await writeMail(tx, teamInvitationMail(plans.baseUrl, email, { id, token }), at);
    const detail = { role: given.role, uses, byEmail: email !== null, plan: planId };
    return {
      result: id,
      did: { action: "invite-to-team", kind: "invitation", id, bodyId: plan.body.id, detail },
    };
  });
}

export async function withdrawFromTeam(context: Context, planId: string, id: string): Promise<void> {
  const plan = await planInSight(context, planId);
  if (!mayInviteToTeam(context.actor, plan)) throw new Forbidden();
  const invitation = await findTeamInvitation(context.db, planId, id);
  if (!invitation) throw new NotFound();
  await perform(context, async (tx) => {
    await withdrawFrom(tx, "plan_invitations", id, context.at);
    const did = { action: "withdraw-team-invitation", kind: "invitation", id, bodyId: plan.body.id };
    return { result: null, did: { ...did, detail: { plan: planId } } };
  });
}
