import { perform, type Context } from "#platform/perform.ts";
import { Forbidden } from "#platform/problem.ts";
import type { BodySummary } from "#modules/places/index.ts";
import { mayBeNamedAdministrator } from "../policy.ts";
import { startMembership } from "../store/memberships.ts";
import { findUserByEmail } from "../store/users.ts";

export type Named = { name: string; hasProvedAddress: boolean };

/**
 * Makes somebody who has signed up an administrator, on the word of whoever runs the program: so the first one
 * comes to be, whom nobody could invite. It opens no account: its address is still to be proved.
 */
export async function nameAdministrator(
  context: Context,
  body: Pick<BodySummary, "id">,
  email: string,
): Promise<Named | null> {
  const user = await findUserByEmail(context.db, email);
  if (!user) return null;
  if (!mayBeNamedAdministrator(context.actor, user)) throw new Forbidden();
  return perform(context, async (tx) => {
    const given = { userId: user.id, bodyId: body.id, role: "administrator" as const };
    await startMembership(tx, { ...given, grantedBy: null, at: context.at });
    const detail = { user: user.id, role: given.role };
    return {
      result: { name: user.name, hasProvedAddress: user.email_verified },
      did: { action: "administrator-named", kind: "membership", id: user.id, bodyId: body.id, detail },
    };
  });
}
