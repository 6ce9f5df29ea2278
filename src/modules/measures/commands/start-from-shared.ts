import type { Context } from "#platform/perform.ts";
import { Forbidden, Invalid } from "#platform/problem.ts";
import type { Visibility } from "#platform/sight.ts";
import type { Workplace } from "#modules/people/index.ts";
import { mayStartSeries } from "../policy.ts";
import { definitionInSight } from "../queries/definition-in-sight.ts";
import { startSeries } from "./start-series.ts";

export type Taken = {
  version: number;
  place: Workplace;
  collector: string;
  source: string;
  visibility: Visibility;
};

/** A measure made from a shared definition, whose version stays pinned. */
export async function startFromShared(context: Context, id: string, taken: Taken): Promise<string> {
  if (!mayStartSeries(context.actor, taken.place)) throw new Forbidden();
  const { version, place, visibility, collector, source } = taken;
  const shared = await definitionInSight(context, id, version);
  if (shared.retiredAt !== null)
    throw new Invalid([{ field: "place", message: "This is no longer offered for new measures" }]);
  return startSeries(context, {
    definition: { ...shared.text, collector, source: source || shared.text.source },
    madeFrom: { id: shared.id, version: shared.shown },
    place,
    visibility,
  });
}
