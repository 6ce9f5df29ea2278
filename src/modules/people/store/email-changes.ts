import type { Db, Tx } from "#platform/database.ts";

export type EmailChange = { email: string; askedAt: Date; expiresAt: Date };

/** What waits for its proof takes the place of whatever waited before. */
export async function writeEmailChange(
  tx: Db | Tx,
  change: EmailChange & { userId: string; digest: Buffer },
): Promise<void> {
  const values = {
    email: change.email,
    token_digest: change.digest,
    asked_at: change.askedAt,
    expires_at: change.expiresAt,
  };
  await tx
    .insertInto("email_changes")
    .values({ user_id: change.userId, ...values })
    .onConflict((conflict) => conflict.column("user_id").doUpdateSet(values))
    .execute();
}

export async function findEmailChange(
  db: Db | Tx,
  userId: string,
  at: Date,
): Promise<EmailChange | undefined> {
  return db
    .selectFrom("email_changes")
    .select(["email", "asked_at as askedAt", "expires_at as expiresAt"])
    .where("user_id", "=", userId)
    .where("expires_at", ">", at)
    .executeTakeFirst();
}

/** The address that this person's link proves. It is spent by it: of two who bring it, one finds none. */
export async function takeEmailChange(
  tx: Tx,
  userId: string,
  { digest, at }: { digest: Buffer; at: Date },
): Promise<string | undefined> {
  const taken = await tx
    .deleteFrom("email_changes")
    .where("user_id", "=", userId)
    .where("token_digest", "=", digest)
    .where("expires_at", ">", at)
    .returning("email")
    .executeTakeFirst();
  return taken?.email;
}

export async function dropEmailChange(tx: Db | Tx, userId: string): Promise<boolean> {
  const dropped = await tx.deleteFrom("email_changes").where("user_id", "=", userId).executeTakeFirst();
  return dropped.numDeletedRows > 0n;
}
