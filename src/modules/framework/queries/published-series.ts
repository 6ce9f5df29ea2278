import type { Context } from "#platform/perform.ts";
import { Forbidden } from "#platform/problem.ts";
import { publishedMeasures, type PublishedMeasure } from "#modules/measures/index.ts";
import type { Pack } from "../pack/pack.ts";
import { maySeeFramework } from "../policy.ts";

/** What is published here of a framework's existing data, by the id of the set. */
export type PublishedSeries = ReadonlyMap<string, readonly PublishedMeasure[]>;

export async function publishedSeries(context: Context, series: Pack["series"]): Promise<PublishedSeries> {
  if (!maySeeFramework(context.actor)) throw new Forbidden();
  const found = await publishedMeasures(context, [
    ...new Set(series.flatMap(({ measures }) => measures ?? [])),
  ]);
  return new Map(
    series.map(({ id, measures = [] }) => [
      id,
      found.filter(({ name, places }) => places > 0 && measures.includes(name)),
    ]),
  );
}
