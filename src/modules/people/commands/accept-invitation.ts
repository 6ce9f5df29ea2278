import { holds, type Person } from "#platform/actor.ts";
import { perform, type Context } from "#platform/perform.ts";
import { Forbidden, NotFound } from "#platform/problem.ts";
import type { Tx } from "#platform/database.ts";
import { bodySummary } from "#modules/places/index.ts";
import { closedBecause } from "../invitation.ts";
import { mayAcceptInvitation, mayGrant } from "../policy.ts";
import { tokenDigest } from "#platform/secrets.ts";
import { takeUse } from "../store/invitation-uses.ts";
import { findInvitationByDigest, type InvitationRow } from "../store/invitations.ts";
import { findUser } from "../store/users.ts";
import { rolesOf, startMembership } from "../store/memberships.ts";

type OwnContext = Context & { actor: Person };

/** Takes an invitation: the role begins, and a use of the link is spent. Says which body it was. */
export async function acceptInvitation(context: OwnContext, token: string): Promise<string> {
  const invitation = await findInvitationByDigest(context.db, tokenDigest(token));
  if (!invitation) throw new NotFound();
  const user = await findUser(context.db, context.actor.id);
  if (!mayAcceptInvitation(context.actor, invitation, user?.email_verified ?? false)) {
    throw new Forbidden(
      "This invitation was sent to another email address, or you have not confirmed yours yet.",
      `/invitations/${token}`,
    );
  }
  const body = await bodySummary(context, invitation.bodyId);
  if (holds(context.actor, invitation.role, body.id)) return body.code;
  if (body.closedOn) throw closed(invitation, context.at);
  return perform(context, async (tx) => {
    await assertStanding(tx, invitation, { body, at: context.at });
    const { id, bodyId, role } = invitation;
    const begun = await startMembership(tx, {
      userId: context.actor.id,
      bodyId,
      role,
      grantedBy: invitation.createdBy,
      at: context.at,
    });
    if (begun && !(await takeUse(tx, "invitations", id, context.at))) throw closed(invitation, context.at);
    return {
      result: body.code,
      did: {
        action: "invitation-accepted",
        kind: "invitation",
        id,
        bodyId,
        detail: { user: context.actor.id, role },
      },
    };
  });
}

type Where = { body: { id: string; kind: string; ancestors: readonly string[] }; at: Date };

/** Whoever invited must still be able to give the role: what somebody no longer is gives nothing. */
async function assertStanding(tx: Tx, invitation: InvitationRow, { body, at }: Where): Promise<void> {
  const inviter: Person = {
    kind: "person",
    id: invitation.createdBy,
    name: invitation.inviterName,
    email: "",
    sessionId: "",
    strong: false,
    roles: await rolesOf(tx, invitation.createdBy, at),
  };
  if (!mayGrant(inviter, invitation.role, body)) throw closed(invitation, at);
}

function closed(invitation: InvitationRow, at: Date): Forbidden {
  return new Forbidden(
    `This invitation cannot be used. ${closedBecause(invitation, at) ?? "Ask for another one."}`,
    "/bodies",
  );
}
