import { tell } from "#platform/live.ts";
import { perform, type Context } from "#platform/perform.ts";
import { Forbidden } from "#platform/problem.ts";
import { mayChangeSeries } from "../policy.ts";
import { seriesInSight } from "../queries/series-in-sight.ts";
import { liveTopic } from "../series.ts";
import { writeClosed } from "../store/sharing.ts";

/** Nothing more is counted: the numbers stay, and nobody is asked for one. Or it is opened again. */
export async function closeSeries(context: Context, id: string, isClosed: boolean): Promise<void> {
  const series = await seriesInSight(context, id);
  if (!mayChangeSeries(context.actor, series)) throw new Forbidden();
  await perform(context, async (tx) => {
    await writeClosed(tx, series.id, isClosed ? context.at : null);
    await tell(tx, liveTopic(series.id));
    const action = isClosed ? "close-series" : "reopen-series";
    return { result: null, did: { action, kind: "series", id: series.id, bodyId: series.body.id } };
  });
}
