import { labelWords, rhythmOfLabels } from "#ui/chart/calendar.ts";
import { numberWords } from "#ui/chart/number-words.ts";
import { unitOf } from "#modules/measures/index.ts";
import type { RecordMeasure } from "./plan-record.ts";

const absent = { missing: "Missing", "not-applicable": "Nothing to measure" } as const;

/** The numbers of a measure as a table to read: the twin of its chart. */
export function figuresTable({ analysis, points, definition }: RecordMeasure): {
  head: string[];
  rows: string[][];
} {
  const rhythm = rhythmOfLabels(analysis.points.map((point) => point.x));
  const { suffix = "", words } = unitOf(definition);
  const reckoned = new Map(analysis.points.map((point) => [String(point.x), point]));
  return {
    head: ["Period", words ? `Value (${words})` : "Value", "Centre", "Note"],
    rows: points.map((point) => {
      const { value = null, centre = null } = reckoned.get(point.period) ?? {};
      return [
        labelWords(point.period, rhythm),
        value === null ? (point.state === "number" ? "No value" : absent[point.state]) : said(value, suffix),
        centre === null ? "" : said(centre, suffix),
        point.note,
      ];
    }),
  };
}

export function said(value: number, suffix: string): string {
  return numberWords(value, Number.isInteger(value) ? 0 : Math.abs(value) < 10 ? 2 : 1) + suffix;
}
