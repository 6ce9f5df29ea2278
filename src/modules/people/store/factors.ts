import type { Db } from "#platform/database.ts";

export type Factor = { id: string; secret: string; backup_codes: string; verified: boolean };

export async function findFactor(db: Db, userId: string): Promise<Factor | undefined> {
  return db
    .selectFrom("two_factors")
    .select(["id", "secret", "backup_codes", "verified"])
    .where("user_id", "=", userId)
    .executeTakeFirst();
}
