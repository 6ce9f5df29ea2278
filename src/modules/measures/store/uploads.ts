import { sql } from "kysely";
import type { Db, Tx } from "#platform/database.ts";
import type { UploadedSheet } from "../upload.ts";

export type Upload = { id: string; fileName: string; sheets: UploadedSheet[]; loadedAt: Date | null };

export async function insertUpload(
  tx: Tx,
  given: { seriesId: string; userId: string; fileName: string; sheets: readonly UploadedSheet[]; at: Date },
): Promise<string> {
  await sql`DELETE FROM number_uploads WHERE created_at < ${given.at}::timestamptz - interval '1 day'`.execute(
    tx,
  );
  const { id } = await tx
    .insertInto("number_uploads")
    .values({
      series_id: given.seriesId,
      user_id: given.userId,
      file_name: given.fileName,
      sheets: JSON.stringify(given.sheets),
      created_at: given.at,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

/** A file is its uploader's: nobody else comes to it, whatever they may do with the series. */
export async function readUpload(
  db: Db | Tx,
  which: { id: string; seriesId: string; userId: string },
): Promise<Upload | undefined> {
  const { rows } = await sql<Upload>`
    SELECT id, file_name AS "fileName", sheets, loaded_at AS "loadedAt" FROM number_uploads
    WHERE id = ${which.id} AND series_id = ${which.seriesId} AND user_id = ${which.userId}`.execute(db);
  return rows[0];
}

export async function markLoaded(tx: Tx | Db, id: string, at: Date): Promise<void> {
  await tx.updateTable("number_uploads").set({ loaded_at: at }).where("id", "=", id).execute();
}
