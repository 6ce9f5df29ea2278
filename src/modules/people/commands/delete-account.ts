import type { Person } from "#platform/actor.ts";
import { perform, type Context } from "#platform/perform.ts";
import { Invalid, NotFound } from "#platform/problem.ts";
import { bodyLeftAlone, LastAdministrator } from "../last-administrator.ts";
import { ownsAccount } from "../policy.ts";
import { erase } from "../store/erasure.ts";
import { lockAdministrators } from "../store/memberships.ts";

/** Removes the person and keeps the shared work. Refused while a body would be left without an administrator. */
export async function deleteAccount(context: Context & { actor: Person }, typedEmail: string): Promise<void> {
  const { actor, at } = context;
  if (!ownsAccount(actor)) throw new NotFound();
  if (typedEmail !== actor.email) {
    throw new Invalid([{ field: "email", message: "This is not the email address of your account" }]);
  }
  await perform({ ...context, submission: undefined }, async (tx) => {
    const administered = actor.roles.filter((held) => held.role === "administrator");
    const standing = await lockAdministrators(
      tx,
      administered.map((held) => held.bodyId),
      at,
    );
    const alone = bodyLeftAlone(standing, actor.id);
    if (alone) throw new LastAdministrator(administered.find((held) => held.bodyId === alone)?.bodyCode);
    await erase(tx, actor, at);
    return { result: null, did: { action: "account-erased", kind: "user", id: actor.id } };
  });
}
