import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { sql } from "kysely";
import type pg from "pg";
import { from as copyFrom } from "pg-copy-streams";
import type { Db, Tx } from "#platform/database.ts";
import type { FeedRow } from "../read-feed.ts";

/** Where rows are put to be looked at before anything is done with them. */
export type Stage = (loadId: string, rows: Rows<FeedRow>) => Promise<void>;

/** From a text that is held, or from a file as it is read. */
export type Rows<T> = Iterable<T> | AsyncIterable<T>;

const batch = 20_000;

/** A batch a statement: for a file that came through a page, within the connection that it has. */
export function stageByStatements(db: Db): Stage {
  return async (loadId, rows) => {
    for await (const some of batches(rows, batch)) {
      const column = <T>(pick: (row: FeedRow) => T): T[] => some.map(pick);
      await sql`INSERT INTO feed_rows (load_id, line, period, code, measure, value, numerator, denominator)
        SELECT ${loadId}::uuid, u.* FROM unnest(${column((row) => row.line)}::integer[],
          ${column((row) => row.period)}::date[], ${column((row) => row.code)}::text[],
          ${column((row) => row.measure)}::text[], ${column((row) => row.value)}::double precision[],
          ${column((row) => row.numerator)}::double precision[],
          ${column((row) => row.denominator)}::double precision[]) u`.execute(db);
    }
  };
}

/** By COPY, for a file of a whole nation's years. */
export function stageByCopy(client: pg.ClientBase): Stage {
  return async (loadId, rows) => {
    const target = client.query(
      copyFrom(
        "COPY feed_rows (load_id, line, period, code, measure, value, numerator, denominator) FROM STDIN",
      ),
    );
    await pipeline(Readable.from(copyLines(loadId, rows)), target);
    // So many rows at once are new to the planner.
    await client.query("ANALYZE feed_rows");
  };
}

async function* copyLines(loadId: string, rows: Rows<FeedRow>): AsyncGenerator<string> {
  for await (const some of batches(rows, 2_000)) {
    yield (
      some
        .map((row) =>
          [
            loadId,
            row.line,
            row.period,
            escaped(row.code),
            escaped(row.measure),
            row.value,
            row.numerator,
            row.denominator,
          ]
            .map((cell) => cell ?? String.raw`\N`)
            .join("\t"),
        )
        .join("\n") + "\n"
    );
  }
}

const escapes: Record<string, string> = { "\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r" };

function escaped(text: string): string {
  return text.replaceAll(/[\\\t\n\r]/g, (character) => escapes[character]!);
}

async function* batches<T>(things: Rows<T>, size: number): AsyncGenerator<T[]> {
  let some: T[] = [];
  for await (const thing of things) {
    some.push(thing);
    if (some.length === size) {
      yield some;
      some = [];
    }
  }
  if (some.length > 0) yield some;
}

export type Load = { id: string; feedId: string; at: Date };

/** What stands against a load, and what it would do. */
export type LoadJudged = {
  rows: number;
  unknownCodes: { code: string; rows: number }[];
  unknownMeasures: { measure: string; rows: number }[];
  /** Lines that say the same period of the same organisation and measure as another, by whatever names. */
  repeated: { line: number; period: string; code: string; measure: string }[];
  /** Lines with a number that cannot be. */
  impossible: { line: number; message: string }[];
  added: number;
  changed: number;
  same: number;
};

const mapped = (load: Load) => sql`feed_rows r
  JOIN feed_codes c ON c.feed_id = ${load.feedId} AND c.code = r.code AND c.body_id IS NOT NULL
  JOIN feed_measures m ON m.feed_id = ${load.feedId} AND m.measure = r.measure AND m.definition_id IS NOT NULL
  JOIN definitions d ON d.id = m.definition_id
  JOIN definition_versions v ON v.definition_id = d.id AND v.version = d.version
  WHERE r.load_id = ${load.id}`;

/** What nobody has said before. */
export function isUnsaid({ unknownCodes, unknownMeasures }: LoadJudged): boolean {
  return unknownCodes.length + unknownMeasures.length > 0;
}

/** What can only be put right in the file. */
export function isWrong({ repeated, impossible }: LoadJudged): boolean {
  return repeated.length + impossible.length > 0;
}

/** Codes that are a body's own here need not be said by anybody. */
export async function mapKnownCodes(tx: Tx, load: Load): Promise<void> {
  await sql`INSERT INTO feed_codes (feed_id, code, body_id)
    SELECT DISTINCT ${load.feedId}::uuid, b.code, b.id FROM (SELECT DISTINCT code FROM feed_rows WHERE load_id = ${load.id}) r
    JOIN bodies b ON b.code = r.code
    ON CONFLICT DO NOTHING`.execute(tx);
}

