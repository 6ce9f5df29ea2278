import type { Db } from "#platform/database.ts";
import { mayBeReminded } from "../policy.ts";
import { findUser, markVerified } from "../store/users.ts";

/** Whoever chose a password through a link in a mail has the address that it was sent to. */
export async function proveAddress(db: Db, userId: string): Promise<void> {
  const user = await findUser(db, userId);
  if (user && mayBeReminded(user)) await markVerified(db, userId);
}
