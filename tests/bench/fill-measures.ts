import type pg from "pg";
import type { FeedRow } from "../../src/modules/measures/read-feed.ts";

/** What a nation measures. */
export const wholeNation = { series: 500_000, points: 40 };

const bodies = 600;
const definitions = 20;

/**
 * So many series of 40 months each, straight into their tables: nine in ten are plain charts of one number, the
 * others rates. What opens them is left to the trigger's own tests, because it is the same for all.
 */
export async function fillMeasures(client: pg.Client, series: number): Promise<void> {
  await client.query("SET statement_timeout = 0");
  await client.query(
    `INSERT INTO bodies (kind, code, name) SELECT 'acute-trust', 'B' || n, 'Body ' || n FROM generate_series(1, ${bodies}) n`,
  );
  await client.query(`INSERT INTO groups DEFAULT VALUES`);
  await client.query(
    `INSERT INTO definitions (shared, created_at) SELECT false, now() FROM generate_series(1, ${definitions})`,
  );
  await client.query(`INSERT INTO definition_versions (definition_id, version, name, kind, form, denominator, multiplier, better, frequency, purpose, written_at)
    SELECT id, 1, 'Measure ' || n, 'outcome', CASE n % 10 WHEN 0 THEN 'rate' ELSE 'value' END,
      CASE n % 10 WHEN 0 THEN 'bed days' ELSE '' END, CASE n % 10 WHEN 0 THEN 1000 ELSE 1 END,
      (ARRAY['lower', 'higher', 'neither'])[n % 3 + 1], 'month', 'improvement', now()
    FROM (SELECT id, row_number() OVER () AS n FROM definitions) d`);
  await client.query("ALTER TABLE series DISABLE TRIGGER USER");
  await client.query(`
    WITH d AS (SELECT id, row_number() OVER () AS n FROM definitions), b AS (SELECT id, row_number() OVER () AS n FROM bodies)
    INSERT INTO series (definition_id, definition_version, body_id, group_id, visibility, purpose, created_at)
    SELECT d.id, 1, b.id, (SELECT id FROM groups LIMIT 1), 'organisation', 'improvement', now()
    FROM generate_series(1, ${series}) s JOIN d ON d.n = s % ${definitions} + 1 JOIN b ON b.n = s % ${bodies} + 1`);
  await client.query("ALTER TABLE series ENABLE TRIGGER USER");
  await client.query(`INSERT INTO series_analyses (series_id, number, chart, rules, written_at)
    SELECT s.id, 1, CASE v.form WHEN 'rate' THEN 'u' ELSE 'xmr' END, 'making-data-count-2023', now()
    FROM series s JOIN definition_versions v ON v.definition_id = s.definition_id`);
  await client.query(`INSERT INTO points (series_no, period, value, numerator, denominator, written_at)
    SELECT s.number, date '2021-01-01' + make_interval(months => m),
      CASE WHEN v.form = 'value' THEN 50 + (hashint4(s.number * 64 + m) % 17 + 17) END,
      CASE WHEN v.form = 'rate' THEN abs(hashint4(s.number * 64 + m)) % 9 END,
      CASE WHEN v.form = 'rate' THEN 900 + m END, now()
    FROM series s JOIN definition_versions v ON v.definition_id = s.definition_id, generate_series(0, ${wholeNation.points - 1}) m`);
  await client.query("ANALYZE");
}

const feedMonths = 80;
const feedMeasures = 25;
const feedBodies = 500;

/** A feed whose codes and measures have been said. */
export async function prepareFeed(client: pg.Client): Promise<{ feedId: string; groupId: string }> {
  const { rows: made } = await client.query<{ id: string; group_id: string }>(
    `INSERT INTO feeds (name, group_id, created_at) SELECT 'Published', id, now() FROM groups LIMIT 1 RETURNING id, group_id`,
  );
  const { id: feedId, group_id: groupId } = made[0]!;
  await client.query(`INSERT INTO feed_codes SELECT $1, code, id FROM bodies`, [feedId]);
  await client.query(
    `WITH made AS (INSERT INTO definitions (shared, created_at) SELECT true, now() FROM generate_series(1, ${feedMeasures}) RETURNING id),
      numbered AS (SELECT id, row_number() OVER () AS n FROM made),
      worded AS (INSERT INTO definition_versions (definition_id, version, name, kind, form, better, frequency, purpose, authority, written_at)
        SELECT id, 1, 'Published ' || n, 'outcome', 'value', 'lower', 'month', 'judgement', 'The contract', now() FROM numbered)
    INSERT INTO feed_measures SELECT $1, 'M' || n, id FROM numbered`,
    [feedId],
  );
  return { feedId, groupId };
}

/** 1,000,000 lines: 80 months of 25 measures of 500 bodies. */
export function* feedRows(): Generator<FeedRow> {
  let line = 1;
  for (let month = 0; month < feedMonths; month += 1) {
    const period = new Date(Date.UTC(2018, month, 1)).toISOString().slice(0, 10);
    for (let measure = 1; measure <= feedMeasures; measure += 1) {
      for (let body = 1; body <= feedBodies; body += 1) {
        line += 1;
        const value = (line * 7_919) % 400;
        yield {
          line,
          period,
          code: `B${body}`,
          measure: `M${measure}`,
          value,
          numerator: null,
          denominator: null,
        };
      }
    }
  }
}
