import { sql } from "kysely";
import type { Db, Tx } from "#platform/database.ts";
import type { Owner } from "../owners.ts";

/** What stands today where these bodies stood, by the codes that a pack knows them under. */
export async function readOwners(db: Db | Tx, codes: readonly string[]): Promise<Map<string, Owner>> {
  if (codes.length === 0) return new Map();
  const { rows } = await sql<Owner & { asked: string }>`
    SELECT b.code AS asked, h.id, h.code, h.name, h.closed_on AS "closedOn"
    FROM bodies b JOIN bodies h ON h.id = body_heir(b.id) WHERE b.code = ANY (${[...codes]})`.execute(db);
  return new Map(rows.map(({ asked, ...owner }) => [asked, owner]));
}
