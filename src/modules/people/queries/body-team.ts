import type { Context } from "#platform/perform.ts";
import type { BodySummary } from "#modules/places/index.ts";
import { mayInvite, maySeeLeads, maySeeMembers } from "../policy.ts";
import { readTeam, type Lead } from "../store/memberships.ts";

export type BodyTeam = {
  leads: Lead[];
  count: number;
  isMember: boolean;
  can: { see: boolean; invite: boolean };
};

/** What the page of a body says of its people to this reader; nothing to the public. */
export async function bodyTeam(context: Context, body: BodySummary): Promise<BodyTeam | undefined> {
  const { actor, db, at } = context;
  if (!maySeeLeads(actor) || actor.kind !== "person") return undefined;
  return {
    ...(await readTeam(db, body.id, at)),
    isMember: actor.roles.some((held) => held.bodyId === body.id),
    can: { see: maySeeMembers(actor, body), invite: mayInvite(actor, body) && body.closedOn === null },
  };
}
