import { isPerson } from "#platform/actor.ts";
import { perform, type Context } from "#platform/perform.ts";
import { Forbidden, NotFound } from "#platform/problem.ts";
import { mayChangeSeries } from "../policy.ts";
import { seriesToChange } from "../queries/series-to-change.ts";
import { insertEmbed, revokeEmbed } from "../store/embeds.ts";

/** A picture of the chart, always of now, for a page elsewhere. */
export async function embedSeries(context: Context, id: string, place: string): Promise<string> {
  const series = await seriesToChange(context, id);
  const { actor, at } = context;
  if (!isPerson(actor) || !mayChangeSeries(actor, series)) throw new Forbidden();
  return perform(context, async (tx) => {
    const embed = await insertEmbed(tx, { seriesId: series.id, place, by: actor.id, at });
    const did = {
      action: "embed-series",
      kind: "series",
      id: series.id,
      bodyId: series.body.id,
      detail: { embed },
    };
    return { result: embed, did };
  });
}

export async function stopEmbedding(context: Context, id: string, embedId: string): Promise<void> {
  const series = await seriesToChange(context, id);
  if (!mayChangeSeries(context.actor, series)) throw new Forbidden();
  await perform(context, async (tx) => {
    if (!(await revokeEmbed(tx, series.id, { id: embedId, at: context.at }))) throw new NotFound();
    const detail = { embed: embedId };
    const did = { action: "stop-embedding", kind: "series", id: series.id, bodyId: series.body.id, detail };
    return { result: null, did };
  });
}
