import { isPerson } from "#platform/actor.ts";
import { perform, type Context } from "#platform/perform.ts";
import { Forbidden, Invalid } from "#platform/problem.ts";
import { mayChangeSeries } from "../policy.ts";
import { seriesToChange } from "../queries/series-to-change.ts";
import { reckon } from "../store/reckon.ts";
import { insertSeries } from "../store/series.ts";
import { hasPart } from "../store/parts.ts";
import { insertView, readView } from "../store/views.ts";

/** A part of a measure with numbers of its own: a site, a shift, a group of people. Kept and shared as the whole is. */
export async function splitSeries(context: Context, id: string, split: string): Promise<string> {
  const whole = await seriesToChange(context, id);
  const { actor, at } = context;
  if (!isPerson(actor) || !mayChangeSeries(actor, whole)) throw new Forbidden();
  if (whole.wholeId !== null)
    throw new Invalid([{ field: "split", message: "This is a part already: split the whole instead" }]);
  if (await hasPart(context.db, whole.id, split))
    throw new Invalid([{ field: "split", message: "There is a part of this name already" }]);
  const view = await readView(context.db, whole.id, whole.analysis);
  return perform(context, async (tx) => {
    const { definitionId, definitionVersion, groupId, visibility, purpose, collectorId } = whole;
    const { id: part, number } = await insertSeries(tx, {
      definitionId,
      definitionVersion,
      groupId,
      visibility,
      purpose,
      collectorId,
      split,
      wholeId: whole.id,
      bodyId: whole.body.id,
      by: actor.id,
      at,
    });
    const own = { ...view, options: view.options.chosen ? { chosen: true } : {} };
    await insertView(tx, {
      seriesId: part,
      number: 1,
      view: own,
      reason: "",
      pictures: null,
      by: actor.id,
      at,
    });
    await reckon(tx, { id: part, number, analysis: 1, definition: whole.definition }, null);
    const detail = { whole: whole.id };
    const did = { action: "split-series", kind: "series", id: part, bodyId: whole.body.id, detail };
    return { result: part, did };
  });
}
