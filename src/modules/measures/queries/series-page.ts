import {
  fingerprint,
  proposeSteps,
  secondOpinion,
  showWorking,
  whatWouldItTake,
  type Opinion,
  type ProposedSteps,
  type WorkingLine,
} from "@throughline/spc";
import { withinPossible, type PossibleSignals } from "../../../islands/playground/within-possible.ts";
import type { Context } from "#platform/perform.ts";
import { Forbidden } from "#platform/problem.ts";
import { maySeeSeries } from "../policy.ts";
import { readLineage, type Lineage } from "../store/definitions.ts";
import { limitsBeyond } from "../limits-beyond.ts";
import { possibleValues } from "../possible-values.ts";
import { countParts } from "../store/series.ts";
import { valueSayer } from "../unit.ts";
import { chartModel, type ChartModel } from "./chart-model.ts";

/** All that the page of a series says: the chart, what follows from it, and where it all comes from. */
export type SeriesPage = {
  model: ChartModel;
  lineage: Lineage;
  parts: number;
  opinions: readonly Opinion[];
  takes: PossibleSignals;
  /** What is to be said of a limit that no number can pass. */
  beyond: string | null;
  steps: ProposedSteps;
  working: readonly WorkingLine[];
  fingerprint: string;
};

/** In a very long series the search for new levels would take longer than the page may. */
const mostForSteps = 500;

export async function seriesPage(context: Context, id: string): Promise<SeriesPage> {
  if (!maySeeSeries(context.actor)) throw new Forbidden();
  const model = await chartModel(context, id);
  const [lineage, parts] = await Promise.all([
    readLineage(context.db, model.series.definitionId),
    countParts(context.db, context, model.series.id),
  ]);
  const { series, options } = model.given;
  const none = { steps: [], falseAlarm: 0, likelihood: "normal" as const };
  const say = valueSayer(model.analysis, model.series.definition);
  const possible = possibleValues(model.series.definition, model.points);
  return {
    model,
    lineage,
    parts,
    opinions: secondOpinion(series, options),
    takes: withinPossible(whatWouldItTake(series, options, say), model.analysis, possible),
    beyond: limitsBeyond(model.analysis, possible, say),
    steps: model.points.length > mostForSteps ? none : proposeSteps(series, options),
    working: showWorking(model.analysis),
    fingerprint: fingerprint(series, options),
  };
}
