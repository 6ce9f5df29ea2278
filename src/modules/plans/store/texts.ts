import { sql } from "kysely";
import type { Db, Tx } from "#platform/database.ts";
import type { KeptText, TextVersion } from "../kept-text.ts";

export type Keeping = { planId: string; by: string; at: Date; texts: readonly KeptText[] };

/**
 * Keeps each text as it stands from now on, in the deed that wrote it: at the beginning and at every change, so
 * that the newest kept is what stands there and every earlier one can come back. The same text again is not kept.
 */
export async function keepText(tx: Tx, { planId, by, at, texts }: Keeping): Promise<void> {
  if (texts.length === 0) return;
  await sql`
    INSERT INTO text_versions (plan_id, thing_kind, thing_id, field, text, written_by, written_at)
    SELECT ${planId}::uuid, g."thingKind", g."thingId", g.field, g.text, ${by}::uuid, ${at}::timestamptz
    FROM jsonb_to_recordset(${JSON.stringify(texts)}::jsonb)
      AS g("thingKind" text, "thingId" uuid, field text, text text)
    WHERE g.text IS DISTINCT FROM (SELECT v.text FROM text_versions v
      WHERE v.thing_id = g."thingId" AND v.field = g.field ORDER BY v.written_at DESC, v.id DESC LIMIT 1)
      AND (g.text <> '' OR EXISTS (SELECT FROM text_versions v WHERE v.thing_id = g."thingId" AND v.field = g.field))
  `.execute(tx);
}

const version = sql`
  v.id, v.thing_kind AS "thingKind", v.thing_id AS "thingId", v.field, v.text, v.written_at AS "writtenAt",
  u.name AS writer,
  NOT EXISTS (SELECT FROM text_versions l WHERE l.thing_id = v.thing_id AND l.field = v.field
    AND (l.written_at, l.id) > (v.written_at, v.id)) AS "isNow",
  (SELECT e.text FROM text_versions e WHERE e.thing_id = v.thing_id AND e.field = v.field
    AND (e.written_at, e.id) < (v.written_at, v.id) ORDER BY e.written_at DESC, e.id DESC LIMIT 1) AS before
  FROM text_versions v LEFT JOIN users u ON u.id = v.written_by`;

/** What people said to one another is theirs: it is kept, and what was taken back is read by nobody. */
const shown = sql`v.thing_kind <> 'comment'`;

/** The texts of a plan that was found in sight, the newest first. */
export async function readTexts(
  db: Db,
  planId: string,
  part: { size: number; offset: number },
): Promise<TextVersion[]> {
  const { rows } = await sql<TextVersion>`
    SELECT ${version} WHERE v.plan_id = ${planId} AND ${shown}
    ORDER BY v.written_at DESC, v.id DESC LIMIT ${part.size} OFFSET ${part.offset}`.execute(db);
  return rows;
}

export async function countTexts(db: Db, planId: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    SELECT count(*) AS count FROM text_versions v WHERE v.plan_id = ${planId} AND ${shown}`.execute(db);
  return rows[0]!.count;
}

export async function readText(db: Db, planId: string, id: number): Promise<TextVersion | undefined> {
  const { rows } = await sql<TextVersion>`
    SELECT ${version} WHERE v.plan_id = ${planId} AND v.id = ${id} AND ${shown}`.execute(db);
  return rows[0];
}
