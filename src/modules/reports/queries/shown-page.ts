import type { Context } from "#platform/perform.ts";
import { dayOf } from "#platform/day.ts";
import { Forbidden } from "#platform/problem.ts";
import { readPlace } from "../store/place.ts";
import { mayKeepInventory, maySeeInventory } from "../policy.ts";
import { shareByQuarter, type ShownMeasure, type ShownShare } from "../shown-measure.ts";
import { readShownMeasures } from "../store/shown-measures.ts";
import { findBodyByCode } from "#modules/places/index.ts";

export type ShownPage = {
  body: { id: string; code: string; name: string };
  now: readonly ShownMeasure[];
  before: readonly ShownMeasure[];
  share: readonly ShownShare[];
  can: { keep: boolean };
};

export async function shownPage(context: Context, code: string): Promise<ShownPage> {
  if (!maySeeInventory(context.actor)) throw new Forbidden();
  const body = await findBodyByCode(context, code);
  const [rows, organisations] = await Promise.all([
    readShownMeasures(context.db, body.id),
    readPlace(context.db, body.id),
  ]);
  return {
    body,
    now: rows.filter((row) => row.until === null),
    before: rows.filter((row) => row.until !== null),
    share: shareByQuarter(rows, dayOf(context.at)),
    can: { keep: mayKeepInventory(context.actor, { organisations }) },
  };
}

/** The same for whoever writes it down. */
export async function shownToKeep(context: Context, code: string): Promise<ShownPage> {
  const page = await shownPage(context, code);
  if (!page.can.keep)
    throw new Forbidden(
      "How a board is shown its measures is written down by those who write its reports.",
      `/reports/shown/${code}`,
    );
  return page;
}
