import type { Db } from "#platform/database.ts";
import { seriesAtOnce } from "../policy.ts";
import { changedOf, isPlainXmr } from "../plain-xmr.ts";
import { pointsOf } from "../store/point-columns.ts";
import { lastNumber, readToReckon, writeVerdicts, type ToReckon } from "../store/reckon-many.ts";
import { verdictFor } from "../verdict.ts";

export type ReckonedAll = { series: number; written: number };

/** In lanes, so that the database reads for one while another is reckoned; each takes 2 connections at most. */
const lanes = 2;

/**
 * Every series reckoned again, as after a change of the statistics or a load of many numbers: nobody's deed, because
 * it says nothing that the numbers did not. Only verdicts that are no longer what they were are written.
 */
export async function reckonAll(
  db: Db,
  { onlyUnreckoned = false }: { onlyUnreckoned?: boolean } = {},
): Promise<ReckonedAll> {
  const last = await lastNumber(db);
  const each = Math.ceil(last / lanes);
  const ends = Array.from({ length: lanes }, (_, lane) => ({
    after: lane * each,
    upTo: Math.min(last, (lane + 1) * each),
  }));
  const done = await Promise.all(ends.map((end) => reckonStretch(db, { ...end, onlyUnreckoned })));
  return {
    series: done.reduce((sum, one) => sum + one.series, 0),
    written: done.reduce((sum, one) => sum + one.written, 0),
  };
}

type Stretch = { after: number; upTo: number; onlyUnreckoned: boolean };

export async function reckonStretch(db: Db, stretch: Stretch): Promise<ReckonedAll> {
  const total = { series: 0, written: 0 };
  let after = stretch.after;
  let coming = readToReckon(db, { ...stretch, after, limit: seriesAtOnce });
  for (;;) {
    const rows = await coming;
    if (rows.length === 0) return total;
    after = rows.at(-1)!.number;
    coming = readToReckon(db, { ...stretch, after, limit: seriesAtOnce });
    const verdicts = toLookAt(rows).map((row) => ({
      ...verdictFor(row.definition, pointsOf(row.definition, row), row.view),
      number: row.number,
      revision: row.revision,
    }));
    total.series += rows.length;
    total.written += await writeVerdicts(db, verdicts);
  }
}

/** Plain charts in bulk, and of them only what changed; every other one by itself. */
function toLookAt(rows: readonly ToReckon[]): ToReckon[] {
  const { plain = [], other = [] } = Object.groupBy(rows, (row) => (isPlainXmr(row) ? "plain" : "other"));
  return [...changedOf(plain), ...other];
}
