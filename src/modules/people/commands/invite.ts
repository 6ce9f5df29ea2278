import { randomUUID } from "node:crypto";
import type { Person, Role } from "#platform/actor.ts";
import { writeMail } from "#platform/mail.ts";
import { perform, type Context } from "#platform/perform.ts";
import { Forbidden, Invalid } from "#platform/problem.ts";
import type { BodySummary } from "#modules/places/index.ts";
import { invitationToken, mostDays, mostUses } from "../invitation.ts";
import { invitationMail } from "../mails.ts";
import type { People } from "../people.ts";
import { mayGrant, mayInvite, requireProof } from "../policy.ts";
import { tokenDigest } from "#platform/secrets.ts";
import { insertInvitation } from "../store/invitations.ts";
import { countRequest } from "./as-guess.ts";

type OwnContext = Context & { actor: Person };

/** To one address, or printed for as many as it says. */
export type Invitation = { role: Role; days: number } & ({ email: string } | { uses: number });

export async function invite(
  context: OwnContext,
  people: People,
  body: BodySummary,
  given: Invitation,
): Promise<string> {
  const { actor, at } = context;
  if (!mayInvite(actor, body)) throw new Forbidden("You cannot invite people here.", `/bodies/${body.code}`);
  requireProof(actor);
  if (!mayGrant(actor, given.role, body))
    throw new Invalid([{ field: "role", message: "Choose a role that you can give here" }]);
  if (body.closedOn) throw new Forbidden("This organisation has closed.", `/bodies/${body.code}`);
  const email = "email" in given ? given.email : null;
  const uses = "uses" in given ? Math.min(given.uses, mostUses) : 1;
  if (email) await countRequest(context, { at: "invite", account: email, source: actor.id });
  const expiresAt = new Date(at.getTime() + Math.min(given.days, mostDays) * 24 * 60 * 60_000);
  return perform(context, async (tx) => {
    const id = randomUUID();
    const token = invitationToken(people.invitationKey, id);
    const row = { id, bodyId: body.id, role: given.role, email, uses, createdBy: actor.id, at, expiresAt };
    await insertInvitation(tx, { ...row, digest: tokenDigest(token) });
    if (email) await writeMail(tx, invitationMail(people.baseUrl, email, { token, bodyName: body.name }), at);
    const detail = { role: given.role, uses, byEmail: email !== null };
    return { result: id, did: { action: "invited", kind: "invitation", id, bodyId: body.id, detail } };
  });
}
