import type { Context } from "#platform/perform.ts";
import { Forbidden } from "#platform/problem.ts";
import { cardOf } from "../card-of.ts";
import { maySeeSeries } from "../policy.ts";
import type { SeriesCard } from "../series-line.ts";
import { readLines } from "../store/lines.ts";

/** Series to be drawn small, as far as whoever asks can see them, in the order in which they were asked for. */
export async function seriesCards(context: Context, ids: readonly string[]): Promise<SeriesCard[]> {
  if (!maySeeSeries(context.actor)) throw new Forbidden();
  if (ids.length === 0) return [];
  return (await readLines(context.db, context, ids)).map(cardOf);
}
