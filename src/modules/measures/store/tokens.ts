import { sql } from "kysely";
import type { Person } from "#platform/actor.ts";
import type { Db, Tx } from "#platform/database.ts";
import type { TokenScope, TokenSeen } from "../api-token.ts";

export type TokenHolder = { tokenId: string; person: Person; scope: TokenScope; seriesIds: string[] };

/** Whose key this is, with the roles that they hold now: a key opens no more than its owner could. */
export async function readTokenHolder(db: Db, digest: Buffer, at: Date): Promise<TokenHolder | undefined> {
  const { rows } = await sql<TokenHolder>`
    SELECT t.id AS "tokenId", t.scope,
      jsonb_build_object('kind', 'person', 'id', u.id, 'name', u.name, 'email', u.email, 'sessionId', '',
        'strong', false, 'roles', coalesce((
          SELECT jsonb_agg(jsonb_build_object('role', m.role, 'bodyId', b.id, 'bodyCode', b.code,
            'bodyName', b.name, 'bodyKind', b.kind))
          FROM memberships m JOIN bodies b ON b.id = m.body_id
          WHERE m.user_id = u.id AND m.started_at <= ${at} AND (m.ended_at IS NULL OR m.ended_at > ${at})), '[]')) AS person,
      ARRAY(SELECT s.series_id FROM api_token_series s WHERE s.token_id = t.id) AS "seriesIds"
    FROM api_tokens t JOIN users u ON u.id = t.user_id AND u.erased_at IS NULL
    WHERE t.digest = ${digest} AND t.revoked_at IS NULL AND t.expires_at > ${at}`.execute(db);
  return rows[0];
}

/** That it was used, to the minute, so that its owner sees which ones are forgotten. */
export async function noteTokenUse(db: Db, id: string, at: Date): Promise<void> {
  await sql`UPDATE api_tokens SET last_used_at = ${at}
    WHERE id = ${id} AND (last_used_at IS NULL OR last_used_at < ${at}::timestamptz - interval '1 minute')`.execute(
    db,
  );
}

export type NewToken = {
  userId: string;
  name: string;
  scope: TokenScope;
  digest: Buffer;
  seriesIds: readonly string[];
  at: Date;
  expiresAt: Date;
};

export async function insertToken(tx: Tx, given: NewToken): Promise<string> {
  const { id } = await tx
    .insertInto("api_tokens")
    .values({
      user_id: given.userId,
      name: given.name,
      scope: given.scope,
      digest: given.digest,
      created_at: given.at,
      expires_at: given.expiresAt,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  await tx
    .insertInto("api_token_series")
    .values(given.seriesIds.map((seriesId) => ({ token_id: id, series_id: seriesId })))
    .execute();
  return id;
}

export async function listTokens(db: Db, userId: string, at: Date): Promise<TokenSeen[]> {
  const { rows } = await sql<TokenSeen>`
    SELECT t.id, t.name, t.scope, t.created_at AS "createdAt", t.expires_at AS "expiresAt",
      t.last_used_at AS "lastUsedAt",
      (SELECT jsonb_agg(jsonb_build_object('id', s.id, 'name', v.name) ORDER BY v.name)
        FROM api_token_series a JOIN series s ON s.id = a.series_id
        JOIN definition_versions v ON v.definition_id = s.definition_id AND v.version = s.definition_version
        WHERE a.token_id = t.id) AS series
    FROM api_tokens t WHERE t.user_id = ${userId} AND t.revoked_at IS NULL AND t.expires_at > ${at}
    ORDER BY t.created_at DESC LIMIT 100`.execute(db);
  return rows;
}

export async function revokeToken(
  tx: Tx,
  { id, userId, at }: { id: string; userId: string; at: Date },
): Promise<boolean> {
  const revoked = await tx
    .updateTable("api_tokens")
    .set({ revoked_at: at })
    .where("id", "=", id)
    .where("user_id", "=", userId)
    .where("revoked_at", "is", null)
    .executeTakeFirst();
  return revoked.numUpdatedRows === 1n;
}
