import { sql } from "kysely";
import type { Db } from "#platform/database.ts";

/** Those who lead or govern a body, or a part of it, and can promise something to its board. */
export async function readPromisers(
  db: Db,
  { bodyId, at }: { bodyId: string; at: Date },
): Promise<{ id: string; name: string }[]> {
  const { rows } = await sql<{ id: string; name: string }>`
    SELECT DISTINCT u.id, u.name
    FROM bodies b
    JOIN memberships m ON m.body_id = b.id
    JOIN users u ON u.id = m.user_id AND u.erased_at IS NULL
    WHERE (b.id = ${bodyId} OR b.ancestors @> ARRAY[${bodyId}::uuid])
      AND m.role IN ('lead', 'board-member', 'administrator', 'analyst', 'coach')
      AND m.started_at <= ${at} AND (m.ended_at IS NULL OR m.ended_at > ${at})
    ORDER BY u.name LIMIT 200`.execute(db);
  return rows;
}
