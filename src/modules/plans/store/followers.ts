import { sql } from "kysely";
import type { Db, Tx } from "#platform/database.ts";

export type Following = "follows" | "muted" | "no";

/** Whoever is in the team follows without saying so; a row says otherwise. */
export async function readFollowing(
  db: Db,
  { planId, userId, isTeam }: { planId: string; userId: string; isTeam: boolean },
): Promise<Following> {
  const row = await db
    .selectFrom("plan_followers")
    .select("muted")
    .where("plan_id", "=", planId)
    .where("user_id", "=", userId)
    .executeTakeFirst();
  if (row?.muted) return "muted";
  return row || isTeam ? "follows" : "no";
}

export async function writeFollowing(
  tx: Tx,
  { planId, userId, muted, at }: { planId: string; userId: string; muted: boolean; at: Date },
): Promise<void> {
  await tx
    .insertInto("plan_followers")
    .values({ plan_id: planId, user_id: userId, muted, since: at })
    .onConflict((row) => row.columns(["plan_id", "user_id"]).doUpdateSet({ muted }))
    .execute();
}

export async function removeFollowing(tx: Tx, planId: string, userId: string): Promise<void> {
  await tx.deleteFrom("plan_followers").where("plan_id", "=", planId).where("user_id", "=", userId).execute();
}

export type MailWishes = { digest: boolean; mentions: boolean; version: number };

export async function readWishes(db: Db | Tx, userId: string): Promise<MailWishes> {
  const row = await db
    .selectFrom("mail_wishes")
    .select(["digest", "mentions", "version"])
    .where("user_id", "=", userId)
    .executeTakeFirst();
  return row ?? { digest: true, mentions: true, version: 0 };
}

/** True when nobody, in another window, wished otherwise meanwhile. */
export async function writeWishes(tx: Tx, userId: string, wishes: MailWishes): Promise<boolean> {
  const { digest, mentions, version } = wishes;
  if (version === 0)
    await tx
      .insertInto("mail_wishes")
      .values({ user_id: userId, version: 0 })
      .onConflict((row) => row.doNothing())
      .execute();
  const done = await tx
    .updateTable("mail_wishes")
    .set({ digest, mentions, version: version + 1 })
    .where("user_id", "=", userId)
    .where("version", "=", version)
    .executeTakeFirst();
  return done.numUpdatedRows === 1n;
}

/** No mail of any kind, from a link in a mail: said twice, it is said once. */
export async function silence(
  tx: Tx,
  userId: string,
  what: { digest: boolean; mentions: boolean },
): Promise<void> {
  await sql`
    INSERT INTO mail_wishes (user_id, digest, mentions) VALUES (${userId}, ${what.digest}, ${what.mentions})
    ON CONFLICT (user_id) DO UPDATE SET digest = EXCLUDED.digest AND mail_wishes.digest,
      mentions = EXCLUDED.mentions AND mail_wishes.mentions, version = mail_wishes.version + 1`.execute(tx);
}

export type Address = { id: string; email: string };

/** Of these, those who want to be told at once and are not silent about this plan. */
export async function readMentionAddresses(
  tx: Tx,
  planId: string,
  ids: readonly string[],
): Promise<Address[]> {
  const { rows } = await sql<Address>`
    SELECT u.id, u.email FROM users u
    LEFT JOIN mail_wishes w ON w.user_id = u.id
    LEFT JOIN plan_followers f ON f.user_id = u.id AND f.plan_id = ${planId}
    WHERE u.id = ANY (${[...ids]}::uuid[]) AND u.erased_at IS NULL AND u.email_verified
      AND coalesce(w.mentions, true) AND NOT coalesce(f.muted, false)`.execute(tx);
  return rows;
}
