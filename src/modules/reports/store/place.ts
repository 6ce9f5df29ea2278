import { sql } from "kysely";
import type { Db } from "#platform/database.ts";

/** A body and what stands above it up to its organisation. */
export async function readPlace(db: Db, bodyId: string): Promise<string[]> {
  const { rows } = await sql<{ ids: string[] }>`
    SELECT ARRAY(SELECT own_organisations(ARRAY[${bodyId}::uuid])) AS ids`.execute(db);
  return rows[0]!.ids;
}
