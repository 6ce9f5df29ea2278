import type { Person } from "#platform/actor.ts";
import { perform, type Context } from "#platform/perform.ts";
import { Forbidden, NotFound } from "#platform/problem.ts";
import type { BodySummary } from "#modules/places/index.ts";
import { mayGrant, requireProof } from "../policy.ts";
import { withdrawFrom } from "../store/invitation-uses.ts";
import { findInvitation } from "../store/invitations.ts";

export async function withdrawInvitation(
  context: Context & { actor: Person },
  body: BodySummary,
  id: string,
): Promise<void> {
  const invitation = await findInvitation(context.db, body.id, id);
  if (!invitation) throw new NotFound();
  if (!mayGrant(context.actor, invitation.role, body)) {
    throw new Forbidden("You cannot withdraw this invitation.", `/bodies/${body.code}/people`);
  }
  requireProof(context.actor);
  await perform(context, async (tx) => {
    if (!(await withdrawFrom(tx, "invitations", id, context.at))) throw new NotFound();
    return { result: null, did: { action: "invitation-withdrawn", kind: "invitation", id, bodyId: body.id } };
  });
}
