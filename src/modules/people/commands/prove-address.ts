import type { Person } from "#platform/actor.ts";
import type { Db } from "#platform/database.ts";
import type { Context } from "#platform/perform.ts";
import { mayBeReminded } from "../policy.ts";
import { disconnectAll } from "../store/sign-on.ts";
import { findUser, markVerified } from "../store/users.ts";

/**
 * Whoever chose a password through a link in a mail has the address that it was sent to. If nobody had proved
 * it before, the account may be somebody else's doing, so what let them in is taken away.
 */
export async function proveAddress(db: Db, userId: string): Promise<void> {
  const user = await findUser(db, userId);
  if (!user || !mayBeReminded(user)) return;
  await db.transaction().execute(async (tx) => {
    await disconnectAll(tx, userId);
    await markVerified(tx, userId);
  });
}

/** Somebody whom an organisation signed on, back from the mail to the address that it named. */
export async function proveOwnAddress({ db, actor }: Context & { actor: Person }): Promise<void> {
  const user = await findUser(db, actor.id);
  if (user && mayBeReminded(user)) await markVerified(db, actor.id);
}
