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
