import type { Context } from "#platform/perform.ts";
import { Forbidden, NotFound } from "#platform/problem.ts";
import { maySeeSeries } from "../policy.ts";
import type { SeriesSeen } from "../series.ts";
import { listCorrections, type Correction } from "../store/points.ts";
import { listViews, readPicture, type ViewChanged } from "../store/views.ts";
import { seriesInSight } from "./series-in-sight.ts";

export type SeriesHistory = {
  series: SeriesSeen;
  changes: readonly ViewChanged[];
  corrections: readonly Correction[];
};

/** All that was changed of a series, the newest first. */
export async function seriesHistory(context: Context, id: string): Promise<SeriesHistory> {
  if (!maySeeSeries(context.actor)) throw new Forbidden();
  const series = await seriesInSight(context, id);
  const [changes, corrections] = await Promise.all([
    listViews(context.db, series.id),
    listCorrections(context.db, series.number),
  ]);
  return { series, changes, corrections };
}

/** The chart as it was before or after a change. */
export async function keptPicture(
  context: Context,
  id: string,
  picture: { number: number; which: "before" | "after" },
): Promise<string> {
  const series = await seriesInSight(context, id);
  const svg = Number.isSafeInteger(picture.number) ? await readPicture(context.db, series.id, picture) : null;
  if (svg === null) throw new NotFound();
  return svg;
}
