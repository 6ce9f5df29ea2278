import { sql } from "kysely";
import type { Db, Tx } from "#platform/database.ts";
import { keysOf, type Looker } from "#platform/sight.ts";
import type { PartnerNotes, WillingPerson } from "../partner.ts";

/** The notes of a team's patient partners: of one of them, or of all for whoever leads. */
export async function readPartnerNotes(
  db: Db,
  planId: string,
  userId: string | null,
): Promise<PartnerNotes[]> {
  const { rows } = await sql<PartnerNotes>`
    SELECT g.user_id AS "userId", u.name, coalesce(n.access_needs, '') AS "accessNeeds",
      coalesce(n.payment, '') AS payment, coalesce(n.version, 0) AS version
    FROM group_members g JOIN users u ON u.id = g.user_id
    LEFT JOIN plan_partners n ON n.plan_id = g.group_id AND n.user_id = g.user_id
    WHERE g.group_id = ${planId} AND g.role = 'patient-partner' AND g.ended_at IS NULL
      AND (${userId}::uuid IS NULL OR g.user_id = ${userId}::uuid)
    ORDER BY u.name LIMIT 50`.execute(db);
  return rows;
}

type Writing = {
  planId: string;
  userId: string;
  notes: { accessNeeds: string; payment: string };
  version: number;
};

/** Says whether it was written: not, when they were changed in another window first. */
export async function writePartnerNotes(
  tx: Tx,
  { planId, userId, notes, version }: Writing,
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    INSERT INTO plan_partners AS n (plan_id, user_id, access_needs, payment)
    VALUES (${planId}, ${userId}, ${notes.accessNeeds}, ${notes.payment})
    ON CONFLICT (plan_id, user_id) DO UPDATE SET access_needs = excluded.access_needs, payment = excluded.payment,
      version = n.version + 1
    WHERE n.version = ${version}`.execute(tx);
  return numAffectedRows === 1n;
}

/**
 * People who are willing and whom whoever asks may see: those who say so of themselves to all who are signed in, or
 * to their own organisations where these are shared. Patient partners first where one is looked for.
 */
export async function listWilling(
  db: Db,
  looker: Looker,
  { planId, role, most }: { planId: string; role: "patient-partner" | "coach" | "analyst"; most: number },
): Promise<WillingPerson[]> {
  const { rows } = await sql<WillingPerson>`
    WITH mine AS MATERIALIZED (SELECT ${keysOf(looker)} AS held)
    SELECT DISTINCT ON (b.distance, u.name, u.id) u.id, u.name, f.helps_with AS "helpsWith", b.name AS "bodyName"
    FROM (
      SELECT m.user_id, o.name, CASE WHEN m.body_id = ANY (p.body_ids) THEN 0
        WHEN o.ancestors && p.body_ids THEN 1 ELSE 2 END AS distance
      FROM plans p JOIN memberships m ON m.role = ${role} AND m.ended_at IS NULL
        AND m.body_id IN (SELECT n.id FROM bodies n WHERE n.id = ANY (p.place_ids))
      JOIN bodies o ON o.id = m.body_id
      WHERE p.id = ${planId}
      LIMIT 400
    ) b JOIN users u ON u.id = b.user_id AND u.erased_at IS NULL
    JOIN profiles f ON f.user_id = u.id AND cardinality(f.helps_with) > 0
      AND (f.audiences ->> 'helps_with' IN ('signed-in', 'public')
        OR f.audiences ->> 'helps_with' = 'my-bodies' AND EXISTS (SELECT FROM memberships s
          WHERE s.user_id = u.id AND s.ended_at IS NULL AND s.body_id = ANY ((SELECT held FROM mine)::uuid[])))
    WHERE NOT EXISTS (SELECT FROM group_members g WHERE g.group_id = ${planId} AND g.user_id = u.id AND g.ended_at IS NULL)
    ORDER BY b.distance, u.name, u.id LIMIT ${most}`.execute(db);
  return rows;
}
