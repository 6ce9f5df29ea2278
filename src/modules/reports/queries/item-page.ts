import type { Context } from "#platform/perform.ts";
import { Forbidden } from "#platform/problem.ts";
import { seriesAsOf } from "#modules/measures/index.ts";
import { mayEditReport } from "../policy.ts";
import { freeze, readItem, type ReadItem } from "../read-item.ts";
import { readPromisers } from "../store/promisers.ts";
import { itemToChange, type ItemToChange } from "./report-to-edit.ts";

export type ItemPage = ItemToChange & {
  /** Nothing when the series is out of this writer's sight. */
  read: ReadItem | null;
  /** Who can promise something: the people of the organisation that the report is about. */
  people: readonly { id: string; name: string }[];
};

export async function itemPage(
  context: Context,
  which: { reportId: string; itemId: string },
): Promise<ItemPage> {
  const found = await itemToChange(context, which, "text");
  if (!mayEditReport(context.actor, found.report)) throw new Forbidden();
  const [series] = await seriesAsOf(context, [found.item.seriesId], context.at);
  const people = await readPromisers(context.db, { bodyId: found.report.body.id, at: context.at });
  const named = found.item.committedBy;
  const known = named && !people.some(({ id }) => id === named.id) ? [named, ...people] : people;
  return { ...found, read: series ? readItem(found.item, freeze(series)) : null, people: known };
}
