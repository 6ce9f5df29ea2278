import { isPerson } from "#platform/actor.ts";
import { tell } from "#platform/live.ts";
import { perform, type Context } from "#platform/perform.ts";
import { Forbidden } from "#platform/problem.ts";
import type { Point } from "../point.ts";
import { mayRecordPoints } from "../policy.ts";
import { checkPoints } from "../check-points.ts";
import { seriesInSight } from "../queries/series-in-sight.ts";
import { refuseUnseen, type Seen } from "../seen-points.ts";
import { liveTopic, refuseClosed } from "../series.ts";
import { readPointsAt } from "../store/entry.ts";
import { writePoints } from "../store/points.ts";
import { reckon } from "../store/reckon.ts";
import { lockSeries } from "../store/series.ts";

export type Recorded = { added: number; corrected: number; revision: number };

/**
 * Figures of one series, by period: all of them or none. The same figures again change nothing. Whoever says what
 * they have seen does not write over what they have not.
 */
export async function recordPoints(
  context: Context,
  seriesId: string,
  { points, reason = "", seen }: { points: readonly Point[]; reason?: string; seen?: Seen },
): Promise<Recorded> {
  const series = await seriesInSight(context, seriesId);
  const { actor, at } = context;
  if (!isPerson(actor) || !mayRecordPoints(actor, series)) throw new Forbidden();
  refuseClosed(series);
  checkPoints(series.definition, points, at);
  return perform(context, async (tx) => {
    await lockSeries(tx, series.id);
    if (seen)
      refuseUnseen(series.definition, points, await readPointsAt(tx, series.number, periodsOf(points)), seen);
    const done = await writePoints(tx, { seriesNo: series.number, points, by: actor.id, at, reason });
    const revision = await reckon(tx, series, at);
    await tell(tx, liveTopic(series.id));
    return {
      result: { ...done, revision },
      did: { action: "record-points", kind: "series", id: series.id, bodyId: series.body.id, detail: done },
    };
  });
}

function periodsOf(points: readonly Point[]): string[] {
  return points.map((point) => point.period);
}
