import { sql, type RawBuilder } from "kysely";
import type { Db } from "#platform/database.ts";
import { isArea, type BodyRow, type BodySummary, type KindCount } from "../body.ts";
import type { Page } from "./find-bodies.ts";

/** How many open bodies of each kind belong to this one, and how many of them are the next step down. */
export async function countBelow(db: Db, body: BodySummary): Promise<(KindCount & { nearest: number })[]> {
  const nearest = isArea(body) ? sql`count(*)` : sql`count(*) FILTER (WHERE b.parent_id = ${body.id})`;
  const { rows } = await sql<KindCount & { nearest: number }>`
    SELECT k.kind, k.label, k.plural, c.count, c.nearest FROM (
      SELECT b.kind, count(*) AS count, ${nearest} AS nearest FROM bodies b
      WHERE ${belongsTo(body)} AND b.closed_on IS NULL GROUP BY b.kind
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

function belongsTo(body: BodySummary): RawBuilder<boolean> {
  return isArea(body) ? isNearest(body) : sql`b.ancestors @> ARRAY[${body.id}::uuid]`;
}

function isNearest(body: BodySummary): RawBuilder<boolean> {
  return isArea(body)
    ? sql`b.id = ANY (ARRAY(SELECT m.body_id FROM area_members m WHERE m.area_id = ${body.id}))`
    : sql`b.parent_id = ${body.id}`;
}
