import { sql, type RawBuilder } from "kysely";
import type { Db } from "#platform/database.ts";
import type { BodyRow, NamedBody } from "../body.ts";
import { geographyKey, geographyLabel, type Geography } from "../geography.ts";
import { none, several, type Pattern } from "../overlap.ts";
import type { Page } from "./find-bodies.ts";

export type Overlap = { patterns: Pattern[]; names: { a: NamedBody[]; b: NamedBody[] } };

export async function readGeographies(db: Db): Promise<Geography[]> {
  const { rows } = await sql<{ kind: string; topic: string | null; plural: string }>`
    SELECT k.kind, t.topic, k.plural FROM body_kinds k
    CROSS JOIN LATERAL (SELECT DISTINCT b.topic FROM bodies b WHERE b.kind = k.kind AND b.closed_on IS NULL) t
    WHERE k.tier IN ('region', 'system', 'area') ORDER BY k.position, t.topic`.execute(db);
  return rows.map(({ kind, topic, plural }) => ({
    key: geographyKey(kind, topic),
    kind,
    topic,
    label: geographyLabel(plural, topic),
  }));
}

/** Which open organisations sit in which body of each division; a null for one that sits in none. */
function placements(a: Geography, b: Geography): RawBuilder<unknown> {
  return sql`
    places AS MATERIALIZED (
      SELECT p.id, p.code, p.name, ${isOf(a)} AS "isA", ${isOf(b)} AS "isB" FROM bodies p
      WHERE p.closed_on IS NULL AND (${isOf(a)} OR ${isOf(b)})
    ), organisations AS MATERIALIZED (
      SELECT o.id, o.ancestors FROM body_kinds k JOIN bodies o USING (kind)
      WHERE k.tier = 'organisation' AND o.closed_on IS NULL
    ), placed AS MATERIALIZED (
      SELECT o.id, p.code, p."isA", p."isB" FROM organisations o
        CROSS JOIN LATERAL unnest(o.ancestors) above JOIN places p ON p.id = above
      UNION ALL
      SELECT o.id, p.code, p."isA", p."isB" FROM places p
        JOIN area_members m ON m.area_id = p.id JOIN organisations o ON o.id = m.body_id
    )`;
}

function isOf({ kind, topic }: Geography): RawBuilder<boolean> {
  return sql`(p.kind = ${kind} AND p.topic IS NOT DISTINCT FROM ${topic})`;
}

export async function readOverlap(db: Db, a: Geography, b: Geography): Promise<Overlap> {
  const { rows } = await sql<Overlap>`
    WITH ${placements(a, b)}, seated AS (
      SELECT array_agg(p.code ORDER BY p.code) FILTER (WHERE p."isA") AS a,
        array_agg(p.code ORDER BY p.code) FILTER (WHERE p."isB") AS b
      FROM organisations o LEFT JOIN placed p ON p.id = o.id GROUP BY o.id
    ), patterns AS (
      SELECT coalesce(a, '{}') AS a, coalesce(b, '{}') AS b, count(*) AS count FROM seated GROUP BY 1, 2
    )
    SELECT (SELECT coalesce(json_agg(patterns), '[]') FROM patterns) AS patterns,
      (SELECT json_build_object('a', coalesce(json_agg(n ORDER BY n.name) FILTER (WHERE "isA"), '[]'),
        'b', coalesce(json_agg(n ORDER BY n.name) FILTER (WHERE "isB"), '[]')) FROM (
          SELECT code, name, "isA", "isB" FROM places) n) AS names`.execute(db);
  return rows[0]!;
}

/** A code, "none", "several", or empty for wherever it sits. */
export type Cell = { a: Geography; b: Geography; row: string; column: string };

export async function countInCell(db: Db, cell: Cell): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    WITH ${inCell(cell)} SELECT count(*) AS count FROM cell`.execute(db);
  return rows[0]!.count;
}

export async function listInCell(db: Db, cell: Cell, page: Page): Promise<BodyRow[]> {
  const { rows } = await sql<BodyRow>`
    WITH ${inCell(cell)}
    SELECT b.code, b.name, k.label AS "kindLabel", b.town, NULL AS "closedOn", ARRAY[]::text[] AS "formerNames",
      NULL AS heir
    FROM cell JOIN bodies b USING (id) JOIN body_kinds k USING (kind)
    ORDER BY b.name, b.code LIMIT ${page.size} OFFSET ${page.offset}`.execute(db);
  return rows;
}

function inCell({ a, b, row, column }: Cell): RawBuilder<unknown> {
  return sql`${placements(a, b)}, cell AS (
    SELECT o.id FROM organisations o LEFT JOIN placed p ON p.id = o.id GROUP BY o.id
    HAVING ${side("isA", row)} AND ${side("isB", column)}
  )`;
}

function side(which: "isA" | "isB", wanted: string): RawBuilder<boolean> {
  const isOfSide = sql.ref(`p.${which}`);
  if (wanted === "") return sql`true`;
  if (wanted === none) return sql`count(*) FILTER (WHERE ${isOfSide}) = 0`;
  if (wanted === several) return sql`count(*) FILTER (WHERE ${isOfSide}) > 1`;
  return sql`bool_or(${isOfSide} AND p.code = ${wanted})`;
}
