import { advise, type Advice, type Analysis, type AnalysisOptions, type Series } from "@throughline/spc";
import { isPerson } from "#platform/actor.ts";
import type { Context } from "#platform/perform.ts";
import { drawnView, spcOptions, spcSeries, analyseSeries, type View } from "../analysis.ts";
import type { SeriesAnnotation } from "../annotation.ts";
import type { StoredPoint } from "../point.ts";
import { mayChangeSeries, mayRecordPoints } from "../policy.ts";
import { proposeChart, type Proposal } from "../propose-chart.ts";
import { seriesName, type SeriesSeen } from "../series.ts";
import { readAnnotations } from "../store/annotations.ts";
import { readPoints } from "../store/points.ts";
import { readView } from "../store/views.ts";
import { seriesInSight } from "./series-in-sight.ts";

/** Everything that a chart and its page are drawn from: numbers and verdicts, no colours and no pixels. */
export type ChartModel = {
  series: SeriesSeen;
  name: string;
  /** As it was decided, and as it is drawn while there are few numbers. */
  view: View;
  drawn: View;
  points: readonly StoredPoint[];
  /** What the statistics were given, for a second opinion and the arithmetic. */
  given: { series: Series; options: AnalysisOptions };
  analysis: Analysis;
  advice: readonly Advice[];
  proposal: Proposal;
  annotations: readonly SeriesAnnotation[];
  can: { record: boolean; change: boolean; reopen: boolean };
};

export async function chartModel(context: Context, id: string): Promise<ChartModel> {
  const series = await seriesInSight(context, id);
  return chartModelOf(context, series);
}

/** The same for a series that was found in sight, looked at as it is or in another way. */
export async function chartModelOf(
  context: Context,
  series: SeriesSeen,
  otherView?: View,
): Promise<ChartModel> {
  const { db, actor } = context;
  const [points, stored, annotations] = await Promise.all([
    readPoints(db, series.number),
    readView(db, series.id, series.analysis),
    readAnnotations(db, series.id),
  ]);
  const view = otherView ?? stored;
  const { definition } = series;
  const drawn = drawnView(view, points);
  const given = {
    series: spcSeries(definition, points, drawn.chart),
    options: spcOptions(definition, drawn),
  };
  return {
    series,
    name: seriesName(series),
    view,
    drawn,
    points,
    given,
    analysis: analyseSeries(definition, points, view),
    advice: points.length === 0 ? [] : advise(given.series, given.options),
    proposal: proposeChart(definition, points),
    annotations,
    can: {
      record: isPerson(actor) && series.closedAt === null && mayRecordPoints(actor, series),
      change: isPerson(actor) && series.closedAt === null && mayChangeSeries(actor, series),
      reopen: isPerson(actor) && series.closedAt !== null && mayChangeSeries(actor, series),
    },
  };
}
