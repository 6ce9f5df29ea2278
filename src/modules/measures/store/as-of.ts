import { sql } from "kysely";
import type { Db, Tx } from "#platform/database.ts";
import { keysOf, type Looker, type Visibility } from "#platform/sight.ts";
import type { View } from "../analysis.ts";
import type { DefinitionText } from "../definition.ts";
import type { Point } from "../point.ts";
import { definitionText } from "./series.ts";

/** A series as it stood at a moment: what it was made of, and the numbers that were known. */
export type SeriesAsOf = {
  id: string;
  number: number;
  split: string;
  body: { id: string; code: string; name: string };
  groupId: string;
  visibility: Visibility;
  definition: DefinitionText;
  view: View;
  points: Point[];
  annotations: { on: string; label: string }[];
};

type Head = Omit<SeriesAsOf, "points" | "annotations">;

/** The series of these that are in sight, in the order in which they were asked for. */
export async function readSeriesAsOf(
  db: Db | Tx,
  looker: Looker,
  { ids, asOf }: { ids: readonly string[]; asOf: Date },
): Promise<SeriesAsOf[]> {
  const { rows: heads } = await sql<Head>`
    SELECT s.id, s.number, s.split, jsonb_build_object('id', b.id, 'code', b.code, 'name', b.name) AS body,
      s.group_id AS "groupId", s.visibility, ${definitionText} AS definition,
      (SELECT jsonb_build_object('chart', a.chart, 'rules', a.rules, 'options', a.options)
        FROM series_analyses a WHERE a.series_id = s.id AND (a.written_at <= ${asOf} OR a.number = 1)
        ORDER BY a.number DESC LIMIT 1) AS view
    FROM unnest(${[...ids]}::uuid[]) WITH ORDINALITY wanted (id, place)
    JOIN series s ON s.id = wanted.id
    JOIN definition_versions v ON v.definition_id = s.definition_id AND v.version = s.definition_version
    JOIN bodies b ON b.id = s.body_id
    WHERE s.opened_by && ${keysOf(looker)}
    ORDER BY wanted.place`.execute(db);
  const points = await readPointsAsOf(
    db,
    heads.map((head) => head.number),
    asOf,
  );
  const annotations = await readAnnotations(
    db,
    heads.map((head) => head.id),
    asOf,
  );
  return heads.map((head) => ({
    ...head,
    points: points.get(head.number) ?? [],
    annotations: annotations.get(head.id) ?? [],
  }));
}

/** Each period's figure as it was known then: the one written last before that moment, corrected since or not. */
async function readPointsAsOf(
  db: Db | Tx,
  numbers: readonly number[],
  asOf: Date,
): Promise<Map<number, Point[]>> {
  const { rows } = await sql<{ series: number; points: Point[] }>`
    SELECT series_no AS series, jsonb_agg(jsonb_build_object('period', period, 'state', state, 'value', value,
      'numerator', numerator, 'denominator', denominator, 'note', note) ORDER BY period) AS points
    FROM (
      SELECT DISTINCT ON (series_no, period) * FROM (
        SELECT series_no, period, state, value, numerator, denominator, note, written_at, version
        FROM points WHERE series_no = ANY (${[...numbers]}::int[])
        UNION ALL
        SELECT series_no, period, state, value, numerator, denominator, note, written_at, version
        FROM point_corrections WHERE series_no = ANY (${[...numbers]}::int[])
      ) written
      WHERE written_at <= ${asOf}
      ORDER BY series_no, period, version DESC
    ) known
    GROUP BY series_no`.execute(db);
  return new Map(rows.map((row) => [row.series, row.points]));
}

async function readAnnotations(
  db: Db | Tx,
  ids: readonly string[],
  asOf: Date,
): Promise<Map<string, { on: string; label: string }[]>> {
  const { rows } = await sql<{ id: string; list: { on: string; label: string }[] }>`
    SELECT series_id AS id, jsonb_agg(jsonb_build_object('on', on_date, 'label', label) ORDER BY on_date, label) AS list
    FROM annotations WHERE series_id = ANY (${[...ids]}::uuid[]) AND written_at <= ${asOf}
    GROUP BY series_id`.execute(db);
  return new Map(rows.map((row) => [row.id, row.list]));
}
