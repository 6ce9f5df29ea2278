import { version as statistics } from "@throughline/spc";
import type pg from "pg";
import type { Actor } from "#platform/actor.ts";
import type { Db } from "#platform/database.ts";
import { readSeriesAsOf, type SeriesAsOf } from "../../src/modules/measures/store/as-of.ts";

import type { FrozenItem } from "../../src/modules/reports/report.ts";

export type BenchPage = { name: string; path: string; most: number };

const places = 500;

/**
 * What anybody may open: 60 measures of one place, one measure of 500 places, and a frozen report of 40 measures.
 * Everything else that was filled in stands beside them and is found by nobody.
 */
export async function fillPages(client: pg.Client, months: number): Promise<void> {
  await client.query(`UPDATE series SET visibility = 'public' WHERE number IN (
    SELECT s.number FROM series s JOIN bodies b ON b.id = s.body_id WHERE b.code = 'B1' ORDER BY s.number LIMIT 60)`);
  await client.query(
    `WITH made AS (INSERT INTO definitions (shared, search_text, created_at) VALUES (true, ' published ', now()) RETURNING id),
      worded AS (INSERT INTO definition_versions (definition_id, version, name, kind, form, unit, better, frequency, purpose, authority, written_at)
        SELECT id, 1, 'Published', 'outcome', 'value', '%', 'lower', 'month', 'judgement', 'The contract', now() FROM made),
      begun AS (INSERT INTO series (definition_id, definition_version, body_id, group_id, visibility, purpose, created_at)
        SELECT made.id, 1, b.id, (SELECT id FROM groups LIMIT 1), 'public', 'judgement', now()
        FROM made, (SELECT id FROM bodies WHERE code LIKE 'B%' ORDER BY id LIMIT ${places}) b RETURNING id, number),
      looked AS (INSERT INTO series_analyses (series_id, number, chart, rules, options, written_at)
        SELECT id, 1, 'xmr', 'making-data-count-2023', '{"targets": [{"from": "2021-01-01", "value": 60}]}', now() FROM begun)
    INSERT INTO points (series_no, period, value, written_at)
      SELECT number, date '2021-01-01' + make_interval(months => m), 50 + hashint4(number * 64 + m) % 17, now()
      FROM begun, generate_series(0, $1 - 1) m`,
    [months],
  );
}

const anybody: Actor = { kind: "visitor" };

/** The pages by name, each with the goal of the brief in milliseconds of the server's time. */
export async function benchPages(db: Db, client: pg.Client): Promise<BenchPage[]> {
  const { rows } = await client.query<{ id: string }>(
    "SELECT definition_id AS id FROM series WHERE purpose = 'judgement' ORDER BY number LIMIT 1",
  );
  return [
    { name: "60 small multiples", path: "/bodies/B1/measures", most: 150 },
    {
      name: "a measure in 250 places, as icons",
      path: `/measures/${rows[0]!.id}/places?show=icons`,
      most: 300,
    },
    { name: "a report of 40 series", path: `/reports/${await frozenReport(db, client)}`, most: 300 },
  ];
}

function frozenOf({ definition, view, points, annotations, body }: SeriesAsOf): FrozenItem {
  return { name: definition.name, place: body.name, definition, view, points, annotations, statistics };
}

async function frozenReport(db: Db, client: pg.Client): Promise<string> {
  const at = new Date();
  const { rows } = await client.query<{ id: string }>(
    `SELECT s.id FROM series s JOIN bodies b ON b.id = s.body_id
      WHERE b.code = 'B1' AND s.visibility = 'public' AND s.purpose = 'improvement' ORDER BY s.number LIMIT 40`,
  );
  const ids = rows.map(({ id }) => id);
  const series = await readSeriesAsOf(db, { actor: anybody, at }, { ids, asOf: at });
  const { rows: made } = await client.query<{ id: string }>(
    `WITH kept AS (INSERT INTO groups DEFAULT VALUES RETURNING id)
    INSERT INTO reports (id, body_id, title, period, audience, visibility, as_of, frozen_at, digest, created_at)
      SELECT kept.id, (SELECT id FROM bodies WHERE code = 'B1'), 'A report', 'A quarter', 'public', 'public', $1, $1, '\\x00', $1
      FROM kept RETURNING id`,
    [at],
  );
  const report = made[0]!.id;
  await client.query(
    `INSERT INTO report_items (report_id, series_id, section, position, frozen)
      SELECT $1, series, 'quality', place, frozen FROM unnest($2::uuid[], $3::jsonb[]) WITH ORDINALITY i (series, frozen, place)`,
    [report, ids, series.map((one) => JSON.stringify(frozenOf(one)))],
  );
  return report;
}
