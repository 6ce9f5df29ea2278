import { isPerson } from "#platform/actor.ts";
import { tell } from "#platform/live.ts";
import { perform, type Context } from "#platform/perform.ts";
import { Conflict, Forbidden } from "#platform/problem.ts";
import type { View } from "../analysis.ts";
import { mayChangeSeries } from "../policy.ts";
import { chartModelOf, type ChartModel } from "../queries/chart-model.ts";
import { previewOf } from "../queries/view-preview.ts";
import { seriesToChange } from "../queries/series-to-change.ts";
import { liveTopic, type SeriesSeen } from "../series.ts";
import { reckon } from "../store/reckon.ts";
import { insertView, readView, takeView } from "../store/views.ts";
import { viewWords } from "../view-words.ts";

export type ViewChange = {
  view: View;
  reason: string;
  /** The number of the analysis that was changed. */
  version: number;
  /** Makes the pictures that are kept beside the change. */
  draw: (model: ChartModel) => string;
};

/** A series is looked at in another way from now on: the picture before and after is kept with the reason. */
export async function changeView(context: Context, id: string, change: ViewChange): Promise<number> {
  const series = await seriesToChange(context, id);
  const { actor, at } = context;
  if (!isPerson(actor) || !mayChangeSeries(actor, series)) throw new Forbidden();
  const { view, reason, version, draw } = change;
  if (version !== series.analysis) throw await conflict(context, series, view);
  const after = await previewOf(context, series, view);
  const before = await chartModelOf(context, series);
  const pictures = { before: draw(before), after: draw(after) };
  const number = version + 1;
  return perform(context, async (tx) => {
    const written = { seriesId: series.id, number, view, reason, pictures, by: actor.id, at };
    if (!(await takeView(tx, series.id, { from: version, to: number })))
      throw await conflict(context, series, view);
    await insertView(tx, written);
    await reckon(tx, { ...series, analysis: number }, null);
    await tell(tx, liveTopic(series.id));
    const detail = { number, chart: view.chart, rules: view.rules };
    return {
      result: number,
      did: { action: "change-chart", kind: "series", id: series.id, bodyId: series.body.id, detail },
    };
  });
}

/** Both ways of looking at it, so that whoever was second decides with both in sight. */
async function conflict(context: Context, { id }: SeriesSeen, yours: View): Promise<Conflict> {
  const series = await seriesToChange(context, id);
  const theirs = await readView(context.db, id, series.analysis);
  const said = (view: View): string => viewWords(view, series.definition).join("\n");
  const field = {
    name: "reason",
    label: "How the chart is looked at",
    yours: said(yours),
    theirs: said(theirs),
  };
  return new Conflict([field], series.analysis);
}
