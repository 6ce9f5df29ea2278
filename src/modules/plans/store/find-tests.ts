import { sql, type RawBuilder } from "kysely";
import type { Db } from "#platform/database.ts";
import { keysOf, type Looker } from "#platform/sight.ts";
import type { Decision, PlanTest, Scale } from "../plan-test.ts";

export type SoughtTests = {
  words: readonly string[];
  /** Words may be the beginnings of others. */
  asBeginnings?: boolean;
  /** The plan holds them, whatever the test itself says. */
  ofPlans?: boolean;
  decision?: Decision | undefined;
  /** Those whose prediction did not come true, whatever was decided. */
  surprising?: boolean | undefined;
  scale?: Scale | undefined;
  topic?: string | undefined;
  placeId?: string | undefined;
};

export type FoundTest = Pick<
  PlanTest,
  | "id"
  | "planId"
  | "cycle"
  | "change"
  | "scale"
  | "startsOn"
  | "endsOn"
  | "studiedAt"
  | "decision"
  | "learning"
> & {
  outcome: NonNullable<PlanTest["study"]>["outcome"] | null;
  happened: string;
  planTitle: string;
  bodyName: string;
  bodyCode: string;
  /** The words that were looked for, as they stand in it, between ⟦ and ⟧; empty where more are taken than a page compares. */
  excerpt: string;
};

/** However many there are, no more than these are held against one another for a page. */
export const mostCompared = 500;

/**
 * The newest that hold every word and whose plan is in sight, the likest first. A rare word is found by the index
 * of words, a frequent one by walking back from the newest: the planner sees which, because it is told the words
 * and the keys themselves and plans anew for each; the limit ends both.
 */
export async function searchTests(
  db: Db,
  looker: Looker,
  sought: SoughtTests,
  part: { size: number; offset: number; most: number },
): Promise<{ rows: FoundTest[]; total: number }> {
  const query = tsQuery(sought);
  return db.transaction().execute(async (tx) => {
    await sql`SELECT set_config('plan_cache_mode', 'force_custom_plan', true)`.execute(tx);
    const { rows: held } = await sql<{ keys: string[] }>`SELECT ${keysOf(looker)} AS keys`.execute(tx);
    const { rows } = await sql<FoundTest & { total: number }>`
      WITH newest AS MATERIALIZED (
        SELECT t.id, t.starts_on, ${query ? sql`ts_rank_cd(t.search, ${query})` : sql`0`} AS rank
        FROM ${holding(sought, query)} t JOIN plans p ON p.id = t.plan_id
        WHERE p.opened_by && ${held[0]!.keys}::uuid[]
          AND ${query && !sought.ofPlans ? sql`t.search @@ ${query}` : sql`true`}
          AND ${narrowed(sought)}
        ORDER BY t.starts_on DESC, t.id LIMIT ${part.most}
      ), shown AS (
        SELECT id, rank, starts_on, (SELECT count(*) FROM newest) AS total FROM newest
        ORDER BY rank DESC, starts_on DESC, id LIMIT ${part.size} OFFSET ${part.offset}
      )
      SELECT t.id, t.plan_id AS "planId", t.cycle, t.change, t.scale, t.starts_on AS "startsOn", t.ends_on AS "endsOn",
        t.studied_at AS "studiedAt", t.decision, t.learning, t.outcome, left(t.happened, 300) AS happened,
        p.title AS "planTitle", b.name AS "bodyName", b.code AS "bodyCode", shown.total,
        ${query && part.most <= mostCompared ? excerptOf(query) : sql`''`} AS excerpt
      FROM shown JOIN tests t ON t.id = shown.id JOIN plans p ON p.id = t.plan_id JOIN bodies b ON b.id = p.body_id
      ORDER BY shown.rank DESC, shown.starts_on DESC, shown.id`.execute(tx);
    return { rows, total: rows[0]?.total ?? 0 };
  });
}

