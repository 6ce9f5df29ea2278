import type { Narrative } from "@throughline/spc";
import type { ReactNode } from "react";
import { dayInWords } from "#platform/moments.ts";
import type { SpcChartOptions } from "#ui/chart/chart-options.ts";
import { ResponsiveChart } from "#ui/chart/responsive-chart.tsx";
import { SpcChart } from "#ui/chart/spc-chart.tsx";
import { chartMarks } from "../chart-marks.ts";
import { purposeSentence } from "../definition-words.ts";
import type { ChartModel } from "../queries/chart-model.ts";
import { saidOf } from "../said-of.ts";
import { thinned } from "../thinned.ts";
import { unitOf } from "../unit.ts";

/** More points than these are not told apart in a picture. */
const most = 600;

/** What a chart is drawn from, on the page and in every file that is taken from it. */
export function chartOptionsOf(model: ChartModel): Omit<SpcChartOptions, "width"> {
  const { series, view, annotations } = model;
  const narrative = narrativeOf(model);
  const { fromZero, ...ends } = view.options.axis ?? {};
  const shown = thinned(model.analysis, most);
  return {
    id: `chart-${series.id}`,
    analysis: shown,
    title: model.name,
    subtitle: series.body.name,
    unit: unitOf(series.definition),
    axis: { ...ends, startAtZero: fromZero },
    annotations: chartMarks(annotations),
    words: { short: narrative.short, long: narrative.long.join(" ") },
    ringed: [...new Set(shown.signals.flatMap((signal) => signal.points))],
    provenance: provenanceOf(model),
  };
}

export function SeriesChart({ model }: { model: ChartModel }): ReactNode {
  return <ResponsiveChart {...chartOptionsOf(model)} />;
}

/** The picture to save, to paste or to keep beside a change. */
export function SeriesPicture({ model }: { model: ChartModel }): ReactNode {
  return <SpcChart {...chartOptionsOf(model)} width={880} />;
}

export function narrativeOf({ analysis, name, series }: ChartModel): Narrative {
  return saidOf(analysis, name, series.definition);
}

function provenanceOf({
  series: { definition, definitionVersion },
  points,
  view,
  analysis,
}: ChartModel): string {
  const newest = points.reduce((latest, { writtenAt }) => Math.max(latest, writtenAt.getTime()), 0);
  return [
    purposeSentence(definition),
    definition.source && `Source: ${definition.source}.`,
    `Definition version ${definitionVersion}.`,
    newest > 0 && `Numbers as of ${dayInWords(new Date(newest))}.`,
    analysis.chart.startsWith("xmr") &&
      (view.options.screen === false
        ? "Outliers are kept when limits are reckoned."
        : "Outlying moving ranges are left out when limits are reckoned."),
  ]
    .filter(Boolean)
    .join(" ");
}
