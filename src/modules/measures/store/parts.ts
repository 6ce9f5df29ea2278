import { sql } from "kysely";
import type { Db } from "#platform/database.ts";
import { keysOf, type Looker } from "#platform/sight.ts";
import type { SmallNumbers } from "../small-numbers.ts";

export async function hasPart(db: Db, wholeId: string, split: string): Promise<boolean> {
  const found = await db
    .selectFrom("series")
    .select("id")
    .where("whole_id", "=", wholeId)
    .where("split", "=", split)
    .executeTakeFirst();
  return found !== undefined;
}

/** How much of the whole each part makes up over a time. Small counts of people are hidden here. */
export type PartSize = { name: string; count: number | null };

export async function readPartSizes(
  db: Db,
  looker: Looker,
  asked: { wholeId: string; from: string; to: string; small: SmallNumbers },
): Promise<PartSize[]> {
  const { least, rounding } = asked.small;
  const { rows } = await sql<PartSize>`
    WITH sizes AS (
      SELECT s.split AS name, sum(coalesce(p.value, p.numerator)) AS size,
        row_number() OVER (ORDER BY s.split) AS place
      FROM series s JOIN points p ON p.series_no = s.number AND p.period BETWEEN ${asked.from} AND ${asked.to}
      WHERE s.whole_id = ${asked.wholeId} AND s.closed_at IS NULL AND s.opened_by && ${keysOf(looker)}
        AND p.state = 'number'
      GROUP BY s.id, s.split
    ), shown AS (SELECT hide_small(array_agg(size ORDER BY place), ${least}, ${rounding}) AS counts FROM sizes)
    SELECT z.name, s.counts[z.place] AS count FROM sizes z, shown s ORDER BY z.place`.execute(db);
  return rows;
}
