import { isPerson } from "#platform/actor.ts";
import type { Context } from "#platform/perform.ts";
import { Forbidden, NotFound } from "#platform/problem.ts";
import { tokenDigest } from "#platform/secrets.ts";
import { closedBecause, invitationToken } from "#modules/people/index.ts";
import type { PlanSeen } from "../plan.ts";
import type { Plans } from "../plans-services.ts";
import { mayInviteToTeam, mayJoinTeam } from "../policy.ts";
import {
  findTeamInvitation,
  findTeamInvitationByDigest,
  listOpenTeamInvitations,
  standingOf,
} from "../store/team-invitations.ts";
import type { TeamInvitation } from "../team-invitation.ts";

/** The invitations into a team that can still be used, for those who may send them. */
export async function openTeamInvitations(context: Context, plan: PlanSeen): Promise<TeamInvitation[]> {
  if (!mayInviteToTeam(context.actor, plan)) throw new Forbidden();
  return listOpenTeamInvitations(context.db, plan.id, context.at);
}

export type PrintedTeamInvitation = TeamInvitation & { link: string; closed: string | undefined };

export async function printedTeamInvitation(
  context: Context,
  plans: Plans,
  { plan, id }: { plan: PlanSeen; id: string },
): Promise<PrintedTeamInvitation> {
  if (!mayInviteToTeam(context.actor, plan)) throw new Forbidden();
  const invitation = await findTeamInvitation(context.db, plan.id, id);
  if (!invitation) throw new NotFound();
  const link = `${plans.baseUrl}/plans/join/${invitationToken(plans.invitationKey, id)}`;
  return { ...invitation, link, closed: closedBecause(invitation, context.at) };
}

export type TeamInvitationShown = {
  invitation: TeamInvitation;
  closed: string | undefined;
  /** Nobody is signed in, somebody who can take it, somebody who is in it, or somebody it was not sent to. */
  reader: "visitor" | "invited" | "member" | "other";
};

/** What somebody who holds the link is told. Reading it spends nothing. */
export async function teamInvitationShown(context: Context, token: string): Promise<TeamInvitationShown> {
  const { actor, db, at } = context;
  const invitation = await findTeamInvitationByDigest(db, tokenDigest(token));
  if (!invitation) throw new NotFound();
  const closed =
    closedBecause(invitation, at) ??
    (invitation.inviterIsIn ? undefined : "Whoever sent it has left the team.");
  if (!isPerson(actor)) return { invitation, closed, reader: "visitor" };
  const { isIn, isProved } = await standingOf(db, invitation.planId, actor.id);
  const known = mayJoinTeam(actor, invitation, isProved) ? "invited" : "other";
  return { invitation, closed, reader: isIn ? "member" : known };
}
