import { sql } from "kysely";
import type { Db, Tx } from "#platform/database.ts";
import type { Audience } from "../audience.ts";
import { audiencesFrom, byField, profileFields, type Profile, type ProfileField } from "../profile.ts";

export async function findProfile(db: Db | Tx, userId: string): Promise<Profile> {
  const row = await db.selectFrom("profiles").selectAll().where("user_id", "=", userId).executeTakeFirst();
  return {
    values: byField((field) => [row?.[field] ?? []].flat().filter((value) => value !== "")),
    audiences: audiencesFrom(row?.audiences),
    version: row?.version ?? 0,
  };
}

export type ProfileChange = { field: ProfileField; value: string[]; audience: Audience; version: number };

/** Saves one field where nobody saved another version meanwhile; says whether it did. */
export async function saveProfileField(tx: Tx, userId: string, change: ProfileChange): Promise<boolean> {
  const { field, value, audience, version } = change;
  if (version === 0) {
    await tx
      .insertInto("profiles")
      .values({ user_id: userId, version: 0 })
      .onConflict((on) => on.doNothing())
      .execute();
  }
  const kept = profileFields[field].list ? value : (value[0] ?? "");
  const saved = await tx
    .updateTable("profiles")
    .set({
      [field]: kept,
      audiences: sql`audiences || jsonb_build_object(${field}::text, ${audience}::text)`,
      version: version + 1,
    })
    .where("user_id", "=", userId)
    .where("version", "=", version)
    .executeTakeFirst();
  return saved.numUpdatedRows === 1n;
}

export async function saveName(tx: Tx, userId: string, name: string, at: Date): Promise<void> {
  await tx.updateTable("users").set({ name, updated_at: at }).where("id", "=", userId).execute();
}

export type SeenIn = {
  id: string;
  code: string;
  name: string;
  kind: string;
  ancestors: string[];
  role: string;
};
export type Seen = { id: string; name: string; bodies: SeenIn[] };

/** Somebody with the bodies they are in now. */
export async function findSeen(db: Db, userId: string, at: Date): Promise<Seen | undefined> {
  const { rows } = await sql<Seen>`
    SELECT u.id, u.name, coalesce((
      SELECT jsonb_agg(jsonb_build_object('id', b.id, 'code', b.code, 'name', b.name, 'kind', b.kind, 'ancestors', b.ancestors, 'role', m.role) ORDER BY b.name, m.role)
      FROM memberships m JOIN bodies b ON b.id = m.body_id
      WHERE m.user_id = u.id AND m.started_at <= ${at} AND (m.ended_at IS NULL OR m.ended_at > ${at})
    ), '[]') AS bodies
    FROM users u WHERE u.id = ${userId} AND u.erased_at IS NULL`.execute(db);
  return rows[0];
}
