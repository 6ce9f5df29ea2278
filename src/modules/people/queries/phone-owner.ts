import type { Person } from "#platform/actor.ts";
import type { Db } from "#platform/database.ts";
import { mayUseRememberedPhone } from "../policy.ts";
import { tokenDigest } from "#platform/secrets.ts";
import { isDueForExtension } from "../session-times.ts";
import { findPhone, touchPhone } from "../store/phones.ts";
import { findPersonNow } from "../store/sessions.ts";

/** In whose name this phone may enter numbers and notes, with the roles they hold now. Nobody's, if it was ended. */
export async function phoneOwner(db: Db, token: string, at: Date): Promise<Person | undefined> {
  const phone = await findPhone(db, tokenDigest(token), at);
  if (!phone) return undefined;
  const owner = await findPersonNow(db, phone.userId, at);
  if (!owner || !mayUseRememberedPhone(owner)) return undefined;
  const times = { createdAt: phone.lastUsed, lastUsedAt: phone.lastUsed, expiresAt: at };
  if (isDueForExtension(times, at)) await touchPhone(db, phone.id, at);
  const { id, name, email, roles } = owner;
  return { kind: "person", id, name, email, sessionId: "", strong: false, roles };
}
