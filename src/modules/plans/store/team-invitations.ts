import { sql } from "kysely";
import type { Db, Tx } from "#platform/database.ts";
import type { TeamInvitation } from "../team-invitation.ts";
import type { InvitedRole } from "../team-roles.ts";

const columns = sql`
  i.id, i.plan_id AS "planId", p.title AS "planTitle", p.kind AS "planKind", p.body_id AS "bodyId", b.name AS "bodyName",
  i.role, i.email, i.uses_left AS "usesLeft", u.name AS "inviterName", i.created_by AS "createdBy",
  EXISTS (SELECT FROM group_members g WHERE g.group_id = i.plan_id AND g.user_id = i.created_by
    AND g.ended_at IS NULL) AS "inviterIsIn",
  i.created_at AS "createdAt", i.expires_at AS "expiresAt", i.withdrawn_at AS "withdrawnAt"
  FROM plan_invitations i JOIN plans p ON p.id = i.plan_id JOIN bodies b ON b.id = p.body_id
  JOIN users u ON u.id = i.created_by`;

export type NewTeamInvitation = {
  id: string;
  planId: string;
  role: InvitedRole;
  email: string | null;
  digest: Buffer;
  uses: number;
  createdBy: string;
  at: Date;
  expiresAt: Date;
};

export async function insertTeamInvitation(tx: Tx, given: NewTeamInvitation): Promise<void> {
  await tx
    .insertInto("plan_invitations")
    .values({
      id: given.id,
      plan_id: given.planId,
      role: given.role,
      email: given.email,
      token_digest: given.digest,
      uses_left: given.uses,
      created_by: given.createdBy,
      created_at: given.at,
      expires_at: given.expiresAt,
    })
    .execute();
}

export async function findTeamInvitationByDigest(
  db: Db | Tx,
  digest: Buffer,
): Promise<TeamInvitation | undefined> {
  const { rows } = await sql<TeamInvitation>`SELECT ${columns} WHERE i.token_digest = ${digest}`.execute(db);
  return rows[0];
}

export async function findTeamInvitation(
  db: Db,
  planId: string,
  id: string,
): Promise<TeamInvitation | undefined> {
  const { rows } = await sql<TeamInvitation>`
    SELECT ${columns} WHERE i.id = ${id} AND i.plan_id = ${planId}`.execute(db);
  return rows[0];
}

/** Those that can still be taken. */
export async function listOpenTeamInvitations(db: Db, planId: string, at: Date): Promise<TeamInvitation[]> {
  const { rows } = await sql<TeamInvitation>`
    SELECT ${columns}
    WHERE i.plan_id = ${planId} AND i.withdrawn_at IS NULL AND i.expires_at > ${at} AND i.uses_left > 0
    ORDER BY i.created_at DESC, i.id LIMIT 50`.execute(db);
  return rows;
}

/** What somebody who holds the link is already, and whether the address that they signed in with is proved. */
export async function standingOf(
  db: Db | Tx,
  planId: string,
  userId: string,
): Promise<{ isIn: boolean; isProved: boolean }> {
  const { rows } = await sql<{ isIn: boolean; isProved: boolean }>`
    SELECT u.email_verified AS "isProved", EXISTS (SELECT FROM group_members g
      WHERE g.group_id = ${planId} AND g.user_id = u.id AND g.ended_at IS NULL) AS "isIn"
    FROM users u WHERE u.id = ${userId}`.execute(db);
  return rows[0] ?? { isIn: false, isProved: false };
}
