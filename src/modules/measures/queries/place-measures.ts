import { paging, type AskedPage, type Paging } from "#platform/paging.ts";
import type { Context } from "#platform/perform.ts";
import { Forbidden } from "#platform/problem.ts";
import { cardOf } from "../card-of.ts";
import { mayBeginMeasure, maySeeSeries } from "../policy.ts";
import type { SeriesCard } from "../series-line.ts";
import { countLinesOfBody, listLinesOfBody } from "../store/lines.ts";

/** Each comes with its numbers and is analysed anew. */
const mostDrawn = 1_000;

export type PlaceMeasures = { cards: SeriesCard[]; paging: Paging; can: { begin: boolean } };

/** What is measured at a place, as far as whoever asks can see it: charts with a signal first. */
export async function placeMeasures(
  context: Context,
  body: { id: string; ancestors: readonly string[] },
  { page, size }: { page: AskedPage; size: number },
): Promise<PlaceMeasures> {
  if (!maySeeSeries(context.actor)) throw new Forbidden();
  const total = await countLinesOfBody(context.db, context, body.id);
  const shown = paging(total, page, size);
  const part = { bodyId: body.id, limit: Math.min(shown.size, mostDrawn), offset: shown.offset };
  const lines = total === 0 ? [] : await listLinesOfBody(context.db, context, part);
  return {
    cards: lines.map(cardOf),
    paging: shown,
    can: { begin: mayBeginMeasure(context.actor, [body.id, ...body.ancestors]) },
  };
}
