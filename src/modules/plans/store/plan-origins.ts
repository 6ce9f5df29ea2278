import type { Db } from "#platform/database.ts";
import type { PlanOrigin } from "./load-plan.ts";

/** Where a plan that was found in sight came from, if it was brought here. */
export async function readOrigin(db: Db, planId: string): Promise<PlanOrigin | undefined> {
  return db
    .selectFrom("plan_origins")
    .where("plan_id", "=", planId)
    .select([
      "digest",
      "server",
      "public_key as publicKey",
      "signed_at as signedAt",
      "brought_at as broughtAt",
    ])
    .executeTakeFirst();
}

/** The file that came in, byte for byte. */
export async function readOriginBundle(db: Db, planId: string): Promise<Uint8Array | undefined> {
  const row = await db
    .selectFrom("plan_origins")
    .where("plan_id", "=", planId)
    .select("bundle")
    .executeTakeFirst();
  return row?.bundle;
}
