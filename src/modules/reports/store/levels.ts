import { sql } from "kysely";
import type { Db } from "#platform/database.ts";
import { keysOf, type Looker } from "#platform/sight.ts";

/** One measure of an area of care, with who collects it at which level, and what that costs. */
export type LevelRow = {
  name: string;
  /** Its definition, where all of them have the same one of the catalogue; the series, where there is but one. */
  definitionId: string | null;
  seriesId: string | null;
  purpose: "improvement" | "judgement";
  tier: string;
  collector: string;
  places: number;
  series: number;
  minutesAYear: number;
  plans: number;
  reports: number;
  authority: string;
};

const pointsAYear = sql`CASE v.frequency WHEN 'day' THEN 365 WHEN 'week' THEN 52 WHEN 'fortnight' THEN 26
  WHEN 'month' THEN 12 WHEN 'quarter' THEN 4 WHEN 'year' THEN 1 ELSE 6 END`;

/** From the ward up, as the page is read. */
const tiersUp = sql`ARRAY['team', 'organisation', 'area', 'system', 'region', 'national-body', 'nation']`;

export async function readLevels(db: Db, looker: Looker, topic: string): Promise<LevelRow[]> {
  const { rows } = await sql<LevelRow>`
    SELECT v.name, v.purpose, k.tier, v.collector, count(DISTINCT s.body_id) AS places, count(*) AS series,
      CASE WHEN count(DISTINCT v.definition_id) = 1 AND bool_and(d.shared) THEN min(d.id::text) END AS "definitionId",
      CASE WHEN count(*) = 1 THEN min(s.id::text) END AS "seriesId",
      sum(v.minutes_per_point * ${pointsAYear}) AS "minutesAYear",
      sum((SELECT count(DISTINCT a.plan_id) FROM plan_series a WHERE a.series_id = s.id)) AS plans,
      sum((SELECT count(*) FROM report_items i WHERE i.series_id = s.id)) AS reports,
      max(v.authority) AS authority
    FROM definition_versions v JOIN definitions d ON d.id = v.definition_id
    JOIN series s ON s.definition_id = v.definition_id AND s.definition_version = v.version
    JOIN bodies b ON b.id = s.body_id JOIN body_kinds k ON k.kind = b.kind
    WHERE lower(v.topic) = lower(${topic}) AND s.closed_at IS NULL AND s.opened_by && ${keysOf(looker)}
    GROUP BY v.name, v.purpose, k.tier, v.collector
    ORDER BY array_position(${tiersUp}, k.tier), v.name LIMIT 200`.execute(db);
  return rows;
}

export type Stopped = { name: string; stopped: number; minutesAYear: number };

export async function readStopped(db: Db, looker: Looker, topic: string): Promise<Stopped[]> {
  const { rows } = await sql<Stopped>`
    SELECT v.name, count(*) AS stopped, sum(v.minutes_per_point * ${pointsAYear}) AS "minutesAYear"
    FROM definition_versions v
    JOIN series s ON s.definition_id = v.definition_id AND s.definition_version = v.version
    WHERE lower(v.topic) = lower(${topic}) AND s.closed_at IS NOT NULL AND s.opened_by && ${keysOf(looker)}
    GROUP BY v.name ORDER BY v.name LIMIT 100`.execute(db);
  return rows;
}

/** Where one place alone collects both, the series of each, so that one of them can be closed. */
export type Overlap = {
  one: string;
  other: string;
  places: number;
  oneSeries: string | null;
  otherSeries: string | null;
};

/** Measures of different names, much alike, that the same places collect: one of them may be enough. */
export async function readOverlaps(db: Db, looker: Looker, topic: string): Promise<Overlap[]> {
  const { rows } = await sql<Overlap>`
    WITH seen AS (
      SELECT v.name, s.body_id, min(s.id::text) AS series_id FROM definition_versions v
      JOIN series s ON s.definition_id = v.definition_id AND s.definition_version = v.version
      WHERE lower(v.topic) = lower(${topic}) AND s.closed_at IS NULL AND s.opened_by && ${keysOf(looker)}
      GROUP BY v.name, s.body_id LIMIT 5000
    ), names AS (SELECT DISTINCT name FROM seen LIMIT 200)
    SELECT a.name AS one, b.name AS other, count(*) AS places,
      CASE WHEN count(*) = 1 THEN min(sa.series_id) END AS "oneSeries",
      CASE WHEN count(*) = 1 THEN min(sb.series_id) END AS "otherSeries"
    FROM names a JOIN names b ON a.name < b.name AND similarity(lower(a.name), lower(b.name)) > 0.4
    JOIN seen sa ON sa.name = a.name JOIN seen sb ON sb.name = b.name AND sb.body_id = sa.body_id
    GROUP BY a.name, b.name ORDER BY places DESC LIMIT 50`.execute(db);
  return rows;
}
