import type { Db } from "#platform/database.ts";
import { mayDropOldImports } from "../policy.ts";
import { dropOldImports as dropOlder } from "../store/plan-imports.ts";

/** Files that were looked at and that nobody took in for a day. */
export async function dropOldImports(db: Db, at: Date): Promise<void> {
  if (mayDropOldImports("clock")) await dropOlder(db, at);
}
