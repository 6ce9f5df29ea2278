import { sql } from "kysely";
import type { Db, Tx } from "#platform/database.ts";
import type { Decision, SeriesAnnotation } from "../annotation.ts";

/** Of a series that was found in sight. */
export async function readAnnotations(db: Db | Tx, seriesId: string): Promise<SeriesAnnotation[]> {
  const { rows } = await sql<SeriesAnnotation>`
    SELECT a.id, a.on_date AS "on", a.label, a.href, a.source, a.decision, u.name AS "writtenBy"
    FROM annotations a LEFT JOIN users u ON u.id = a.written_by
    WHERE a.series_id = ${seriesId} ORDER BY a.on_date, a.written_at LIMIT 500`.execute(db);
  return rows;
}

export type NewAnnotation = {
  seriesId: string;
  on: string;
  label: string;
  href: string;
  source: string | null;
  decision: Decision | null;
  by: string | null;
  at: Date;
};

/** What has a source is there once in a series: said again it is changed. */
export async function putAnnotation(tx: Tx, given: NewAnnotation): Promise<string> {
  const { rows } = await sql<{ id: string }>`
    INSERT INTO annotations (series_id, on_date, label, href, source, decision, written_by, written_at)
    VALUES (${given.seriesId}, ${given.on}, ${given.label}, ${given.href}, ${given.source},
      ${given.decision}, ${given.by}, ${given.at})
    ON CONFLICT (series_id, source) WHERE source IS NOT NULL
    DO UPDATE SET on_date = excluded.on_date, label = excluded.label, href = excluded.href,
      decision = excluded.decision
    RETURNING id`.execute(tx);
  await countRevision(tx, [given.seriesId]);
  return rows[0]!.id;
}

/** Says which series it was taken from. */
export async function deleteAnnotationsOf(tx: Tx, source: string): Promise<string[]> {
  const gone = await tx
    .deleteFrom("annotations")
    .where("source", "=", source)
    .returning("series_id")
    .execute();
  const ids = gone.map((row) => row.series_id);
  await countRevision(tx, ids);
  return ids;
}

/** Only what a person wrote: what another module put there it takes away itself. */
export async function deleteAnnotation(tx: Tx, seriesId: string, id: string): Promise<boolean> {
  const gone = await tx
    .deleteFrom("annotations")
    .where("series_id", "=", seriesId)
    .where("id", "=", id)
    .where("source", "is", null)
    .executeTakeFirst();
  await countRevision(tx, [seriesId]);
  return gone.numDeletedRows > 0n;
}

/** A picture with another annotation is another picture. */
async function countRevision(tx: Tx, seriesIds: readonly string[]): Promise<void> {
  if (seriesIds.length === 0) return;
  await sql`UPDATE series SET revision = revision + 1 WHERE id = ANY (${[...seriesIds]}::uuid[])`.execute(tx);
}