export async function judgeLoad(db: Db | Tx, load: Load): Promise<LoadJudged> {
  const { rows } = await sql<LoadJudged>`
    WITH r AS (SELECT * FROM feed_rows WHERE load_id = ${load.id}),
    target AS (
      SELECT r.line, r.period, r.code, r.measure, c.body_id, m.definition_id, r.value, r.numerator, r.denominator, v.form
      FROM ${mapped(load)}
    ),
    held AS (
      SELECT t.*, p.period IS NOT NULL AS is_there,
        (p.value, p.numerator, p.denominator) IS NOT DISTINCT FROM (t.value, t.numerator, t.denominator) AS is_same
      FROM target t
      LEFT JOIN series s ON s.definition_id = t.definition_id AND s.body_id = t.body_id AND s.split = ''
      LEFT JOIN points p ON p.series_no = s.number AND p.period = t.period
    )
    SELECT (SELECT count(*) FROM r) AS rows,
      coalesce((SELECT jsonb_agg(u) FROM (
        SELECT u.code, u.rows FROM (SELECT code, count(*) AS rows FROM r GROUP BY code) u
        WHERE NOT EXISTS (SELECT FROM feed_codes c WHERE c.feed_id = ${load.feedId} AND c.code = u.code)
        ORDER BY u.code LIMIT 1000) u), '[]') AS "unknownCodes",
      coalesce((SELECT jsonb_agg(u) FROM (
        SELECT u.measure, u.rows FROM (SELECT measure, count(*) AS rows FROM r GROUP BY measure) u
        WHERE NOT EXISTS (SELECT FROM feed_measures m WHERE m.feed_id = ${load.feedId} AND m.measure = u.measure)
        ORDER BY u.measure LIMIT 200) u), '[]') AS "unknownMeasures",
      coalesce((SELECT jsonb_agg(u) FROM (
        SELECT max(line) AS line, period, max(code) AS code, max(measure) AS measure
        FROM target GROUP BY period, body_id, definition_id
        HAVING count(*) > 1 ORDER BY 1 LIMIT 50) u), '[]') AS repeated,
      coalesce((SELECT jsonb_agg(u) FROM (
        SELECT line, CASE
            WHEN period > ${load.at}::date THEN 'This month has not begun yet'
            WHEN form IN ('proportion', 'rate') AND value IS NOT NULL THEN 'This measure needs 2 numbers, and the file has 1'
            WHEN form NOT IN ('proportion', 'rate') AND numerator IS NOT NULL THEN 'This measure takes 1 number, and the file has 2'
            WHEN form = 'proportion' AND numerator > denominator THEN 'There are more cases than there were in all'
            WHEN denominator = 0 AND numerator > 0 THEN 'The denominator is 0'
            WHEN numerator < 0 OR denominator < 0 THEN 'A number is less than 0'
            WHEN (numerator IS NULL) <> (denominator IS NULL) THEN 'One of the 2 numbers is missing' END AS message
        FROM target) u WHERE message IS NOT NULL LIMIT 50), '[]') AS impossible,
      h.added, h.changed, h.same
    FROM (SELECT count(*) FILTER (WHERE NOT is_there) AS added,
        count(*) FILTER (WHERE is_there AND NOT is_same) AS changed,
        count(*) FILTER (WHERE is_there AND is_same) AS same FROM held) h`.execute(db);
  return rows[0]!;
}

/** Of a long file only one line of each thing that nobody has said: enough to be asked on a page. */
export async function keepUnsaid(db: Db | Tx, load: Load): Promise<void> {
  await sql`DELETE FROM feed_rows WHERE load_id = ${load.id} AND line NOT IN (
    SELECT min(line) FROM feed_rows r WHERE load_id = ${load.id}
      AND NOT EXISTS (SELECT FROM feed_codes c WHERE c.feed_id = ${load.feedId} AND c.code = r.code) GROUP BY code
    UNION ALL
    SELECT min(line) FROM feed_rows r WHERE load_id = ${load.id}
      AND NOT EXISTS (SELECT FROM feed_measures m WHERE m.feed_id = ${load.feedId} AND m.measure = r.measure)
    GROUP BY measure)`.execute(db);
}

/** The same of so many lines that it may take its time. */
export async function judgeLong(db: Db, load: Load): Promise<LoadJudged> {
  return db.transaction().execute(async (tx) => {
    await withoutHurry(tx, load.id);
    return judgeLoad(tx, load);
  });
}

export async function dropLoad(db: Db | Tx, loadId: string): Promise<void> {
  await sql`DELETE FROM feed_rows WHERE load_id = ${loadId}`.execute(db);
}

export type Merged = { added: number; corrected: number; series: number };

/**
 * All rows of a load into their series, in one transaction. Series that are not there yet are begun, public, because
 * what is in them was published. The same load again changes nothing.
 */
