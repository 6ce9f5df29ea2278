import { sql } from "kysely";
import type { Db, Tx } from "#platform/database.ts";
import type { Visibility } from "#platform/sight.ts";

/** Says whether it was still of this version. */
export async function writeVisibility(
  tx: Tx,
  id: string,
  { visibility, version }: { visibility: Visibility; version: number },
): Promise<boolean> {
  const written = await tx
    .updateTable("series")
    .set((column) => ({ visibility, version: column("version", "+", 1) }))
    .where("id", "=", id)
    .where("version", "=", version)
    .executeTakeFirst();
  return written.numUpdatedRows === 1n;
}

/** Given once however often it is given. */
export async function giveSeries(tx: Tx, id: string, bodyId: string): Promise<void> {
  await sql`UPDATE series SET given_to = array_append(given_to, ${bodyId}::uuid), version = version + 1
    WHERE id = ${id} AND NOT given_to @> ARRAY[${bodyId}::uuid]`.execute(tx);
}

export async function takeSeriesBack(tx: Tx, id: string, bodyId: string): Promise<boolean> {
  const { numAffectedRows } = await sql`
    UPDATE series SET given_to = array_remove(given_to, ${bodyId}::uuid), version = version + 1
    WHERE id = ${id} AND given_to @> ARRAY[${bodyId}::uuid]`.execute(tx);
  return (numAffectedRows ?? 0n) > 0n;
}

export type Given = { id: string; code: string; name: string };

/** The bodies that a series was given to. */
export async function readGiven(db: Db, id: string): Promise<Given[]> {
  const { rows } = await sql<Given>`
    SELECT b.id, b.code, b.name FROM series s JOIN bodies b ON b.id = ANY (s.given_to)
    WHERE s.id = ${id} ORDER BY b.name`.execute(db);
  return rows;
}

export async function writeClosed(tx: Tx, id: string, closedAt: Date | null): Promise<void> {
  await tx
    .updateTable("series")
    .set((column) => ({ closed_at: closedAt, version: column("version", "+", 1) }))
    .where("id", "=", id)
    .execute();
}
