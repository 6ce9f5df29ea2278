import { sql, type RawBuilder } from "kysely";
import { isPerson } from "#platform/actor.ts";
import type { Db } from "#platform/database.ts";
import type { Looker } from "#platform/sight.ts";
import type { SimilarPerson, SimilarPlan, SimilarTest } from "../similar.ts";
import { inSight, keysFirst } from "./find-plans.ts";

/** The words as they were typed, and other words for the same. */
export type SoughtSimilar = { words: string; others: string };

const mostCompared = 300;
/** Of many words the rarest tell most, and the index reads least for them. */
const mostWords = 5;
/** What stands in more than this part of all texts tells nothing, and its list is as long as they are. */
const tooFrequent = 0.3;

/**
 * Two of the rarest words together, or any of them when there is but one. How frequent a word is stands in the
 * planner's own statistics, so that nothing has to be counted.
 */
function asked({ words, others }: SoughtSimilar, table: "plans" | "tests" = "plans"): RawBuilder<unknown> {
  return sql`
    typed AS MATERIALIZED (
      SELECT lexeme FROM unnest(tsvector_to_array(to_tsvector('english', ${`${words} ${others}`}))) lexeme
    ), frequent AS MATERIALIZED (
      SELECT l.lexeme, f.freq FROM pg_stats s,
        unnest(s.most_common_elems::text::text[]) WITH ORDINALITY l (lexeme, no)
        JOIN unnest(s.most_common_elem_freqs) WITH ORDINALITY f (freq, no) USING (no)
      WHERE s.schemaname = 'public' AND s.tablename = ${table} AND s.attname = 'search'
    ), rare AS MATERIALIZED (
      SELECT lexeme FROM typed LEFT JOIN frequent USING (lexeme) WHERE coalesce(freq, 0) < ${tooFrequent}
      ORDER BY coalesce(freq, 0), length(lexeme) DESC, lexeme LIMIT ${mostWords}
    ), asked AS MATERIALIZED (
      SELECT coalesce(
        (SELECT string_agg(format('(%L & %L)', a.lexeme, b.lexeme), ' | ') FROM rare a JOIN rare b ON a.lexeme < b.lexeme),
        (SELECT string_agg(format('%L', lexeme), ' | ') FROM rare), '')::tsquery AS pairs,
        coalesce((SELECT string_agg(format('%L', lexeme), ' | ') FROM typed), '')::tsquery AS any_word
    )`;
}

const found = (likely: RawBuilder<unknown>, most: number): RawBuilder<SimilarPlan> => sql`
  , likely AS MATERIALIZED (${likely}),
  best AS (SELECT * FROM likely ORDER BY rank DESC, id LIMIT ${most})
  SELECT p.id, p.title, p.stage, b.name AS "bodyName", left(p.learned, 200) AS learned,
    p.improving_since AS "improvingSince",
    ARRAY(SELECT lexeme FROM typed WHERE to_tsvector('english', p.title) @@ format('%L', lexeme)::tsquery) AS "inTitle",
    ARRAY(SELECT lexeme FROM typed
      WHERE to_tsvector('english', concat_ws(' ', p.aim, array_to_string(p.topics, ' '))) @@ format('%L', lexeme)::tsquery) AS "inAim",
    (SELECT n.text FROM plan_nodes n WHERE n.plan_id = p.id AND n.removed_at IS NULL AND n.kind <> 'aim'
      AND to_tsvector('english', n.text) @@ (SELECT any_word FROM asked) LIMIT 1) AS driver
  FROM best JOIN plans p ON p.id = best.id JOIN bodies b ON b.id = p.body_id
  ORDER BY best.rank DESC, p.id`;

