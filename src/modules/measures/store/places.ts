import { sql } from "kysely";
import { isPerson } from "#platform/actor.ts";
import type { Db } from "#platform/database.ts";
import { keysOf, type Looker } from "#platform/sight.ts";
import type { SmallNumbers } from "../small-numbers.ts";

/** One place's figure of one period, as it may be said: without a numerator where that is too small to be. */
export type PlaceFigure = {
  seriesId: string;
  code: string;
  name: string;
  numerator: number | null;
  denominator: number | null;
};

const of = (definitionId: string) => sql`s.definition_id IN (
  SELECT ${definitionId}::uuid UNION SELECT id FROM definitions WHERE made_from = ${definitionId})`;

/** The period that most places have last told of, of those that may be compared. */
export async function readCommonPeriod(
  db: Db,
  looker: Looker,
  definitionId: string,
): Promise<string | undefined> {
  const { rows } = await sql<{ period: string }>`
    SELECT s.last_period AS period FROM comparable_series s
    WHERE ${of(definitionId)} AND s.split = '' AND s.last_period IS NOT NULL
      AND s.opened_by && ${keysOf(looker)}
    GROUP BY 1 ORDER BY count(*) DESC, 1 DESC LIMIT 1`.execute(db);
  return rows[0]?.period;
}

/** Every place's figure of one period, by name. Small counts of people are hidden here. */
export async function readFigures(
  db: Db,
  looker: Looker,
  asked: { definitionId: string; period: string; small: SmallNumbers },
): Promise<PlaceFigure[]> {
  const person = isPerson(looker.actor) ? looker.actor.id : null;
  const { least, rounding } = asked.small;
  const { rows } = await sql<PlaceFigure>`
    WITH found AS (
      SELECT s.id, b.code, b.name, p.numerator, p.denominator,
        row_number() OVER (ORDER BY b.name, s.id) AS place
      FROM comparable_series s
      JOIN bodies b ON b.id = s.body_id
      JOIN points p ON p.series_no = s.number AND p.period = ${asked.period} AND p.state = 'number'
      WHERE ${of(asked.definitionId)} AND s.split = ''
        AND (s.opened_by && ${keysOf(looker)} OR s.collector_id = ${person})
      ORDER BY b.name, s.id LIMIT 1000
    ), shown AS (
      SELECT hide_small(array_agg(numerator ORDER BY place), ${least}, ${rounding}) AS counts FROM found
    )
    SELECT f.id AS "seriesId", f.code, f.name, s.counts[f.place] AS numerator, f.denominator
    FROM found f, shown s ORDER BY f.place`.execute(db);
  return rows;
}
