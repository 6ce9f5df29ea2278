import type { Point } from "@throughline/spc";
import { slideBody, type ChartSeries, type Deck, type Marker } from "#platform/slides/slide.ts";
import { labelWords, rhythmOfLabels } from "#ui/chart/calendar.ts";
import { purposeSentence } from "../definition-words.ts";
import type { ChartModel } from "../queries/chart-model.ts";
import type { SeriesPage } from "../queries/series-page.ts";
import { unitOf } from "../unit.ts";
import { narrativeOf } from "./series-chart.tsx";

/** One slide: the sentence as its title, and a chart that PowerPoint can edit. */
export function seriesSlides({ model }: SeriesPage, at: Date): Deck {
  const narrative = narrativeOf(model);
  const { rules } = model.analysis;
  return {
    title: model.name,
    at,
    slides: [
      {
        title: narrative.short,
        shapes: [
          {
            kind: "chart",
            ...slideBody,
            h: slideBody.h - 1.6,
            alt: `${model.name}. ${narrative.long.join(" ")}`,
            chart: lineChart(model),
          },
          {
            kind: "text",
            x: slideBody.x,
            y: slideBody.y + slideBody.h - 1.4,
            w: slideBody.w - 2,
            h: 1.4,
            size: 11,
            colour: "4C6272",
            text: `${model.series.body.name}. ${purposeSentence(model.series.definition)} Rules: ${rules.name}, version ${rules.version}.`,
          },
        ],
        notes: [...narrative.long, ...narrative.toDo, ...narrative.notToDo].join("\n"),
      },
    ],
  };
}

/** The points with their shapes, and the lines of centre, limits and target. */
export function lineChart({ analysis, series }: ChartModel) {
  const { points } = analysis;
  const rhythm = rhythmOfLabels(points.map((point) => point.x));
  const unit = unitOf(series.definition);
  const line = (
    name: string,
    pick: (point: Point) => number | null,
    look: Partial<ChartSeries>,
  ): ChartSeries[] =>
    points.some((point) => pick(point) !== null)
      ? [{ name, values: points.map(pick), colour: "4C6272", width: 1.25, marker: { form: "none" }, ...look }]
      : [];
  return {
    categories: points.map((point) => labelWords(point.x, rhythm)),
    ...((unit.suffix ?? unit.words) && { valueTitle: unit.suffix ?? unit.words }),
    legend: true,
    series: [
      ...line("Value", (point) => point.value, {
        colour: "4C6272",
        width: 2,
        marker: { form: "circle", size: 7, fill: "A6A6A6" },
        marked: points.flatMap(markOf),
      }),
      ...line("Centre", (point) => point.centre, { colour: "212B32" }),
      ...line("Upper limit", (point) => point.upper, { dash: "dash" }),
      ...line("Lower limit", (point) => point.lower, { dash: "dash" }),
      ...line("Target", (point) => point.target, { colour: "DE1B1B", dash: "dot", width: 2 }),
    ],
  };
}

function markOf({ meaning, index }: Point): (Marker & { at: number })[] {
  switch (meaning) {
    case "improvement":
      return [{ at: index, form: "triangle", size: 10, fill: "00B0F0" }];
    case "concern":
      return [{ at: index, form: "square", size: 10, fill: "E46C0A" }];
    case "high":
    case "low":
    case "unusual":
      return [{ at: index, form: "diamond", size: 10, fill: "490092" }];
    case "common-cause":
      return [];
  }
}
