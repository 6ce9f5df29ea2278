import type { Db, Tx } from "#platform/database.ts";

export type Account = {
  id: string;
  name: string;
  email: string;
  email_verified: boolean;
  two_factor_enabled: boolean;
  persona: string | null;
};

const columns = ["id", "name", "email", "email_verified", "two_factor_enabled", "persona"] as const;

export async function findUserByEmail(db: Db | Tx, email: string): Promise<Account | undefined> {
  return db
    .selectFrom("users")
    .select(columns)
    .where("email", "=", email.toLowerCase())
    .where("erased_at", "is", null)
    .executeTakeFirst();
}

export async function findUser(db: Db | Tx, id: string): Promise<Account | undefined> {
  return db
    .selectFrom("users")
    .select(columns)
    .where("id", "=", id)
    .where("erased_at", "is", null)
    .executeTakeFirst();
}

export async function findPersona(
  db: Db,
  key: string,
): Promise<{ id: string; persona: string | null } | undefined> {
  return db
    .selectFrom("users")
    .select(["id", "persona"])
    .where("persona", "=", key)
    .where("erased_at", "is", null)
    .executeTakeFirst();
}

export async function hasPassword(db: Db, userId: string): Promise<boolean> {
  const row = await db
    .selectFrom("accounts")
    .select("id")
    .where("user_id", "=", userId)
    .where("provider_id", "=", "credential")
    .executeTakeFirst();
  return row !== undefined;
}

export async function markVerified(db: Db | Tx, userId: string): Promise<void> {
  await db.updateTable("users").set({ email_verified: true }).where("id", "=", userId).execute();
}

export async function setEmail(tx: Tx, userId: string, to: { email: string; at: Date }): Promise<void> {
  await tx
    .updateTable("users")
    .set({ email: to.email, email_verified: true, updated_at: to.at })
    .where("id", "=", userId)
    .execute();
}

/** Links to choose a password, which were sent to the address that somebody had. */
export async function dropProofs(tx: Tx, userId: string): Promise<void> {
  await tx.deleteFrom("verifications").where("value", "=", userId).execute();
}
