import { sql } from "kysely";
import type { Role } from "#platform/actor.ts";
import type { Db, Tx } from "#platform/database.ts";

export type MemberRow = { userId: string; name: string; roles: string[]; jobTitle: string };

type Which = { bodyId: string; at: Date; search: string };

/** Who holds a role in this body now, each once; a job title only where its owner shows it to colleagues. */
export async function listMembers(
  db: Db,
  which: Which,
  part: { size: number; offset: number },
): Promise<MemberRow[]> {
  const { rows } = await sql<MemberRow>`
    SELECT u.id AS "userId", u.name, array_agg(m.role ORDER BY m.role) AS roles,
      max(CASE WHEN p.audiences->>'job_title' IN ('my-bodies', 'signed-in', 'public') THEN p.job_title ELSE '' END) AS "jobTitle"
    ${currentMembers(which)}
    GROUP BY u.id, u.name
    ORDER BY bool_or(m.role IN ('lead', 'administrator')) DESC, u.name, u.id
    LIMIT ${part.size} OFFSET ${part.offset}`.execute(db);
  return rows;
}

export async function countMembers(db: Db, which: Which): Promise<number> {
  const { rows } = await sql<{
    count: number;
  }>`SELECT count(DISTINCT u.id) AS count ${currentMembers(which)}`.execute(db);
  return rows[0]!.count;
}

function currentMembers({ bodyId, at, search }: Which) {
  const pattern = `%${search.toLowerCase().replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;
  return sql`
    FROM memberships m
    JOIN users u ON u.id = m.user_id AND u.erased_at IS NULL
    LEFT JOIN profiles p ON p.user_id = u.id
    WHERE m.body_id = ${bodyId} AND m.started_at <= ${at} AND (m.ended_at IS NULL OR m.ended_at > ${at})
      AND (${search} = '' OR lower(u.name) LIKE ${pattern})`;
}

export type MembershipRow = {
  id: string;
  userId: string;
  name: string;
  bodyId: string;
  role: Role;
  startedAt: Date;
};

/** What one person holds in one body now. */
export async function heldBy(
  db: Db | Tx,
  userId: string,
  bodyId: string,
  at: Date,
): Promise<MembershipRow[]> {
  const { rows } = await sql<MembershipRow>`
    SELECT m.id, m.user_id AS "userId", u.name, m.body_id AS "bodyId", m.role, m.started_at AS "startedAt"
    FROM memberships m JOIN users u ON u.id = m.user_id
    WHERE m.user_id = ${userId} AND m.body_id = ${bodyId}
      AND m.started_at <= ${at} AND (m.ended_at IS NULL OR m.ended_at > ${at})
    ORDER BY m.role`.execute(db);
  return rows;
}

/** Ends what is not ended yet; says whether there was anything to end. */
export async function endMemberships(tx: Tx, ids: readonly string[], at: Date): Promise<number> {
  if (ids.length === 0) return 0;
  const ended = await tx
    .updateTable("memberships")
    .set({ ended_at: sql<Date>`greatest(started_at, ${at}::timestamptz)` })
    .where("id", "in", ids)
    .where((where) => where.or([where("ended_at", "is", null), where("ended_at", ">", at)]))
    .executeTakeFirst();
  return Number(ended.numUpdatedRows);
}

export type NewMembership = {
  userId: string;
  bodyId: string;
  role: Role;
  grantedBy: string | null;
  at: Date;
};

/** Nothing happens where the person holds the role already. */
export async function startMembership(tx: Tx, given: NewMembership): Promise<boolean> {
  const { rows } = await sql`
    INSERT INTO memberships (user_id, body_id, role, started_at, granted_by)
    VALUES (${given.userId}, ${given.bodyId}, ${given.role}, ${given.at}, ${given.grantedBy})
    ON CONFLICT (user_id, body_id, role) WHERE ended_at IS NULL DO NOTHING
    RETURNING id`.execute(tx);
  return rows.length > 0;
}

/** The administrators of a body, locked: of two who lay it down at the same moment, one waits for the other. */
export async function lockAdministrators(
  tx: Tx,
  bodyIds: readonly string[],
  at: Date,
): Promise<{ bodyId: string; userId: string }[]> {
  if (bodyIds.length === 0) return [];
  const { rows } = await sql<{ bodyId: string; userId: string }>`
    SELECT m.body_id AS "bodyId", m.user_id AS "userId" FROM memberships m
    WHERE m.body_id = ANY (${bodyIds}::uuid[]) AND m.role = 'administrator'
      AND m.started_at <= ${at} AND (m.ended_at IS NULL OR m.ended_at > ${at})
    ORDER BY m.id FOR UPDATE`.execute(tx);
  return rows;
}

export async function hasAdministratorOf(db: Db, kind: string, at: Date): Promise<boolean> {
  const { rows } = await sql`
    SELECT 1 FROM memberships m JOIN bodies b ON b.id = m.body_id
    WHERE b.kind = ${kind} AND m.role = 'administrator'
      AND m.started_at <= ${at} AND (m.ended_at IS NULL OR m.ended_at > ${at}) LIMIT 1`.execute(db);
  return rows.length > 0;
}

/** Every role that somebody holds now, as the session would say it. */
export async function rolesOf(db: Db | Tx, userId: string, at: Date) {
  const { rows } = await sql<{
    id: string;
    role: Role;
    bodyId: string;
    bodyName: string;
    bodyKind: string;
    bodyCode: string;
  }>`
    SELECT m.id, m.role, b.id AS "bodyId", b.name AS "bodyName", b.kind AS "bodyKind", b.code AS "bodyCode"
    FROM memberships m JOIN bodies b ON b.id = m.body_id
    WHERE m.user_id = ${userId} AND m.started_at <= ${at} AND (m.ended_at IS NULL OR m.ended_at > ${at})
    ORDER BY m.started_at, b.name, m.role`.execute(db);
  return rows;
}

export type Lead = { userId: string; name: string };

/** Whom to ask in a body, and how many people there are; whoever is erased holds nothing any more. */
export async function readTeam(db: Db, bodyId: string, at: Date): Promise<{ leads: Lead[]; count: number }> {
  const { rows } = await sql<{ leads: Lead[]; count: number }>`
    WITH here AS MATERIALIZED (
      SELECT m.user_id, m.role FROM memberships m
      WHERE m.body_id = ${bodyId} AND m.started_at <= ${at} AND (m.ended_at IS NULL OR m.ended_at > ${at})
    )
    SELECT (SELECT count(DISTINCT user_id) FROM here) AS count, coalesce((
      SELECT jsonb_agg(jsonb_build_object('userId', first.id, 'name', first.name))
      FROM (
        SELECT DISTINCT u.name, u.id FROM here h JOIN users u ON u.id = h.user_id
        WHERE h.role = 'lead' ORDER BY u.name, u.id LIMIT 5
      ) first), '[]') AS leads`.execute(db);
  return rows[0]!;
}
