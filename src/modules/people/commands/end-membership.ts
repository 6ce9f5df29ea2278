import type { Person, Role } from "#platform/actor.ts";
import type { Tx } from "#platform/database.ts";
import { perform, type Context } from "#platform/perform.ts";
import { Forbidden, NotFound } from "#platform/problem.ts";
import type { BodySummary } from "#modules/places/index.ts";
import { bodyLeftAlone, LastAdministrator } from "../last-administrator.ts";
import { mayEndMembership, requireProof } from "../policy.ts";
import { endMemberships, heldBy, lockAdministrators, type MembershipRow } from "../store/memberships.ts";

type OwnContext = Context & { actor: Person };

/** Takes one role away. Access ends with it: roles are read anew at every request. */
export async function endMembership(
  context: OwnContext,
  body: BodySummary,
  which: { userId: string; role: Role },
): Promise<void> {
  const held = (await heldBy(context.db, which.userId, body.id, context.at)).filter(
    (one) => one.role === which.role,
  );
  await end(context, body, held);
}

/** Lays down everything that one holds in a body. */
export async function leaveBody(context: OwnContext, body: BodySummary): Promise<void> {
  await end(context, body, await heldBy(context.db, context.actor.id, body.id, context.at));
}

async function end(context: OwnContext, body: BodySummary, held: MembershipRow[]): Promise<void> {
  const [first] = held;
  if (!first) throw new NotFound();
  if (!held.every((one) => mayEndMembership(context.actor, one, body))) {
    throw new Forbidden("You cannot take this role away.", `/bodies/${body.code}/people`);
  }
  if (first.userId !== context.actor.id) requireProof(context.actor);
  await perform(context, async (tx) => {
    await keepAnAdministrator(tx, { held, body, at: context.at });
    await endMemberships(
      tx,
      held.map((one) => one.id),
      context.at,
    );
    const detail = { user: first.userId, roles: held.map((one) => one.role) };
    return {
      result: null,
      did: { action: "membership-ended", kind: "membership", id: first.id, bodyId: body.id, detail },
    };
  });
}

type Ending = { held: readonly MembershipRow[]; body: BodySummary; at: Date };

export async function keepAnAdministrator(tx: Tx, { held, body, at }: Ending): Promise<void> {
  const administrator = held.find((one) => one.role === "administrator");
  if (!administrator) return;
  const standing = await lockAdministrators(tx, [body.id], at);
  if (bodyLeftAlone(standing, administrator.userId)) throw new LastAdministrator(body.code);
}
