import { sql } from "kysely";
import type { Db, Tx } from "#platform/database.ts";
import type { View } from "../analysis.ts";

/** How a series that was found in sight is looked at now. */
export async function readView(db: Db | Tx, seriesId: string, number: number): Promise<View> {
  const { rows } = await sql<View>`
    SELECT chart, rules, options FROM series_analyses
    WHERE series_id = ${seriesId} AND number = ${number}`.execute(db);
  return rows[0]!;
}

export type NewView = {
  seriesId: string;
  number: number;
  view: View;
  reason: string;
  pictures: { before: string; after: string } | null;
  by: string | null;
  at: Date;
};

export async function insertView(tx: Tx, given: NewView): Promise<void> {
  await tx
    .insertInto("series_analyses")
    .values({
      series_id: given.seriesId,
      number: given.number,
      chart: given.view.chart,
      rules: given.view.rules,
      options: JSON.stringify(given.view.options),
      reason: given.reason,
      before_picture: given.pictures?.before ?? null,
      after_picture: given.pictures?.after ?? null,
      written_by: given.by,
      written_at: given.at,
    })
    .execute();
}

/** From now on this one is shown; unless another has taken its place in the meantime. */
export async function takeView(
  tx: Tx,
  seriesId: string,
  { from, to }: { from: number; to: number },
): Promise<boolean> {
  const taken = await tx
    .updateTable("series")
    .set({ analysis: to })
    .where("id", "=", seriesId)
    .where("analysis", "=", from)
    .executeTakeFirst();
  return taken.numUpdatedRows === 1n;
}

/** A change of how a series is looked at, as its history tells it. */
export type ViewChanged = View & {
  number: number;
  reason: string;
  hasPictures: boolean;
  by: string | null;
  at: Date;
};

export async function listViews(db: Db, seriesId: string): Promise<ViewChanged[]> {
  const { rows } = await sql<ViewChanged>`
    SELECT a.number, a.chart, a.rules, a.options, a.reason, a.after_picture IS NOT NULL AS "hasPictures",
      u.name AS by, a.written_at AS at
    FROM series_analyses a LEFT JOIN users u ON u.id = a.written_by
    WHERE a.series_id = ${seriesId} ORDER BY a.number DESC LIMIT 200`.execute(db);
  return rows;
}

export async function readPicture(
  db: Db,
  seriesId: string,
  { number, which }: { number: number; which: "before" | "after" },
): Promise<string | null> {
  const row = await db
    .selectFrom("series_analyses")
    .select(["before_picture", "after_picture"])
    .where("series_id", "=", seriesId)
    .where("number", "=", number)
    .executeTakeFirst();
  return row?.[`${which}_picture`] ?? null;
}
