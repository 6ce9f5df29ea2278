import { sql } from "kysely";
import type { Db, Tx } from "#platform/database.ts";
import type { Point, StoredPoint } from "../point.ts";

/** The points of a series that was found in sight, in the order of their periods. */
export async function readPoints(db: Db | Tx, seriesNo: number): Promise<StoredPoint[]> {
  const { rows } = await sql<StoredPoint>`
    SELECT period, state, value, numerator, denominator, note, version, written_by AS "writtenBy",
      written_at AS "writtenAt"
    FROM points WHERE series_no = ${seriesNo} ORDER BY period LIMIT 50000`.execute(db);
  return rows;
}

export type Writing = { seriesNo: number; points: readonly Point[]; by: string; at: Date; reason: string };

/**
 * Writes each period's figure, new or corrected, and keeps what stood there before. A figure that is the same
 * as the one that stands there is no correction. Says how many were new and how many corrected.
 */
export async function writePoints(tx: Tx, writing: Writing): Promise<{ added: number; corrected: number }> {
  const { rows } = await sql<{ added: number; corrected: number }>`
    WITH given AS (
      SELECT * FROM jsonb_to_recordset(${JSON.stringify(writing.points)}::jsonb) AS g(
        period date, state text, value double precision, numerator double precision,
        denominator double precision, note text)
    ), changed AS (
      SELECT g.*, p.period IS NOT NULL AS was_there FROM given g
      LEFT JOIN points p ON p.series_no = ${writing.seriesNo} AND p.period = g.period
      WHERE p.period IS NULL OR (p.state, p.value, p.numerator, p.denominator, p.note)
        IS DISTINCT FROM (g.state, g.value, g.numerator, g.denominator, g.note)
    ), kept AS (
      INSERT INTO point_corrections (series_no, period, version, state, value, numerator, denominator, note,
        written_by, written_at, reason, corrected_by, corrected_at)
      SELECT p.series_no, p.period, p.version, p.state, p.value, p.numerator, p.denominator, p.note,
        p.written_by, p.written_at, ${writing.reason}, ${writing.by}::uuid, ${writing.at}::timestamptz
      FROM points p JOIN changed c ON c.period = p.period
      WHERE p.series_no = ${writing.seriesNo} AND c.was_there
    ), written AS (
      INSERT INTO points AS p (series_no, period, state, value, numerator, denominator, note, written_by, written_at)
      SELECT ${writing.seriesNo}, period, state, value, numerator, denominator, note,
        ${writing.by}::uuid, ${writing.at}::timestamptz
      FROM changed
      ON CONFLICT (series_no, period) DO UPDATE SET state = excluded.state, value = excluded.value,
        numerator = excluded.numerator, denominator = excluded.denominator, note = excluded.note,
        written_by = excluded.written_by, written_at = excluded.written_at, version = p.version + 1
    )
    SELECT count(*) FILTER (WHERE NOT was_there) AS added, count(*) FILTER (WHERE was_there) AS corrected
    FROM changed`.execute(tx);
  return rows[0]!;
}

/** What stood in a period before it was corrected. */
export type Correction = Point & { version: number; reason: string; by: string | null; at: Date };

export async function listCorrections(db: Db, seriesNo: number): Promise<Correction[]> {
  const { rows } = await sql<Correction>`
    SELECT c.period, c.state, c.value, c.numerator, c.denominator, c.note, c.version, c.reason,
      u.name AS by, c.corrected_at AS at
    FROM point_corrections c LEFT JOIN users u ON u.id = c.corrected_by
    WHERE c.series_no = ${seriesNo} ORDER BY c.corrected_at DESC, c.period DESC LIMIT 200`.execute(db);
  return rows;
}
