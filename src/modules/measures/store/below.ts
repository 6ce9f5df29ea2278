import { sql } from "kysely";
import type { Db } from "#platform/database.ts";
import { keysOf, type Looker } from "#platform/sight.ts";
import type { Purpose } from "../definition.ts";

export type SeriesChoice = {
  id: string;
  name: string;
  split: string;
  topic: string;
  purpose: Purpose;
  bodyName: string;
  points: number;
};

/** Its own first, then those of its wards and teams. */
export async function listSeriesBelow(
  db: Db,
  looker: Looker,
  { bodyId, most }: { bodyId: string; most: number },
): Promise<SeriesChoice[]> {
  const { rows } = await sql<SeriesChoice>`
    SELECT s.id, v.name, s.split, v.topic, s.purpose, b.name AS "bodyName", s.points
    FROM bodies b
    JOIN series s ON s.body_id = b.id
    JOIN definition_versions v ON v.definition_id = s.definition_id AND v.version = s.definition_version
    WHERE (b.id = ${bodyId} OR b.ancestors @> ARRAY[${bodyId}::uuid]) AND s.closed_at IS NULL
      AND s.opened_by && ${keysOf(looker)}
    ORDER BY b.id <> ${bodyId}, b.name, v.name, s.split LIMIT ${most}`.execute(db);
  return rows;
}
