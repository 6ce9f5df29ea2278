import { sql } from "kysely";
import type { Db, Tx } from "#platform/database.ts";
import type { FrozenItem, Kept, ReportItem, Section } from "../report.ts";

/** The items of a report that was found in sight, in its order. */
export async function readItems(db: Db | Tx, reportId: string): Promise<ReportItem[]> {
  const { rows } = await sql<ReportItem>`
    SELECT i.id, i.series_id AS "seriesId", i.section, i.position, i.words, i.commitment,
      (SELECT jsonb_build_object('id', u.id, 'name', u.name) FROM users u WHERE u.id = i.committed_by) AS "committedBy",
      i.due_on AS "dueOn", i.kept, i.kept_note AS "keptNote", i.frozen, i.version
    FROM report_items i WHERE i.report_id = ${reportId} ORDER BY i.position, i.id LIMIT 200`.execute(db);
  return rows;
}

/** The chosen series and no others, in the order given; what was written of those that stay is kept. */
export async function writeChoice(
  tx: Tx,
  reportId: string,
  chosen: readonly { seriesId: string; section: Section }[],
): Promise<void> {
  await sql`
    DELETE FROM report_items WHERE report_id = ${reportId}
      AND series_id <> ALL (${chosen.map((one) => one.seriesId)}::uuid[])`.execute(tx);
  await sql`
    INSERT INTO report_items (report_id, series_id, section, position)
    SELECT ${reportId}, c."seriesId", c.section, c.place
    FROM jsonb_to_recordset(${JSON.stringify(chosen.map((one, place) => ({ ...one, place })))}::jsonb)
      AS c("seriesId" uuid, section text, place integer)
    ON CONFLICT (report_id, series_id) DO UPDATE SET position = excluded.position`.execute(tx);
}

export type ItemText = {
  section: Section;
  words: string;
  commitment: string;
  committedBy: string | null;
  dueOn: string | null;
};

export async function writeItem(
  tx: Tx,
  { id, version }: { id: string; version: number },
  text: ItemText,
): Promise<boolean> {
  const done = await tx
    .updateTable("report_items")
    .set({
      section: text.section,
      words: text.words,
      commitment: text.commitment,
      committed_by: text.committedBy,
      due_on: text.dueOn,
      version: version + 1,
    })
    .where("id", "=", id)
    .where("version", "=", version)
    .where("frozen", "is", null)
    .executeTakeFirst();
  return done.numUpdatedRows === 1n;
}

export async function writeFrozen(
  tx: Tx,
  items: readonly { id: string; frozen: FrozenItem }[],
): Promise<void> {
  await sql`
    UPDATE report_items i SET frozen = f.frozen
    FROM jsonb_to_recordset(${JSON.stringify(items)}::jsonb) AS f(id uuid, frozen jsonb)
    WHERE i.id = f.id`.execute(tx);
}

export async function writeKept(
  tx: Tx,
  { id, version }: { id: string; version: number },
  said: { kept: Kept; note: string },
): Promise<boolean> {
  const done = await tx
    .updateTable("report_items")
    .set({ kept: said.kept, kept_note: said.note, version: version + 1 })
    .where("id", "=", id)
    .where("version", "=", version)
    .executeTakeFirst();
  return done.numUpdatedRows === 1n;
}
