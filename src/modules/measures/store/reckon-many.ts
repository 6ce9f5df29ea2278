import { sql } from "kysely";
import type { Db, Tx } from "#platform/database.ts";
import type { View } from "../analysis.ts";
import type { DefinitionText } from "../definition.ts";
import { pointColumns, type PointColumns } from "./point-columns.ts";
import { definitionText, type Verdict } from "./series.ts";

/** Series as they are reckoned in bulk: what was last found, and the numbers. */
export type ToReckon = PointColumns & {
  number: number;
  revision: number;
  definition: DefinitionText;
  view: View;
  points: number;
  lastPeriod: string | null;
  lastValue: number | null;
  variation: string | null;
  assurance: string | null;
};

export type Part = { after: number; upTo: number; limit: number; onlyUnreckoned: boolean };

/** The next so many series by number, with all their points. A point without a number is an empty place. */
export async function readToReckon(db: Db | Tx, part: Part): Promise<ToReckon[]> {
  const { rows } = await sql<ToReckon>`
    SELECT s.number, s.revision, ${definitionText} AS definition,
      jsonb_build_object('chart', a.chart, 'rules', a.rules, 'options', a.options) AS view,
      s.points, s.last_period AS "lastPeriod", s.last_value AS "lastValue", s.variation, s.assurance, p.*
    FROM series s
    JOIN definition_versions v ON v.definition_id = s.definition_id AND v.version = s.definition_version
    JOIN series_analyses a ON a.series_id = s.id AND a.number = s.analysis
    LEFT JOIN LATERAL (
      SELECT ${pointColumns}
      FROM points WHERE series_no = s.number) p ON true
    WHERE s.number > ${part.after} AND s.number <= ${part.upTo}
      AND (NOT ${part.onlyUnreckoned}::boolean OR s.variation IS NULL)
    ORDER BY s.number LIMIT ${part.limit}`.execute(db);
  return rows;
}

export async function lastNumber(db: Db): Promise<number> {
  const { rows } = await sql<{ last: number | null }>`SELECT max(number) AS last FROM series`.execute(db);
  return rows[0]?.last ?? 0;
}

/**
 * Written where nothing has changed since they were read, for whoever was quicker has reckoned it already, and where
 * it is another verdict than before. Says of how many.
 */
export async function writeVerdicts(
  db: Db | Tx,
  verdicts: readonly (Verdict & { number: number; revision: number })[],
): Promise<number> {
  if (verdicts.length === 0) return 0;
  const { numAffectedRows } = await sql`
    UPDATE series s SET points = g.points, first_period = g."firstPeriod", last_period = g."lastPeriod",
      last_value = g."lastValue", variation = g.variation, assurance = g.assurance, sentence = g.sentence,
      signal_from = g."signalFrom", signal_meaning = g."signalMeaning", revision = s.revision + 1
    FROM jsonb_to_recordset(${JSON.stringify(verdicts)}::jsonb) AS g(number integer, revision integer, points integer,
      "firstPeriod" date, "lastPeriod" date, "lastValue" double precision, variation text, assurance text,
      sentence text, "signalFrom" date, "signalMeaning" text)
    WHERE s.number = g.number AND s.revision = g.revision
      AND (s.points, s.first_period, s.last_period, s.last_value, s.variation, s.assurance, s.sentence, s.signal_from,
        s.signal_meaning)
      IS DISTINCT FROM (g.points, g."firstPeriod", g."lastPeriod", g."lastValue", g.variation, g.assurance, g.sentence,
        g."signalFrom", g."signalMeaning")`.execute(db);
  return Number(numAffectedRows ?? 0);
}
