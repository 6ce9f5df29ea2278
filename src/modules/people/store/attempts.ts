import { sql } from "kysely";
import type { Db } from "#platform/database.ts";

/** One attempt fewer: it turned out to be no guess. */
export async function giveBackAttempt(db: Db, key: string): Promise<void> {
  await db
    .updateTable("rate_limits")
    .set({ count: sql`count - 1` })
    .where("key", "=", key)
    .where("count", ">", 0)
    .execute();
}