export async function mergeLoad(
  tx: Tx,
  load: Load,
  { groupId, by }: { groupId: string; by: string | null },
): Promise<Merged> {
  await beginSeries(tx, load, { groupId, by });
  const { rows } = await sql<Merged>`
    WITH given AS (
      SELECT s.number AS series_no, r.period,
        CASE WHEN coalesce(r.value, r.numerator) IS NULL THEN 'missing' ELSE 'number' END AS state,
        r.value, r.numerator, r.denominator
      FROM feed_rows r
      JOIN feed_codes c ON c.feed_id = ${load.feedId} AND c.code = r.code AND c.body_id IS NOT NULL
      JOIN feed_measures m ON m.feed_id = ${load.feedId} AND m.measure = r.measure AND m.definition_id IS NOT NULL
      JOIN series s ON s.definition_id = m.definition_id AND s.body_id = c.body_id AND s.split = ''
      WHERE r.load_id = ${load.id}
    ), changed AS (
      SELECT g.*, p.period IS NOT NULL AS was_there FROM given g
      LEFT JOIN points p ON p.series_no = g.series_no AND p.period = g.period
      WHERE p.period IS NULL OR (p.state, p.value, p.numerator, p.denominator)
        IS DISTINCT FROM (g.state, g.value, g.numerator, g.denominator)
    ), kept AS (
      INSERT INTO point_corrections (series_no, period, version, state, value, numerator, denominator, note,
        written_by, written_at, reason, corrected_by, corrected_at)
      SELECT p.series_no, p.period, p.version, p.state, p.value, p.numerator, p.denominator, p.note,
        p.written_by, p.written_at, 'Published anew', ${by}::uuid, ${load.at}::timestamptz
      FROM points p JOIN changed c ON c.series_no = p.series_no AND c.period = p.period WHERE c.was_there
    ), written AS (
      INSERT INTO points AS p (series_no, period, state, value, numerator, denominator, written_by, written_at)
      SELECT series_no, period, state, value, numerator, denominator, ${by}::uuid, ${load.at}::timestamptz FROM changed
      ORDER BY series_no, period
      ON CONFLICT (series_no, period) DO UPDATE SET state = excluded.state, value = excluded.value,
        numerator = excluded.numerator, denominator = excluded.denominator,
        written_by = excluded.written_by, written_at = excluded.written_at, version = p.version + 1
    ), touched AS (
      UPDATE series SET last_point_at = ${load.at}, variation = NULL
      WHERE number IN (SELECT series_no FROM changed) RETURNING id
    )
    SELECT count(*) FILTER (WHERE NOT was_there) AS added, count(*) FILTER (WHERE was_there) AS corrected,
      (SELECT count(*) FROM touched) AS series FROM changed`.execute(tx);
  return rows[0]!;
}

async function beginSeries(
  tx: Tx,
  load: Load,
  { groupId, by }: { groupId: string; by: string | null },
): Promise<void> {
  await sql`
    WITH wanted AS (
      SELECT DISTINCT d.id AS definition_id, d.version, v.form, v.purpose, c.body_id
      FROM (SELECT DISTINCT code, measure FROM feed_rows WHERE load_id = ${load.id}) r
      JOIN feed_codes c ON c.feed_id = ${load.feedId} AND c.code = r.code AND c.body_id IS NOT NULL
      JOIN feed_measures m ON m.feed_id = ${load.feedId} AND m.measure = r.measure AND m.definition_id IS NOT NULL
      JOIN definitions d ON d.id = m.definition_id
      JOIN definition_versions v ON v.definition_id = d.id AND v.version = d.version
    ), begun AS (
      INSERT INTO series (definition_id, definition_version, body_id, group_id, visibility, purpose, created_by, created_at)
      SELECT w.definition_id, w.version, w.body_id, ${groupId}, 'public', w.purpose, ${by}, ${load.at} FROM wanted w
      WHERE NOT EXISTS (SELECT FROM series s WHERE s.definition_id = w.definition_id AND s.body_id = w.body_id AND s.split = '')
      RETURNING id, definition_id
    )
    INSERT INTO series_analyses (series_id, number, chart, rules, written_by, written_at)
    SELECT DISTINCT b.id, 1, CASE w.form WHEN 'proportion' THEN 'p-prime' WHEN 'rate' THEN 'u-prime' WHEN 'count' THEN 'xmr'
        WHEN 'time-between' THEN 't' WHEN 'cases-between' THEN 'g' ELSE 'xmr' END,
      'making-data-count-2023', ${by}::uuid, ${load.at}::timestamptz
    FROM begun b JOIN wanted w ON w.definition_id = b.definition_id`.execute(tx);
}

/** More rows than these are joined whole and not one by one; the planner cannot know yet how many there will be. */
const many = 200_000;

/** A whole nation's years take longer than a page may, and are joined in memory and not through files. */
export async function withoutHurry(tx: Tx, loadId: string): Promise<void> {
  await sql`SELECT set_config('statement_timeout', '0', true), set_config('work_mem', '256MB', true)`.execute(
    tx,
  );
  await sql`SELECT set_config('enable_nestloop', CASE WHEN count(*) > ${many}::integer THEN 'off' ELSE 'on' END, true)
    FROM feed_rows WHERE load_id = ${loadId}`.execute(tx);
}
