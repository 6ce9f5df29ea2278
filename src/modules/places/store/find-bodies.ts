import { sql, type RawBuilder } from "kysely";
import type { Db } from "#platform/database.ts";
import type { BodyRow } from "../body.ts";

export type Narrowing = {
  kind?: string | undefined;
  placeId?: string | undefined;
  areaId?: string | undefined;
};
export type Sought = Narrowing & { words: readonly string[]; code: string };
export type Page = { size: number; offset: number };

/** How like two words must be to be taken for one another: a transposition in six letters still passes. */
const likeness = "0.4";
/** However many are alike, no more than this many are compared. */
const mostCompared = 600;

const row = sql`b.code, b.name, k.label AS "kindLabel", b.town, b.closed_on AS "closedOn",
  ARRAY(SELECT f.name FROM former_names f WHERE f.body_id = b.id ORDER BY f.until DESC) AS "formerNames",
  (SELECT json_build_object('code', h.code, 'name', h.name) FROM bodies h
    WHERE h.id = CASE WHEN b.successor_id IS NOT NULL THEN body_heir(b.id) END) AS heir`;

export async function countBodies(db: Db, sought: Sought): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    SELECT count(*) AS count FROM bodies b WHERE ${everyWord(sought)} AND ${narrowed(sought)}`.execute(db);
  return rows[0]!.count;
}

/** Those that hold every word, or the beginning of it: the code itself first, then its district, then by name. */
export async function listBodies(db: Db, sought: Sought, page: Page): Promise<BodyRow[]> {
  const { rows } = await sql<BodyRow>`
    SELECT ${row} FROM (
      SELECT * FROM bodies b WHERE ${everyWord(sought)} AND ${narrowed(sought)} ORDER BY ${inOrder(sought)}
      LIMIT ${page.size} OFFSET ${page.offset}
    ) b JOIN body_kinds k USING (kind) ORDER BY ${inOrder(sought)}`.execute(db);
  return rows;
}

/**
 * Those that are most like what was typed, when none holds it: first each word by itself, then the whole. Of what
 * is as like, those come first whose name it is, and not only their town. The threshold of the index's operator is
 * a setting, so it is made for this one transaction. So is it that the index is used: for a word that is like one
 * that thousands have, the planner hopes to meet enough of them at the beginning of the table, where they may not
 * be.
 */
export async function listAlike(db: Db, sought: Sought, most: number): Promise<BodyRow[]> {
  return db.transaction().execute(async (tx) => {
    await sql`SELECT set_config('pg_trgm.word_similarity_threshold', ${likeness}, true),
      set_config('enable_seqscan', 'off', true)`.execute(tx);
    const byWord = await alike(tx, sought, { words: sought.words, most });
    return byWord.length > 0 ? byWord : alike(tx, sought, { words: [sought.words.join(" ")], most });
  });
}

async function alike(
  db: Db,
  sought: Sought,
  by: { words: readonly string[]; most: number },
): Promise<BodyRow[]> {
  const likeTo = (text: RawBuilder<unknown>): RawBuilder<unknown> =>
    sql.join(
      by.words.map((word) => sql`strict_word_similarity(${word}, ${text})`),
      sql` + `,
    );
  const { rows } = await sql<BodyRow>`
    SELECT ${row} FROM (
      SELECT * FROM bodies b WHERE ${every(by.words.map(isAlike))} AND ${narrowed(sought)} LIMIT ${mostCompared}
    ) b JOIN body_kinds k USING (kind)
    ORDER BY ${likeTo(sql`b.search_text`)} DESC, ${likeTo(sql`lower(b.name)`)} DESC, b.closed_on IS NOT NULL, b.name, b.code
    LIMIT ${by.most}`.execute(db);
  return rows;
}

function isAlike(word: string): RawBuilder<boolean> {
  // Two letters are alike to everything: they have to begin a word.
  return word.length < 3 ? beginsWord(word) : sql`(${word} <% b.search_text OR ${beginsWord(word)})`;
}

function beginsWord(word: string): RawBuilder<boolean> {
  return sql`b.search_text LIKE ${`% ${word}%`}`;
}

function everyWord({ words }: Sought): RawBuilder<boolean> {
  return every(words.map(beginsWord));
}

function every(conditions: readonly RawBuilder<boolean>[]): RawBuilder<boolean> {
  return conditions.length === 0 ? sql`true` : sql.join(conditions, sql` AND `);
}

function narrowed({ kind, placeId, areaId }: Narrowing): RawBuilder<boolean> {
  const conditions: RawBuilder<boolean>[] = [];
  if (kind) conditions.push(sql`b.kind = ${kind}`);
  if (placeId) conditions.push(sql`b.ancestors @> ARRAY[${placeId}::uuid]`);
  if (areaId)
    conditions.push(
      sql`b.id = ANY (ARRAY(SELECT m.body_id FROM area_members m WHERE m.area_id = ${areaId}))`,
    );
  return every(conditions);
}

function inOrder({ words, code }: Sought): RawBuilder<unknown> {
  const byName = sql`b.closed_on IS NOT NULL, b.name, b.code`;
  if (words.length === 0) return byName;
  return sql`b.code = ${code} DESC, b.postcode_district = ${code} DESC, b.closed_on IS NOT NULL,
    b.search_text LIKE ${` ${words.join(" ")}%`} DESC, b.name, b.code`;
}
