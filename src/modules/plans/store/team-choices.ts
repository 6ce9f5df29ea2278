import { sql } from "kysely";
import type { Db } from "#platform/database.ts";

export type Teammate = { id: string; name: string };

/** Who is in the team of a plan that was found in sight, to choose from. */
export async function readTeammates(db: Db, planId: string, at: Date): Promise<Teammate[]> {
  const { rows } = await sql<Teammate>`
    SELECT u.id, u.name FROM group_members g JOIN users u ON u.id = g.user_id AND u.erased_at IS NULL
    WHERE g.group_id = ${planId} AND g.started_at <= ${at} AND (g.ended_at IS NULL OR g.ended_at > ${at})
    ORDER BY u.name, u.id LIMIT 300`.execute(db);
  return rows;
}
