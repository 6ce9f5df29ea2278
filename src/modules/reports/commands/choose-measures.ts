import { perform, type Context } from "#platform/perform.ts";
import { Forbidden, Invalid } from "#platform/problem.ts";
import { seriesAsOf } from "#modules/measures/index.ts";
import { guessSection } from "../guess-section.ts";
import { mayEditReport } from "../policy.ts";
import { reportToEdit } from "../queries/report-to-edit.ts";
import { readItems, writeChoice } from "../store/items.ts";

const most = 60;

/** Which series a draft holds, and in what order. Those that stay keep what was written of them. */
export async function chooseMeasures(
  context: Context,
  id: string,
  seriesIds: readonly string[],
): Promise<string> {
  const report = await reportToEdit(context, id);
  if (!mayEditReport(context.actor, report)) throw new Forbidden();
  if (seriesIds.length > most)
    throw new Invalid([
      { field: "series", message: `A report of more than ${most} measures is read by nobody` },
    ]);
  const seen = await seriesAsOf(context, seriesIds, context.at);
  const before = await readItems(context.db, id);
  // What was chosen by another writer, and is out of this one's sight, stays.
  const kept = before.filter((item) => !seriesIds.includes(item.seriesId));
  const hidden = new Set(
    (
      await seriesAsOf(
        context,
        kept.map((item) => item.seriesId),
        context.at,
      )
    ).map((one) => one.id),
  );
  const chosen = [
    ...seen.map((one) => ({ seriesId: one.id, section: guessSection(one.definition.topic) })),
    ...kept
      .filter((item) => !hidden.has(item.seriesId))
      .map(({ seriesId, section }) => ({ seriesId, section })),
  ];
  if (sameIn(before, chosen)) return id;
  return perform(context, async (tx) => {
    await writeChoice(tx, id, chosen);
    const detail = { measures: chosen.length };
    return {
      result: id,
      did: { action: "choose-measures", kind: "report", id, bodyId: report.body.id, detail },
    };
  });
}

/** The same measures in the same order: there is nothing to do, and nothing to write down. */
function sameIn(before: readonly { seriesId: string }[], chosen: readonly { seriesId: string }[]): boolean {
  const names = (list: readonly { seriesId: string }[]): string => list.map((one) => one.seriesId).join();
  return names(before) === names(chosen);
}
