import { sql } from "kysely";
import type { Db } from "#platform/database.ts";
import { keysOf, type Looker } from "#platform/sight.ts";

/** A plan that a series feeds: whose it is, and what was tried last. */
export type PlanOfSeries = {
  seriesId: string;
  id: string;
  title: string;
  lead: string | null;
  helpWanted: string;
  lastTest: { id: string; change: string } | null;
};

/** The plans in sight that these series feed, at most 3 for each. */
export async function readPlansOfSeries(
  db: Db,
  looker: Looker,
  seriesIds: readonly string[],
): Promise<PlanOfSeries[]> {
  const { rows } = await sql<PlanOfSeries>`
    SELECT s.id AS "seriesId", p.id, p.title, p.help_wanted AS "helpWanted",
      (SELECT u.name FROM group_members g JOIN users u ON u.id = g.user_id AND u.erased_at IS NULL
        WHERE g.group_id = p.id AND g.role = 'lead' AND g.ended_at IS NULL) AS lead,
      (SELECT jsonb_build_object('id', t.id, 'change', t.change) FROM tests t
        WHERE t.plan_id = p.id ORDER BY t.starts_on DESC, t.id LIMIT 1) AS "lastTest"
    FROM unnest(${[...seriesIds]}::uuid[]) AS s (id)
    CROSS JOIN LATERAL (
      SELECT DISTINCT p.id, p.title, p.help_wanted FROM plan_series a JOIN plans p ON p.id = a.plan_id
      WHERE a.series_id = s.id AND p.opened_by && ${keysOf(looker)} ORDER BY p.title LIMIT 3
    ) p`.execute(db);
  return rows;
}
