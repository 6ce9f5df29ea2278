import { sql } from "kysely";
import type { Db, Tx } from "#platform/database.ts";
import type { Count } from "../count.ts";

/** The count that holds of each day, the oldest first. */
export async function listCounts(db: Db, frameworkId: string, keys: readonly string[]): Promise<Count[]> {
  const { rows } = await sql<Count>`
    SELECT DISTINCT ON (c.item_key, c.on_date) c.item_key AS key, c.on_date AS "on", c.numerator, c.denominator,
      c.source, c.correction, c.reason, coalesce(b.name, c.body_code) AS "bodyName"
    FROM framework_counts c LEFT JOIN bodies b ON b.code = c.body_code
    WHERE c.framework_id = ${frameworkId} AND c.item_key = ANY (${[...keys]})
    ORDER BY c.item_key, c.on_date, c.correction DESC`.execute(db);
  return rows;
}

export type NewCount = {
  frameworkId: string;
  key: string;
  on: string;
  numerator: number;
  denominator: number;
  source: string;
  reason: string;
  bodyCode: string;
  by: string;
  at: Date;
};

/** A second count of the same day corrects the first, and needs a reason: false without one. */
export async function insertCount(tx: Tx, given: NewCount): Promise<boolean> {
  await sql`SELECT pg_advisory_xact_lock(hashtextextended(${`${given.frameworkId}/${given.key}`}, 0))`.execute(
    tx,
  );
  const { rows } = await sql<{ next: number }>`
    SELECT coalesce(max(correction) + 1, 0) AS next FROM framework_counts
    WHERE framework_id = ${given.frameworkId} AND item_key = ${given.key} AND on_date = ${given.on}`.execute(
    tx,
  );
  const correction = rows[0]!.next;
  if (correction > 0 && given.reason === "") return false;
  await tx
    .insertInto("framework_counts")
    .values({
      framework_id: given.frameworkId,
      item_key: given.key,
      on_date: given.on,
      correction,
      numerator: given.numerator,
      denominator: given.denominator,
      source: given.source,
      reason: correction > 0 ? given.reason : "",
      body_code: given.bodyCode,
      entered_by: given.by,
      entered_at: given.at,
    })
    .execute();
  return true;
}
