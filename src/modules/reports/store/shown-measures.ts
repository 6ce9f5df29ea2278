import type { Db, Tx } from "#platform/database.ts";
import type { ShownMeasure, WayShown } from "../shown-measure.ts";

/** All that a body's board was ever shown, the newest first. */
export async function readShownMeasures(db: Db | Tx, bodyId: string): Promise<ShownMeasure[]> {
  const rows = await db
    .selectFrom("shown_measures")
    .select(["id", "name", "paper", "shown_as as shownAs", "since", "until", "note"])
    .where("body_id", "=", bodyId)
    .orderBy("name")
    .orderBy("since", "desc")
    .limit(1000)
    .execute();
  return rows as ShownMeasure[];
}

export type Showing = {
  bodyId: string;
  name: string;
  paper: string;
  shownAs: WayShown;
  since: string;
  note: string;
  by: string;
  at: Date;
};

/** From this day on it is shown in this way; how it was shown before stays on record. */
export async function writeShowing(tx: Tx, given: Showing): Promise<void> {
  await tx
    .updateTable("shown_measures")
    .set({ until: given.since })
    .where("body_id", "=", given.bodyId)
    .where((where) => where(where.fn<string>("lower", ["name"]), "=", given.name.toLowerCase()))
    .where("until", "is", null)
    .execute();
  await tx
    .insertInto("shown_measures")
    .values({
      body_id: given.bodyId,
      name: given.name,
      paper: given.paper,
      shown_as: given.shownAs,
      since: given.since,
      note: given.note,
      written_by: given.by,
      written_at: given.at,
    })
    .execute();
}
