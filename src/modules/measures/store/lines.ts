import { sql, type RawBuilder } from "kysely";
import { isPerson } from "#platform/actor.ts";
import type { Db, Tx } from "#platform/database.ts";
import { keysOf, type Looker } from "#platform/sight.ts";
import type { DrawnLine, SeriesLine } from "../series-line.ts";
import { pointColumns } from "./point-columns.ts";
import { definitionText } from "./series.ts";

type Part = { limit: number; offset: number };

/** What a series shows is kept with it; its numbers come along only where they are drawn. */
const line = sql`s.id, s.definition_id AS "definitionId", s.definition_version AS "definitionVersion",
  ${definitionText} AS definition, s.split, s.whole_id AS "wholeId",
  jsonb_build_object('id', b.id, 'code', b.code, 'name', b.name) AS body,
  s.visibility, s.purpose, s.points, s.first_period AS "firstPeriod", s.last_period AS "lastPeriod",
  s.last_value AS "lastValue", s.variation, s.assurance, s.sentence, s.signal_from AS "signalFrom",
  s.signal_meaning AS "signalMeaning", s.closed_at AS "closedAt", s.revision`;

const drawn = sql`(SELECT jsonb_build_object('chart', a.chart, 'rules', a.rules, 'options', a.options)
    FROM series_analyses a WHERE a.series_id = s.id AND a.number = s.analysis) AS view,
  (SELECT row_to_json(p) FROM (SELECT ${pointColumns} FROM points WHERE series_no = s.number) p) AS columns`;

const rest = sql`JOIN definition_versions v ON v.definition_id = s.definition_id AND v.version = s.definition_version
  JOIN bodies b ON b.id = s.body_id`;

/** Asked of each that was found by its place, its name or its whole: all that is in sight may be half a million. */
function inSight(looker: Looker): RawBuilder<boolean> {
  const person = isPerson(looker.actor) ? looker.actor.id : null;
  return sql`CASE WHEN s.collector_id = ${person} THEN true ELSE s.opened_by && ${keysOf(looker)} END`;
}

/** These, as far as they are in sight, in the order in which they were asked for. */
export async function readLines(db: Db | Tx, looker: Looker, ids: readonly string[]): Promise<DrawnLine[]> {
  const { rows } = await sql<DrawnLine>`
    SELECT ${line}, ${drawn} FROM unnest(${[...ids]}::uuid[]) WITH ORDINALITY AS asked (id, place)
    JOIN series s ON s.id = asked.id ${rest}
    WHERE ${inSight(looker)} ORDER BY asked.place`.execute(db);
  return rows;
}

/** The series of one place, the signals first and then by name. */
export async function listLinesOfBody(
  db: Db,
  looker: Looker,
  { bodyId, limit, offset }: Part & { bodyId: string },
): Promise<DrawnLine[]> {
  const { rows } = await sql<DrawnLine>`
    SELECT ${line}, ${drawn} FROM series s ${rest}
    WHERE s.body_id = ${bodyId} AND s.closed_at IS NULL AND s.whole_id IS NULL AND ${inSight(looker)}
    ORDER BY s.signal_meaning = 'concern' DESC NULLS LAST, s.signal_meaning = 'improvement' DESC NULLS LAST,
      v.name, s.id
    LIMIT ${limit} OFFSET ${offset}`.execute(db);
  return rows;
}

export async function countLinesOfBody(db: Db, looker: Looker, bodyId: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    SELECT count(*) AS count FROM series s
    WHERE s.body_id = ${bodyId} AND s.closed_at IS NULL AND s.whole_id IS NULL AND ${inSight(looker)}`.execute(
    db,
  );
  return rows[0]!.count;
}

/** What somebody keeps or collects, the newest number first. Without parts, one that is not collected is found by its whole. */
export async function listLinesOfPerson(
  db: Db,
  { personId, withParts, limit, offset }: Part & { personId: string; withParts: boolean },
): Promise<DrawnLine[]> {
  const { rows } = await sql<DrawnLine>`
    WITH own AS (
      SELECT s.id FROM group_members g JOIN series s ON s.group_id = g.group_id
      WHERE g.user_id = ${personId} AND g.ended_at IS NULL AND (${withParts} OR s.whole_id IS NULL)
      UNION SELECT id FROM series WHERE collector_id = ${personId} AND closed_at IS NULL
    )
    SELECT ${line}, ${drawn} FROM own JOIN series s ON s.id = own.id ${rest}
    WHERE s.closed_at IS NULL
    ORDER BY s.last_point_at DESC NULLS LAST, s.created_at DESC, s.id
    LIMIT ${limit} OFFSET ${offset}`.execute(db);
  return rows;
}

/** The parts that a series is split into. */
export async function listParts(db: Db, looker: Looker, wholeId: string): Promise<DrawnLine[]> {
  const { rows } = await sql<DrawnLine>`
    SELECT ${line}, ${drawn} FROM series s ${rest}
    WHERE s.whole_id = ${wholeId} AND s.closed_at IS NULL AND ${inSight(looker)}
    ORDER BY s.split, s.id LIMIT 200`.execute(db);
  return rows;
}

/** Whole series of a shared definition and of those that were made from it. */
function ofDefinition(id: string): RawBuilder<boolean> {
  return sql`s.definition_id IN (SELECT ${id}::uuid UNION SELECT id FROM definitions WHERE made_from = ${id})
      AND s.split = ''`;
}

/**
 * One measure in many places. comparable_series holds only what is measured for judgement: what a team measures to
 * improve cannot be read here.
 */
export async function listComparable(
  db: Db,
  looker: Looker,
  { definitionId, limit, offset }: Part & { definitionId: string },
): Promise<DrawnLine[]> {
  const { rows } = await sql<DrawnLine>`
    SELECT ${line}, ${drawn} FROM comparable_series s ${rest}
    WHERE ${ofDefinition(definitionId)} AND ${inSight(looker)}
    ORDER BY b.name, s.id LIMIT ${limit} OFFSET ${offset}`.execute(db);
  return rows;
}

/** The same without the numbers: what is said of each stands in its row. */
export async function listComparableVerdicts(
  db: Db,
  looker: Looker,
  { definitionId, limit, offset }: Part & { definitionId: string },
): Promise<SeriesLine[]> {
  const { rows } = await sql<SeriesLine>`
    SELECT ${line} FROM comparable_series s ${rest}
    WHERE ${ofDefinition(definitionId)} AND ${inSight(looker)}
    ORDER BY b.name, s.id LIMIT ${limit} OFFSET ${offset}`.execute(db);
  return rows;
}

export async function countComparable(db: Db, looker: Looker, definitionId: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    SELECT count(*) AS count FROM comparable_series s
    WHERE ${ofDefinition(definitionId)} AND ${inSight(looker)}`.execute(db);
  return rows[0]!.count;
}
