import { sql, type RawBuilder } from "kysely";
import type { Db, Tx } from "#platform/database.ts";
import type { Frequency } from "../definition.ts";

type Due = readonly (readonly [Frequency, string])[];

export type Collector = { id: string; name: string; email: string; waiting: number };

/** The last period that is over, for each rhythm, as a table to join with. */
function dueTable(due: Due): RawBuilder<unknown> {
  const rows = due.map(([frequency, period]) => sql`(${frequency}, ${period}::date)`);
  return sql`(VALUES ${sql.join(rows)}) AS due(frequency, period)`;
}

/**
 * Named collectors whose measures wait for a figure, who have not muted them and to whom nobody wrote this week; so
 * many, after one of them.
 */
export async function listCollectors(
  db: Db | Tx,
  {
    due,
    after,
    limit,
    key,
  }: { due: Due; after: string; limit: number; key: { before: string; after: string } },
): Promise<Collector[]> {
  const { rows } = await sql<Collector>`
    SELECT u.id, u.name, u.email, count(*)::int AS waiting
    FROM series s
    JOIN users u ON u.id = s.collector_id AND u.erased_at IS NULL AND u.email_verified
    JOIN definition_versions v ON v.definition_id = s.definition_id AND v.version = s.definition_version
    JOIN ${dueTable(due)} ON due.frequency = v.frequency
    WHERE s.collector_id > ${after} AND s.closed_at IS NULL
      AND (s.last_period IS NULL OR s.last_period < due.period)
      AND NOT EXISTS (SELECT FROM muted_reminders m WHERE m.series_id = s.id AND m.user_id = u.id)
      AND NOT EXISTS (SELECT FROM mails w WHERE w.key = ${key.before} || u.id || ${key.after})
    GROUP BY u.id ORDER BY u.id LIMIT ${limit}`.execute(db);
  return rows;
}

export type Collected = {
  id: string;
  number: number;
  name: string;
  split: string;
  body: { code: string; name: string };
  frequency: Frequency;
  lastPeriod: string | null;
  isDue: boolean;
  isMuted: boolean;
};

/** What somebody is named to collect, what waits first. */
export async function listCollected(db: Db, userId: string, due: Due): Promise<Collected[]> {
  const { rows } = await sql<Collected>`
    SELECT s.id, s.number, v.name, s.split, jsonb_build_object('code', b.code, 'name', b.name) AS body, v.frequency,
      s.last_period AS "lastPeriod",
      due.period IS NOT NULL AND (s.last_period IS NULL OR s.last_period < due.period) AS "isDue",
      EXISTS (SELECT FROM muted_reminders m WHERE m.series_id = s.id AND m.user_id = ${userId}) AS "isMuted"
    FROM series s
    JOIN definition_versions v ON v.definition_id = s.definition_id AND v.version = s.definition_version
    JOIN bodies b ON b.id = s.body_id
    LEFT JOIN ${dueTable(due)} ON due.frequency = v.frequency
    WHERE s.collector_id = ${userId} AND s.closed_at IS NULL
    ORDER BY "isDue" DESC, v.name, s.split LIMIT 200`.execute(db);
  return rows;
}

export async function mute(tx: Tx, userId: string, seriesId: string, at: Date): Promise<void> {
  await tx
    .insertInto("muted_reminders")
    .values({ series_id: seriesId, user_id: userId, muted_at: at })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export async function unmute(tx: Tx, userId: string, seriesId: string): Promise<void> {
  await tx
    .deleteFrom("muted_reminders")
    .where("series_id", "=", seriesId)
    .where("user_id", "=", userId)
    .execute();
}

/** Every measure that this person collects. */
export async function muteAll(tx: Tx, userId: string, at: Date): Promise<void> {
  await sql`
    INSERT INTO muted_reminders (series_id, user_id, muted_at)
    SELECT id, ${userId}, ${at} FROM series WHERE collector_id = ${userId} AND closed_at IS NULL
    ON CONFLICT DO NOTHING`.execute(tx);
}

export type Candidate = { id: string; name: string };

/** Who may be named: the group that keeps the series, and who works at its place or in its organisation. */
export async function listCandidates(
  db: Db | Tx,
  series: { groupId: string; organisations: readonly string[] },
  at: Date,
): Promise<Candidate[]> {
  const { rows } = await sql<Candidate>`
    SELECT u.id, u.name FROM users u
    WHERE u.erased_at IS NULL AND u.id IN (
      SELECT g.user_id FROM group_members g WHERE g.group_id = ${series.groupId}
        AND g.started_at <= ${at} AND (g.ended_at IS NULL OR g.ended_at > ${at})
      UNION
      SELECT m.user_id FROM memberships m WHERE m.body_id = ANY (${series.organisations}::uuid[])
        AND m.started_at <= ${at} AND (m.ended_at IS NULL OR m.ended_at > ${at}))
    ORDER BY u.name, u.id LIMIT 500`.execute(db);
  return rows;
}

/** False when somebody else changed the series first. */
export async function writeCollector(
  tx: Tx,
  seriesId: string,
  given: { collectorId: string | null; version: number },
): Promise<boolean> {
  const changed = await tx
    .updateTable("series")
    .set((column) => ({ collector_id: given.collectorId, version: column("version", "+", 1) }))
    .where("id", "=", seriesId)
    .where("version", "=", given.version)
    .executeTakeFirst();
  return changed.numUpdatedRows === 1n;
}
