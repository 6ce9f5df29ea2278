import type { Analysis, Point } from "@throughline/spc";
import { labelWords, rhythmOfLabels } from "#ui/chart/calendar.ts";
import { centreName } from "#ui/chart/verdict-words.ts";
import {
  slideBody,
  type ChartSeries,
  type LineChart,
  type Marker,
  type Slide,
} from "#platform/slides/slide.ts";

type SlideWords = {
  /** The sentence that the chart supports: a slide's title says what to take away. */
  title: string;
  alt: string;
  /** Under the chart: rule set, source, purpose. */
  footer: string;
  unit: string;
  notes?: string;
};

/** One chart a slide, which can be edited in PowerPoint, with its sentence as the title. */
export function chartSlide(analysis: Analysis, words: SlideWords): Slide {
  const { title, alt, footer, unit, notes } = words;
  const foot = 1.4;
  return {
    title,
    ...(notes && { notes }),
    shapes: [
      { kind: "chart", ...slideBody, h: slideBody.h - foot, alt, chart: lineChartOf(analysis, unit) },
      { kind: "text", ...slideBody, y: slideBody.y + slideBody.h - foot, h: foot, size: 11, text: footer },
    ],
  };
}

export function lineChartOf(analysis: Analysis, unit: string): LineChart {
  const { points } = analysis;
  const rhythm = rhythmOfLabels(points.map((point) => point.x));
  return {
    categories: points.map((point) => labelWords(point.x, rhythm)),
    series: [valueLine(analysis), ...limitLines(analysis)],
    valueTitle: unit,
    legend: true,
  };
}

const colours = { value: "4c6272", centre: "212b32", limit: "768692", target: "de1b1b" };

const marks: Partial<Record<Point["meaning"], Marker>> = {
  improvement: { form: "triangle", size: 10, fill: "00b0f0" },
  concern: { form: "square", size: 9, fill: "e46c0a" },
  high: { form: "diamond", size: 10, fill: "490092" },
  low: { form: "diamond", size: 10, fill: "490092" },
  unusual: { form: "diamond", size: 10, fill: "490092" },
};

function valueLine({ points }: Analysis): ChartSeries {
  return {
    name: "Value",
    values: points.map((point) => point.value),
    colour: colours.value,
    width: 1.5,
    marker: { form: "circle", size: 6, fill: "a6a6a6" },
    marked: points.flatMap((point, at) => {
      const mark = marks[point.meaning];
      return mark ? [{ ...mark, at }] : [];
    }),
  };
}

function limitLines({ points, chart }: Analysis): ChartSeries[] {
  const line = (
    name: string,
    of: (point: Point) => number | null,
    look: Pick<ChartSeries, "colour" | "dash">,
  ) => ({
    name,
    values: points.map(of),
    width: 1.25,
    ...look,
  });
  const lines = [
    line(centreName(chart), (point) => point.centre, { colour: colours.centre, dash: "solid" }),
    line("Upper limit", (point) => point.upper, { colour: colours.limit, dash: "dash" }),
    line("Lower limit", (point) => point.lower, { colour: colours.limit, dash: "dash" }),
    line("Target", (point) => point.target, { colour: colours.target, dash: "dot" }),
  ];
  return lines.filter(({ values }) => values.some((value) => value !== null));
}
