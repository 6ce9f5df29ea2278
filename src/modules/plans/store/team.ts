import { sql } from "kysely";
import type { Db, Tx } from "#platform/database.ts";
import type { TeamMember } from "../team.ts";

/** Who is in the team of a plan that was found in sight: the lead first, then by what they are. */
export async function readTeam(db: Db | Tx, planId: string): Promise<TeamMember[]> {
  const { rows } = await sql<TeamMember>`
    SELECT g.user_id AS "userId", u.name, g.role, g.started_at AS since,
      (SELECT b.name FROM memberships m JOIN bodies b ON b.id = m.body_id
        WHERE m.user_id = g.user_id AND m.ended_at IS NULL
        ORDER BY (m.body_id = ANY (p.body_ids)) DESC, m.started_at LIMIT 1) AS "bodyName",
      CASE WHEN f.audiences ->> 'job_title' IN ('signed-in', 'public') THEN f.job_title ELSE '' END AS "jobTitle"
    FROM group_members g JOIN users u ON u.id = g.user_id JOIN plans p ON p.id = g.group_id
    LEFT JOIN profiles f ON f.user_id = g.user_id
    WHERE g.group_id = ${planId} AND g.ended_at IS NULL
    ORDER BY array_position(ARRAY['lead', 'sponsor', 'coach', 'analyst', 'patient-partner', 'member'], g.role), u.name
    LIMIT 500`.execute(db);
  return rows;
}

/** Who was in it before, and until when. */
export async function readFormerTeam(db: Db, planId: string): Promise<(TeamMember & { until: Date })[]> {
  const { rows } = await sql<TeamMember & { until: Date }>`
    SELECT g.user_id AS "userId", u.name, g.role, g.started_at AS since, g.ended_at AS until,
      NULL AS "bodyName", '' AS "jobTitle"
    FROM group_members g JOIN users u ON u.id = g.user_id
    WHERE g.group_id = ${planId} AND g.ended_at IS NOT NULL
      AND NOT EXISTS (SELECT FROM group_members n WHERE n.group_id = g.group_id AND n.user_id = g.user_id AND n.ended_at IS NULL)
    ORDER BY g.ended_at DESC LIMIT 50`.execute(db);
  return rows;
}

export async function lockTeam(tx: Tx, planId: string): Promise<void> {
  await sql`SELECT FROM plans WHERE id = ${planId} FOR NO KEY UPDATE`.execute(tx);
}