/** Plans in sight that share words, those with most of them, in the weightiest places, first. */
export async function readSimilarPlans(
  db: Db,
  looker: Looker,
  sought: SoughtSimilar,
  most: number,
): Promise<SimilarPlan[]> {
  const holding = (query: "pairs" | "any_word") => sql`
    SELECT p.id, ts_rank_cd(p.search, (SELECT any_word FROM asked)) AS rank FROM plans p
    WHERE p.search @@ (SELECT ${sql.ref(query)} FROM asked) AND ${inSight(looker)} LIMIT ${mostCompared}`;
  const read = async (query: "pairs" | "any_word"): Promise<SimilarPlan[]> => {
    const { rows } = await sql<SimilarPlan>`
      WITH ${keysFirst(looker)}, ${asked(sought)} ${found(holding(query), most)}`.execute(db);
    return rows;
  };
  const both = await read("pairs");
  const any = both.length > 0 ? both : await read("any_word");
  return any.length > 0 ? any : readAlikePlans(db, looker, sought, most);
}

/** Nothing shares a word: the slips of the pen are forgiven, by what most of the letters say. */
async function readAlikePlans(
  db: Db,
  looker: Looker,
  sought: SoughtSimilar,
  most: number,
): Promise<SimilarPlan[]> {
  const longest = sought.words.split(" ").sort((a, b) => b.length - a.length)[0] ?? "";
  if (longest.length < 4) return [];
  return db.transaction().execute(async (tx) => {
    await sql`SELECT set_config('pg_trgm.word_similarity_threshold', '0.5', true)`.execute(tx);
    const byLetters = sql`
      SELECT p.id, word_similarity(${longest}, p.search_text) AS rank FROM plans p
      WHERE ${longest} <% p.search_text AND ${inSight(looker)} LIMIT ${mostCompared}`;
    const { rows } = await sql<SimilarPlan>`
      WITH ${keysFirst(looker)}, ${asked(sought)} ${found(byLetters, most)}`.execute(tx);
    return rows;
  });
}

/** Tests that did not turn out as hoped: they save others the most. */
export async function readFailedTests(
  db: Db,
  looker: Looker,
  sought: SoughtSimilar,
  most: number,
): Promise<SimilarTest[]> {
  const { rows } = await sql<SimilarTest>`
    WITH ${keysFirst(looker)}, ${asked(sought, "tests")}, likely AS MATERIALIZED (
      SELECT t.id, ts_rank_cd(t.search, (SELECT any_word FROM asked)) AS rank
      FROM tests t JOIN plans p ON p.id = t.plan_id
      WHERE t.search @@ (SELECT pairs FROM asked) AND (t.decision = 'abandon' OR t.outcome = 'no') AND ${inSight(looker)}
      LIMIT ${mostCompared}
    ), best AS (SELECT * FROM likely ORDER BY rank DESC, id LIMIT ${most})
    SELECT t.id, t.plan_id AS "planId", t.change, t.learning, p.title AS "planTitle", b.name AS "bodyName"
    FROM best JOIN tests t ON t.id = best.id JOIN plans p ON p.id = t.plan_id JOIN bodies b ON b.id = p.body_id
    ORDER BY best.rank DESC, t.id`.execute(db);
  return rows;
}

/** People who say to everybody who is signed in that they help with it. */
export async function readSimilarPeople(
  db: Db,
  looker: Looker,
  sought: SoughtSimilar,
  most: number,
): Promise<SimilarPerson[]> {
  const { actor } = looker;
  if (!isPerson(actor)) return [];
  const { rows } = await sql<SimilarPerson>`
    WITH ${asked(sought)}, likely AS MATERIALIZED (
      SELECT f.user_id, f.helps_with FROM profiles f
      WHERE to_tsvector('english', profile_words(f.helps_with, f.skills, f.interests)) @@ (SELECT any_word FROM asked)
        AND f.audiences ->> 'helps_with' IN ('signed-in', 'public') AND cardinality(f.helps_with) > 0
        AND f.user_id <> ${actor.id}
      LIMIT 100
    )
    SELECT u.id, u.name, l.helps_with AS "helpsWith",
      (SELECT b.name FROM memberships m JOIN bodies b ON b.id = m.body_id
        WHERE m.user_id = u.id AND m.ended_at IS NULL ORDER BY m.started_at LIMIT 1) AS "bodyName"
    FROM likely l JOIN users u ON u.id = l.user_id AND u.erased_at IS NULL
    WHERE to_tsvector('english', array_to_string(l.helps_with, ' ')) @@ (SELECT any_word FROM asked)
    ORDER BY u.name LIMIT ${most}`.execute(db);
  return rows;
}
