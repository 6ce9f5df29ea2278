import type { Person } from "#platform/actor.ts";
import type { Db } from "#platform/database.ts";
import { mayLendName } from "../policy.ts";
import { findPersonNow } from "../store/sessions.ts";
import { findUserByEmail } from "../store/users.ts";

/** In whose name an operator's command works: whoever administers the platform and has this address. */
export async function administratorNamed(db: Db, email: string, at: Date): Promise<Person | undefined> {
  const user = await findUserByEmail(db, email);
  const found = user && (await findPersonNow(db, user.id, at));
  if (!found) return undefined;
  const person: Person = { kind: "person", ...found, sessionId: "", strong: true };
  return mayLendName(person) ? person : undefined;
}
