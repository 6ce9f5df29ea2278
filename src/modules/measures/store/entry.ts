import { sql } from "kysely";
import type { Db, Tx } from "#platform/database.ts";
import type { StoredPoint } from "../point.ts";

/** The series that a short address names. Whether it is in sight is asked with its id. */
export async function findSeriesId(db: Db, number: number): Promise<string | undefined> {
  const found = await db.selectFrom("series").select("id").where("number", "=", number).executeTakeFirst();
  return found?.id;
}

/** The figures of some periods of a series that was found in sight. */
export async function readPointsAt(
  db: Db | Tx,
  seriesNo: number,
  periods: readonly string[],
): Promise<StoredPoint[]> {
  const { rows } = await sql<StoredPoint>`
    SELECT period, state, value, numerator, denominator, note, version, written_by AS "writtenBy",
      written_at AS "writtenAt"
    FROM points WHERE series_no = ${seriesNo} AND period = ANY (${periods}::date[]) ORDER BY period`.execute(
    db,
  );
  return rows;
}

/** The same for a stretch of time, both ends with it. */
export async function readPointsBetween(
  db: Db | Tx,
  seriesNo: number,
  [from, to]: readonly [string, string],
): Promise<StoredPoint[]> {
  const { rows } = await sql<StoredPoint>`
    SELECT period, state, value, numerator, denominator, note, version, written_by AS "writtenBy",
      written_at AS "writtenAt"
    FROM points WHERE series_no = ${seriesNo} AND period BETWEEN ${from} AND ${to}
    ORDER BY period LIMIT 600`.execute(db);
  return rows;
}

export async function lastPeriod(db: Db | Tx, seriesNo: number): Promise<string | null> {
  const { rows } = await sql<{ last: string | null }>`
    SELECT max(period) AS last FROM points WHERE series_no = ${seriesNo}`.execute(db);
  return rows[0]?.last ?? null;
}
