import type { Person } from "#platform/actor.ts";
import { perform, type Context } from "#platform/perform.ts";
import { Forbidden, Invalid, NotFound } from "#platform/problem.ts";
import { bodyLeftAlone, LastAdministrator } from "../last-administrator.ts";
import { mayBeErased, ownsAccount } from "../policy.ts";
import { erase } from "../store/erasure.ts";
import { lockAdministrators } from "../store/memberships.ts";
import { findUser } from "../store/users.ts";

/** Removes the person and keeps the shared work. Refused while a body would be left without an administrator. */
export async function deleteAccount(context: Context & { actor: Person }, typedEmail: string): Promise<void> {
  const { actor, at } = context;
  if (!ownsAccount(actor)) throw new NotFound();
  if (typedEmail !== actor.email) {
    throw new Invalid([{ field: "email", message: "This is not the email address of your account" }]);
  }
  const user = await findUser(context.db, actor.id);
  if (!user || !mayBeErased(user)) {
    throw new Forbidden(
      "This is one of the people of the demonstration, who stay for the next visitor.",
      "/me",
    );
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
