import type { Db, Tx } from "#platform/database.ts";

export type Phone = {
  id: string;
  user_agent: string;
  created_at: Date;
  last_used_at: Date;
  expires_at: Date;
};

type NewPhone = { userId: string; digest: Buffer; userAgent: string; at: Date; expiresAt: Date };

export async function insertPhone(tx: Tx, phone: NewPhone): Promise<string> {
  const { id } = await tx
    .insertInto("remembered_phones")
    .values({
      user_id: phone.userId,
      digest: phone.digest,
      user_agent: phone.userAgent,
      created_at: phone.at,
      last_used_at: phone.at,
      expires_at: phone.expiresAt,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

export async function findPhone(
  db: Db,
  digest: Buffer,
  at: Date,
): Promise<{ id: string; userId: string; lastUsed: Date } | undefined> {
  return db
    .selectFrom("remembered_phones")
    .select(["id", "user_id as userId", "last_used_at as lastUsed"])
    .where("digest", "=", digest)
    .where("expires_at", ">", at)
    .executeTakeFirst();
}

export async function touchPhone(db: Db, id: string, at: Date): Promise<void> {
  await db.updateTable("remembered_phones").set({ last_used_at: at }).where("id", "=", id).execute();
}

export async function listPhones(db: Db, userId: string, at: Date): Promise<Phone[]> {
  return db
    .selectFrom("remembered_phones")
    .select(["id", "user_agent", "created_at", "last_used_at", "expires_at"])
    .where("user_id", "=", userId)
    .where("expires_at", ">", at)
    .orderBy("last_used_at", "desc")
    .limit(50)
    .execute();
}

/** One phone of this person, by its id or by what its cookie holds. */
export async function deletePhone(
  tx: Tx,
  userId: string,
  which: { id: string } | { digest: Buffer },
): Promise<string | undefined> {
  const theirs = tx.deleteFrom("remembered_phones").where("user_id", "=", userId);
  const found = "id" in which ? theirs.where("id", "=", which.id) : theirs.where("digest", "=", which.digest);
  const gone = await found.returning("id").executeTakeFirst();
  return gone?.id;
}
