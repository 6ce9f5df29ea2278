import { sql } from "kysely";
import type { Role } from "#platform/actor.ts";
import type { Db, Tx } from "#platform/database.ts";

export type InvitationRow = {
  id: string;
  bodyId: string;
  role: Role;
  email: string | null;
  usesLeft: number;
  createdBy: string;
  inviterName: string;
  createdAt: Date;
  expiresAt: Date;
  withdrawnAt: Date | null;
};

const columns = sql`
  i.id, i.body_id AS "bodyId", i.role, i.email, i.uses_left AS "usesLeft", i.created_by AS "createdBy",
  u.name AS "inviterName", i.created_at AS "createdAt", i.expires_at AS "expiresAt", i.withdrawn_at AS "withdrawnAt"
  FROM invitations i JOIN users u ON u.id = i.created_by`;

export type NewInvitation = {
  id: string;
  bodyId: string;
  role: Role;
  email: string | null;
  digest: Buffer;
  uses: number;
  createdBy: string;
  at: Date;
  expiresAt: Date;
};

export async function insertInvitation(tx: Tx, given: NewInvitation): Promise<void> {
  await tx
    .insertInto("invitations")
    .values({
      id: given.id,
      body_id: given.bodyId,
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

export async function findInvitationByDigest(
  db: Db | Tx,
  digest: Buffer,
): Promise<InvitationRow | undefined> {
  const { rows } = await sql<InvitationRow>`SELECT ${columns} WHERE i.token_digest = ${digest}`.execute(db);
  return rows[0];
}

export async function findInvitation(db: Db, bodyId: string, id: string): Promise<InvitationRow | undefined> {
  const { rows } =
    await sql<InvitationRow>`SELECT ${columns} WHERE i.id = ${id} AND i.body_id = ${bodyId}`.execute(db);
  return rows[0];
}

/** Those that can still be taken. */
export async function listOpenInvitations(
  db: Db,
  bodyId: string,
  at: Date,
  part: { size: number; offset: number },
) {
  const { rows } = await sql<InvitationRow>`
    SELECT ${columns} WHERE ${isOpen(bodyId, at)}
    ORDER BY i.created_at DESC, i.id LIMIT ${part.size} OFFSET ${part.offset}`.execute(db);
  return rows;
}

export async function countOpenInvitations(db: Db, bodyId: string, at: Date): Promise<number> {
  const { rows } = await sql<{
    count: number;
  }>`SELECT count(*) AS count FROM invitations i WHERE ${isOpen(bodyId, at)}`.execute(db);
  return rows[0]!.count;
}

function isOpen(bodyId: string, at: Date) {
  return sql`i.body_id = ${bodyId} AND i.withdrawn_at IS NULL AND i.expires_at > ${at} AND i.uses_left > 0`;
}
