import type { Person } from "#platform/actor.ts";
import type { Db } from "#platform/database.ts";
import { mayUseSession } from "../policy.ts";
import { expiryFrom, isDueForExtension } from "../session-times.ts";
import { extendSession, findSession } from "../store/sessions.ts";

export type RecognisedSession = { person: Person; endsAt: Date };

/** Whose session this is, if anybody's, with the roles held now. A request is what keeps a session alive. */
export async function recognisedSession(
  db: Db,
  token: string,
  { at, extend }: { at: Date; extend: boolean },
): Promise<RecognisedSession | undefined> {
  const row = await findSession(db, token, at);
  if (!row) return undefined;
  const times = { createdAt: row.created_at, lastUsedAt: row.updated_at, expiresAt: row.expires_at };
  if (!mayUseSession(times, at)) return undefined;
  const endsAt = expiryFrom(at, row.created_at);
  if (extend && isDueForExtension(times, at)) await extendSession(db, row.session_id, at, endsAt);
  const { user_id: id, name, email, session_id: sessionId, strong, roles } = row;
  return { person: { kind: "person", id, name, email, sessionId, strong, roles }, endsAt };
}
