import { sql } from "kysely";
import type { Tx } from "#platform/database.ts";
import { annotate, removeAnnotations } from "#modules/measures/index.ts";
import { chartLabel } from "../chart-label.ts";
import { readTest } from "./tests.ts";

type Drawing = { planId: string; testId: string; by: string; at: Date };

/** Draws a test, as it stands now, at its first day on the charts that it is about: its own and those of its idea. */
export async function drawOnCharts(tx: Tx, { planId, testId, by, at }: Drawing): Promise<void> {
  const source = `test:${testId}`;
  await removeAnnotations(tx, source);
  const test = await readTest(tx, planId, testId);
  if (!test) return;
  for (const seriesId of await chartsOf(tx, testId)) {
    const [label, decision] = [chartLabel(test), test.decision];
    const href = `/plans/${planId}/tests/${testId}`;
    await annotate(tx, { seriesId, source, on: test.startsOn, label, href, decision, by, at });
  }
}

async function chartsOf(tx: Tx, testId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    SELECT t.series_id AS id FROM tests t WHERE t.id = ${testId} AND t.series_id IS NOT NULL
    UNION
    SELECT ps.series_id FROM tests t JOIN plan_series ps ON ps.node_id = t.node_id WHERE t.id = ${testId}
    LIMIT 20`.execute(tx);
  return rows.map((row) => row.id);
}
