import { sql } from "kysely";
import type { Db } from "#platform/database.ts";
import { keysOf, type Looker } from "#platform/sight.ts";

/** A body as a place where work is done: with the organisation it belongs to, and whether one's own work is there. */
export type Workplace = {
  id: string;
  code: string;
  name: string;
  /** Itself and what stands above it up to its organisation. */
  organisations: string[];
  /** Whoever asks works here, above it in the same organisation, or below it. */
  isOwn: boolean;
};

export async function readWorkplace(db: Db, looker: Looker, code: string): Promise<Workplace | undefined> {
  const { rows } = await sql<Workplace>`
    SELECT b.id, b.code, b.name, o.organisations, o.organisations && ${keysOf(looker)} AS "isOwn"
    FROM bodies b, LATERAL (SELECT ARRAY(SELECT own_organisations(ARRAY[b.id])) AS organisations) o
    WHERE b.code = ${code} AND b.closed_on IS NULL`.execute(db);
  return rows[0];
}
