import type { Context } from "#platform/perform.ts";
import { Forbidden } from "#platform/problem.ts";
import { maySeeDefinitions } from "../policy.ts";
import { readPublished, type PublishedMeasure } from "../store/published.ts";

/** The measures of these names that places publish already, so that nothing new is asked of anybody. */
export async function publishedMeasures(
  { db, actor }: Context,
  names: readonly string[],
): Promise<PublishedMeasure[]> {
  if (!maySeeDefinitions(actor)) throw new Forbidden();
  return names.length === 0 ? [] : readPublished(db, names);
}
