import type { Person, Role } from "#platform/actor.ts";
import { perform, type Context } from "#platform/perform.ts";
import { Forbidden, Invalid, NotFound } from "#platform/problem.ts";
import type { BodySummary } from "#modules/places/index.ts";
import { mayEndMembership, mayGrant, requireProof } from "../policy.ts";
import { endMemberships, heldBy, startMembership } from "../store/memberships.ts";
import { keepAnAdministrator } from "./end-membership.ts";

export type RoleChange = { userId: string; from: Role; to: Role };

/** Another role in place of the one held: the old one ends and the new one begins in the same moment. */
export async function changeRole(
  context: Context & { actor: Person },
  body: BodySummary,
  change: RoleChange,
): Promise<void> {
  const { actor, at, db } = context;
  const all = await heldBy(db, change.userId, body.id, at);
  const held = all.find((one) => one.role === change.from);
  if (!held) throw new NotFound();
  if (!mayEndMembership(actor, held, body) || !mayGrant(actor, change.to, body)) {
    throw new Forbidden("You cannot give this role.", `/bodies/${body.code}/people`);
  }
  requireProof(actor);
  if (all.some((one) => one.role === change.to)) {
    throw new Invalid([{ field: "role", message: `${held.name} has this role already` }]);
  }
  await perform(context, async (tx) => {
    await keepAnAdministrator(tx, { held: [held], body, at });
    if ((await endMemberships(tx, [held.id], at)) === 0) throw new NotFound();
    await startMembership(tx, {
      userId: held.userId,
      bodyId: body.id,
      role: change.to,
      grantedBy: actor.id,
      at,
    });
    const detail = { user: held.userId, from: change.from, to: change.to };
    return {
      result: null,
      did: { action: "role-changed", kind: "membership", id: held.id, bodyId: body.id, detail },
    };
  });
}
