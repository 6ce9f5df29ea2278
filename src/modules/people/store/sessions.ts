import { sql, type RawBuilder } from "kysely";
import type { RoleHeld } from "#platform/actor.ts";
import type { Db, Tx } from "#platform/database.ts";

export type SessionRow = {
  session_id: string;
  token: string;
  strong: boolean;
  created_at: Date;
  updated_at: Date;
  expires_at: Date;
  user_id: string;
  name: string;
  email: string;
  roles: RoleHeld[];
};

/** Session, person and the roles held at this moment, in the one statement that every request makes. */
export async function findSession(db: Db, token: string, at: Date): Promise<SessionRow | undefined> {
  const { rows } = await sql<SessionRow>`
    SELECT s.id AS session_id, s.token, s.strong, s.created_at, s.updated_at, s.expires_at,
      u.id AS user_id, u.name, u.email,
      ${rolesAt(at)} AS roles
    FROM sessions s JOIN users u ON u.id = s.user_id
    WHERE s.token = ${token} AND u.erased_at IS NULL`.execute(db);
  return rows[0];
}

export type PersonNow = { id: string; name: string; email: string; roles: RoleHeld[] };

/** The same of somebody whom a session is not needed to know. */
export async function findPersonNow(db: Db, userId: string, at: Date): Promise<PersonNow | undefined> {
  const { rows } = await sql<PersonNow>`
    SELECT u.id, u.name, u.email, ${rolesAt(at)} AS roles
    FROM users u WHERE u.id = ${userId} AND u.erased_at IS NULL`.execute(db);
  return rows[0];
}

function rolesAt(at: Date): RawBuilder<RoleHeld[]> {
  return sql`coalesce((
    SELECT jsonb_agg(jsonb_build_object('role', m.role, 'bodyId', b.id, 'bodyCode', b.code, 'bodyName', b.name, 'bodyKind', b.kind)
      ORDER BY m.started_at, b.name, m.role)
    FROM memberships m JOIN bodies b ON b.id = m.body_id
    WHERE m.user_id = u.id AND m.started_at <= ${at} AND (m.ended_at IS NULL OR m.ended_at > ${at})
  ), '[]')`;
}

export async function extendSession(db: Db, id: string, at: Date, expiresAt: Date): Promise<void> {
  await db
    .updateTable("sessions")
    .set({ updated_at: at, expires_at: expiresAt })
    .where("id", "=", id)
    .execute();
}

export type OpenSession = {
  id: string;
  user_agent: string | null;
  strong: boolean;
  created_at: Date;
  updated_at: Date;
};

export async function listSessions(db: Db, userId: string, at: Date): Promise<OpenSession[]> {
  return db
    .selectFrom("sessions")
    .select(["id", "user_agent", "strong", "created_at", "updated_at"])
    .where("user_id", "=", userId)
    .where("expires_at", ">", at)
    .orderBy("updated_at", "desc")
    .limit(50)
    .execute();
}

/** Ends one session of this person, or every one but the one that is kept. */
export async function endSessions(
  tx: Db | Tx,
  userId: string,
  which: { id: string } | { not: string },
): Promise<number> {
  const ended = await tx
    .deleteFrom("sessions")
    .where("user_id", "=", userId)
    .where("id", "id" in which ? "=" : "<>", "id" in which ? which.id : which.not)
    .executeTakeFirst();
  return Number(ended.numDeletedRows);
}

export type NewSession = {
  userId: string;
  token: string;
  strong: boolean;
  userAgent: string;
  at: Date;
  /** When the person first signed in, which a second proof does not move. */
  createdAt: Date;
  expiresAt: Date;
};

export async function insertSession(tx: Db | Tx, session: NewSession): Promise<void> {
  await tx
    .insertInto("sessions")
    .values({
      user_id: session.userId,
      token: session.token,
      strong: session.strong,
      user_agent: session.userAgent,
      created_at: session.createdAt,
      updated_at: session.at,
      expires_at: session.expiresAt,
    })
    .execute();
}

type Replacement = { token: string; strong: boolean; at: Date; expiresAt(createdAt: Date): Date };

/** The same person's session under another name. It ends when the first one would have. */
export async function replaceSession(tx: Tx, id: string, next: Replacement): Promise<void> {
  const old = await tx
    .deleteFrom("sessions")
    .where("id", "=", id)
    .returning(["user_id", "created_at", "user_agent"])
    .executeTakeFirstOrThrow();
  await insertSession(tx, {
    userId: old.user_id,
    token: next.token,
    strong: next.strong,
    userAgent: old.user_agent ?? "",
    at: next.at,
    createdAt: old.created_at,
    expiresAt: next.expiresAt(old.created_at),
  });
}

export async function endSessionByToken(db: Db | Tx, token: string): Promise<void> {
  await db.deleteFrom("sessions").where("token", "=", token).execute();
}
