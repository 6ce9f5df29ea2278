import { isPerson } from "#platform/actor.ts";
import type { Context } from "#platform/perform.ts";
import { Forbidden } from "#platform/problem.ts";
import { cardOf } from "../card-of.ts";
import { maySeeSeries } from "../policy.ts";
import type { SeriesCard } from "../series-line.ts";
import { listLinesOfPerson } from "../store/lines.ts";

/** What somebody keeps or collects numbers for. */
export async function myMeasures({ db, actor }: Context, most: number): Promise<SeriesCard[]> {
  if (!maySeeSeries(actor)) throw new Forbidden();
  if (!isPerson(actor)) return [];
  const lines = await listLinesOfPerson(db, { personId: actor.id, withParts: false, limit: most, offset: 0 });
  return lines.map(cardOf);
}