function excerptOf(query: RawBuilder<unknown>): RawBuilder<string> {
  return sql`ts_headline('english', left(concat_ws(' · ', t.change, nullif(t.question, ''), nullif(t.prediction, ''),
    nullif(t.happened, ''), nullif(t.learning, '')), 3000), ${query},
    'StartSel=⟦, StopSel=⟧, MaxWords=30, MinWords=12, MaxFragments=1')`;
}

/** Every word. */
function tsQuery({ words, asBeginnings }: SoughtTests): RawBuilder<unknown> | undefined {
  if (words.length === 0) return undefined;
  const each = words.map((word) =>
    asBeginnings ? sql`to_tsquery('simple', ${`${word}:*`})` : sql`plainto_tsquery('english', ${word})`,
  );
  return sql`(${sql.join(each, sql` && `)})`;
}

/** So many are taken from the index of words, and then put in order. */
const mostHeld = 5_000;
const mostPlans = 1_000;

/**
 * How frequent one word is the planner knows. How frequent a beginning is, or several words together, it guesses, and
 * would walk through everything for what nothing holds: those are looked up by the index of words and nothing else.
 */
function holding(
  { words, asBeginnings, ofPlans }: SoughtTests,
  query: RawBuilder<unknown> | undefined,
): RawBuilder<unknown> {
  if (query && ofPlans)
    return sql`(SELECT t.* FROM (SELECT id FROM plans WHERE search @@ ${query} LIMIT ${mostPlans} OFFSET 0) about
      JOIN tests t ON t.plan_id = about.id)`;
  if (!query || (!asBeginnings && words.length < 2)) return sql`tests`;
  return sql`(SELECT * FROM tests WHERE search @@ ${query} LIMIT ${mostHeld} OFFSET 0)`;
}

function narrowed({ decision, surprising, scale, topic, placeId }: SoughtTests): RawBuilder<boolean> {
  const conditions: RawBuilder<boolean>[] = [sql`true`];
  if (decision) conditions.push(sql`t.decision = ${decision}`);
  if (surprising) conditions.push(sql`t.outcome = 'no'`);
  if (scale) conditions.push(sql`t.scale = ${scale}`);
  if (topic) conditions.push(sql`p.topics @> ARRAY[${topic}]`);
  if (placeId)
    conditions.push(
      sql`p.body_id IN (SELECT b.id FROM bodies b WHERE b.id = ${placeId} OR b.ancestors @> ARRAY[${placeId}::uuid])`,
    );
  return sql.join(conditions, sql` AND `);
}

/** A letter left out of a word whose plural alone is known leaves no more than this alike. */
const likeness = 0.35;

/** Two letters in each other's places leave little alike, and are the slip that is made most. */
const withTwoSwapped = sql`(
  SELECT k.word FROM generate_series(1, length(typed.word) - 1) AS place
  JOIN test_words k ON k.word = overlay(typed.word PLACING reverse(substr(typed.word, place, 2)) FROM place FOR 2)
  LIMIT 1)`;

/** Letters and digits all come before it, so this is the range of what begins with the word; only a fixed pattern has one of its own. */
const beginsWith = sql`k.word ~>=~ typed.word AND k.word ~<~ (typed.word || '~')`;

/** For each word that no test and no title ever held, the one most like it. */
export async function mendWords(db: Db, words: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ word: string }>`
    SELECT coalesce((
      SELECT CASE WHEN EXISTS (SELECT FROM test_words k WHERE ${beginsWith}) THEN typed.word ELSE coalesce(${withTwoSwapped}, (
        SELECT k.word FROM test_words k WHERE k.word % typed.word AND similarity(k.word, typed.word) >= ${likeness}
        ORDER BY similarity(k.word, typed.word) DESC, k.word LIMIT 1)) END
    ), typed.word) AS word
    FROM unnest(${[...words]}::text[]) WITH ORDINALITY AS typed(word, place) ORDER BY typed.place`.execute(
    db,
  );
  return rows.map((row) => row.word);
}
