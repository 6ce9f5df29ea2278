import { sql } from "kysely";
import type { Db } from "#platform/database.ts";

export async function listSignOnsOf(db: Db, userId: string): Promise<string[]> {
  const rows = await db
    .selectFrom("accounts as a")
    .leftJoin("sign_on_providers as p", (join) =>
      join.on(sql`'oidc:' || p.issuer`, "=", sql.ref("a.provider_id")),
    )
    .select((select) => select.fn.coalesce("p.name", sql<string>`substr(a.provider_id, 6)`).as("name"))
    .distinct()
    .where("a.user_id", "=", userId)
    .where("a.provider_id", "like", "oidc:%")
    .limit(20)
    .execute();
  return rows.map((row) => row.name);
}
