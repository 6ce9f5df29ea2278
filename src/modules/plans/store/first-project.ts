import { sql } from "kysely";
import type { Db } from "#platform/database.ts";
import { keysOf, type Looker } from "#platform/sight.ts";
import type { FirstProject } from "../tour.ts";

/** The first project that somebody started and still takes part in; of its measures, one that they can see. */
export async function readFirstProject(
  db: Db,
  looker: Looker,
  { userId, at }: { userId: string; at: Date },
): Promise<FirstProject | undefined> {
  const { rows } = await sql<FirstProject>`
    WITH first AS (
      SELECT p.* FROM group_members g JOIN plans p ON p.id = g.group_id
      WHERE g.user_id = ${userId} AND g.ended_at IS NULL AND p.created_by = ${userId} AND p.kind = 'project'
      ORDER BY p.created_at, p.id LIMIT 1
    ), measure AS (
      SELECT s.id, s.points FROM first JOIN plan_series a ON a.plan_id = first.id JOIN series s ON s.id = a.series_id
      WHERE s.closed_at IS NULL AND s.opened_by && ${keysOf(looker)}
      ORDER BY s.points > 0 DESC, a.attached_at, s.id LIMIT 1
    )
    SELECT f.id AS "planId", f.title, f.created_at AS "startedAt",
      f.aim_to IS NOT NULL AND f.aim_by IS NOT NULL AS "hasAim",
      (SELECT count(DISTINCT n.kind) = 2 FROM plan_nodes n WHERE n.plan_id = f.id AND n.removed_at IS NULL
        AND n.kind IN ('primary', 'idea')) AS "hasTheory",
      m.id AS "seriesId", coalesce(m.points > 0, false) AS "hasNumber",
      EXISTS (SELECT FROM tests t WHERE t.plan_id = f.id AND t.prediction <> '') AS "hasPrediction",
      EXISTS (SELECT FROM group_members g WHERE g.group_id = f.id AND g.ended_at IS NULL AND g.user_id <> ${userId})
        OR EXISTS (SELECT FROM plan_invitations i WHERE i.plan_id = f.id AND i.withdrawn_at IS NULL
          AND i.expires_at > ${at}) AS "hasCompany"
    FROM first f LEFT JOIN measure m ON true`.execute(db);
  return rows[0];
}
