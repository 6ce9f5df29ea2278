import { sql } from "kysely";
import type { Db, Tx } from "#platform/database.ts";
import { mostAtOnce } from "#platform/paging.ts";
import type { FeedLayout } from "../feed-layout.ts";

export type Feed = { id: string; name: string; layout: FeedLayout; groupId: string; createdAt: Date };

export async function listFeeds(db: Db, part: { size: number; offset: number }): Promise<Feed[]> {
  const { rows } = await sql<Feed>`
    SELECT id, name, layout, group_id AS "groupId", created_at AS "createdAt"
    FROM feeds ORDER BY name LIMIT ${part.size} OFFSET ${part.offset}`.execute(db);
  return rows;
}

/** As far as it matters: more than can be taken away at once, or less. */
export async function countFeeds(db: Db): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    SELECT count(*) AS count FROM (SELECT FROM feeds ORDER BY name LIMIT ${mostAtOnce + 1}) f`.execute(db);
  return rows[0]!.count;
}

export async function readFeedBy(db: Db, by: { id: string } | { name: string }): Promise<Feed | undefined> {
  const which = "id" in by ? sql`id = ${by.id}` : sql`name = ${by.name}`;
  const { rows } = await sql<Feed>`
    SELECT id, name, layout, group_id AS "groupId", created_at AS "createdAt" FROM feeds WHERE ${which}`.execute(
    db,
  );
  return rows[0];
}

export async function insertFeed(
  tx: Tx,
  given: { name: string; layout: FeedLayout; groupId: string; by: string; at: Date },
): Promise<string | undefined> {
  const row = await tx
    .insertInto("feeds")
    .values({
      name: given.name,
      layout: JSON.stringify(given.layout),
      group_id: given.groupId,
      created_by: given.by,
      created_at: given.at,
    })
    .onConflict((conflict) => conflict.column("name").doNothing())
    .returning("id")
    .executeTakeFirst();
  return row?.id;
}

export type FeedMapping = {
  codes: { code: string; body: { code: string; name: string } | null }[];
  measures: { measure: string; definition: { id: string; name: string } | null }[];
};

/** What was said once of a feed's codes and measures. */
export async function readMapping(db: Db, feedId: string): Promise<FeedMapping> {
  const { rows } = await sql<FeedMapping>`
    SELECT
      coalesce((SELECT jsonb_agg(jsonb_build_object('code', c.code, 'body',
          CASE WHEN b.id IS NOT NULL THEN jsonb_build_object('code', b.code, 'name', b.name) END) ORDER BY c.code)
        FROM feed_codes c LEFT JOIN bodies b ON b.id = c.body_id WHERE c.feed_id = ${feedId}), '[]') AS codes,
      coalesce((SELECT jsonb_agg(jsonb_build_object('measure', m.measure, 'definition',
          CASE WHEN d.id IS NOT NULL THEN jsonb_build_object('id', d.id, 'name', v.name) END) ORDER BY m.measure)
        FROM feed_measures m LEFT JOIN definitions d ON d.id = m.definition_id
        LEFT JOIN definition_versions v ON v.definition_id = d.id AND v.version = d.version
        WHERE m.feed_id = ${feedId}), '[]') AS measures`.execute(db);
  return rows[0]!;
}

/** Said once and kept; said again it is changed. Null is: this is nobody here, leave it out. */
export async function mapCodes(
  tx: Tx,
  feedId: string,
  codes: readonly { code: string; bodyId: string | null }[],
): Promise<void> {
  await sql`INSERT INTO feed_codes (feed_id, code, body_id)
    SELECT ${feedId}, c.code, c."bodyId" FROM jsonb_to_recordset(${JSON.stringify(codes)}::jsonb) AS c(code text, "bodyId" uuid)
    ON CONFLICT (feed_id, code) DO UPDATE SET body_id = excluded.body_id`.execute(tx);
}

export async function mapMeasures(
  tx: Tx,
  feedId: string,
  measures: readonly { measure: string; definitionId: string | null }[],
): Promise<void> {
  await sql`INSERT INTO feed_measures (feed_id, measure, definition_id)
    SELECT ${feedId}, m.measure, m."definitionId"
    FROM jsonb_to_recordset(${JSON.stringify(measures)}::jsonb) AS m(measure text, "definitionId" uuid)
    ON CONFLICT (feed_id, measure) DO UPDATE SET definition_id = excluded.definition_id`.execute(tx);
}

/** What can be a measure of a feed: shared definitions for judgement. */
export async function listJudged(db: Db): Promise<{ id: string; name: string; form: string }[]> {
  const { rows } = await sql<{ id: string; name: string; form: string }>`
    SELECT d.id, v.name, v.form FROM definitions d
    JOIN definition_versions v ON v.definition_id = d.id AND v.version = d.version
    WHERE d.shared AND d.retired_at IS NULL AND v.purpose = 'judgement' ORDER BY v.name LIMIT 500`.execute(
    db,
  );
  return rows;
}

export type SuggestedBody = { code: string; body: { code: string; name: string } };

/** Bodies that a published code may mean: its code written otherwise, or its name in full where only one bears it. */
export async function listBodiesMeant(db: Db, codes: readonly string[]): Promise<SuggestedBody[]> {
  if (codes.length === 0) return [];
  const { rows } = await sql<SuggestedBody>`
    WITH given AS (SELECT code, upper(regexp_replace(code, '\\s', '', 'g')) AS plain, lower(btrim(code)) AS words
      FROM unnest(${[...codes]}::text[]) AS code),
    found AS (
      SELECT g.code AS given, b.code, b.name FROM given g JOIN bodies b ON b.code = g.plain
      UNION SELECT g.code, b.code, b.name FROM given g JOIN bodies b ON lower(b.name) = g.words WHERE g.words LIKE '% %'
      UNION SELECT g.code, b.code, b.name FROM given g JOIN former_names f ON lower(f.name) = g.words
        JOIN bodies b ON b.id = f.body_id WHERE g.words LIKE '% %'
    )
    SELECT given AS code, jsonb_build_object('code', min(code), 'name', min(name)) AS body
    FROM found GROUP BY given HAVING count(*) = 1 ORDER BY given`.execute(db);
  return rows;
}
