import { isPerson, type Role } from "#platform/actor.ts";
import type { Context } from "#platform/perform.ts";
import { NotFound } from "#platform/problem.ts";
import { bodySummary } from "#modules/places/index.ts";
import { closedBecause } from "../invitation.ts";
import { mayAcceptInvitation } from "../policy.ts";
import { tokenDigest } from "#platform/secrets.ts";
import { findInvitationByDigest } from "../store/invitations.ts";
import { findUser } from "../store/users.ts";

export type InvitationShown = {
  bodyName: string;
  bodyCode: string;
  bodyKind: string;
  role: Role;
  inviterName: string;
  expiresAt: Date;
  closed: string | undefined;
  /** Nobody is signed in, somebody who can take it, somebody who has the role, or somebody it was not sent to. */
  reader: "visitor" | "invited" | "member" | "other";
};

/** What somebody who holds the link is told. Reading it spends nothing. */
export async function invitationShown(context: Context, token: string): Promise<InvitationShown> {
  const { actor, db, at } = context;
  const invitation = await findInvitationByDigest(db, tokenDigest(token));
  if (!invitation) throw new NotFound();
  const body = await bodySummary(context, invitation.bodyId);
  const holds =
    isPerson(actor) && actor.roles.some((held) => held.bodyId === body.id && held.role === invitation.role);
  const user = isPerson(actor) ? await findUser(db, actor.id) : undefined;
  const known = mayAcceptInvitation(actor, invitation, user?.email_verified ?? false) ? "invited" : "other";
  return {
    bodyName: body.name,
    bodyCode: body.code,
    bodyKind: body.kindLabel,
    role: invitation.role,
    inviterName: invitation.inviterName,
    expiresAt: invitation.expiresAt,
    closed: closedBecause(invitation, at),
    reader: isPerson(actor) ? (holds ? "member" : known) : "visitor",
  };
}
