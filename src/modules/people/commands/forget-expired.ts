import type { Db } from "#platform/database.ts";
import { keptFor } from "../policy.ts";
import { deleteExpired } from "../store/expired.ts";

/** Takes away what has run out: nobody's deed, so no entry in the audit beyond the sessions' own. */
export async function forgetExpired(db: Db, at: Date): Promise<void> {
  await deleteExpired(db, at, keptFor);
}
