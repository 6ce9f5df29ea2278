import { sql } from "kysely";
import type { Db } from "#platform/database.ts";

/** A shared measure for judgement, and how many places publish it for everybody to see. */
export type PublishedMeasure = {
  id: string;
  name: string;
  places: number;
  improving: number;
  slipping: number;
  lastPeriod: string | null;
};

export async function readPublished(db: Db, names: readonly string[]): Promise<PublishedMeasure[]> {
  const { rows } = await sql<PublishedMeasure>`
    SELECT d.id, v.name, f.* FROM definition_versions v
      JOIN definitions d ON d.id = v.definition_id AND d.version = v.version AND d.shared AND d.retired_at IS NULL
      CROSS JOIN LATERAL (
        SELECT count(*) AS places, count(*) FILTER (WHERE s.signal_meaning = 'improvement') AS improving,
          count(*) FILTER (WHERE s.signal_meaning = 'concern') AS slipping, max(s.last_period) AS "lastPeriod"
        FROM series s WHERE s.definition_id = d.id AND s.purpose = 'judgement' AND s.visibility = 'public'
          AND s.closed_at IS NULL AND s.split = '') f
    WHERE v.purpose = 'judgement' AND v.name = ANY (${[...names]}::text[]) ORDER BY v.name, d.id`.execute(db);
  return rows;
}
