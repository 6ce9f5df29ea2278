import { sql, type RawBuilder } from "kysely";
import type { Db } from "#platform/database.ts";
import { isArea, type BodyRow, type BodySummary, type KindCount } from "../body.ts";
import type { Page } from "./find-bodies.ts";

/** How many open bodies of each kind belong to this one, and how many of them are the next step down. */
export async function countBelow(db: Db, body: BodySummary): Promise<(KindCount & { nearest: number })[]> {
  const { rows } = await sql<KindCount & { nearest: number }>`
    SELECT k.kind, k.label, k.plural, c.count, c.nearest FROM (
      SELECT kind, sum(count) AS count, sum(nearest) AS nearest FROM bodies_below
      WHERE body_id = ${body.id} GROUP BY kind HAVING sum(count) > 0
    ) c JOIN body_kinds k USING (kind) ORDER BY k.position`.execute(db);
  return rows;
}

/** The next step down: what stands directly below, or sits in the area. */
export async function listNearest(
  db: Db,
  body: BodySummary,
  page: Page & { kind?: string | undefined },
): Promise<BodyRow[]> {
  const { rows } = await sql<BodyRow>`
    SELECT b.code, b.name, k.label AS "kindLabel", b.town, b.closed_on AS "closedOn",
      '{}'::text[] AS "formerNames", NULL AS heir
    FROM bodies b JOIN body_kinds k USING (kind)
    WHERE ${isNearest(body)} AND b.closed_on IS NULL AND ${page.kind ? sql`b.kind = ${page.kind}` : sql`true`}
    ORDER BY k.position, b.name, b.code LIMIT ${page.size} OFFSET ${page.offset}`.execute(db);
  return rows;
}

function isNearest(body: BodySummary): RawBuilder<boolean> {
  return isArea(body)
    ? sql`b.id = ANY (ARRAY(SELECT m.body_id FROM area_members m WHERE m.area_id = ${body.id}))`
    : sql`b.parent_id = ${body.id}`;
}

/** Puts together what was added to these numbers since, if there is anything to put together. */
export async function countAnew(db: Db): Promise<void> {
  await db
    .transaction()
    .setIsolationLevel("repeatable read")
    .execute(async (tx) => {
      const { rows } = await sql`
        SELECT FROM bodies_below GROUP BY body_id, kind HAVING count(*) > 1 LIMIT 1`.execute(tx);
      if (rows.length > 0) await sql`SELECT count_bodies_anew()`.execute(tx);
    });
}
