import { labelWords, rhythmOfLabels } from "#ui/chart/calendar.ts";
import { unitOf, valueWords } from "#modules/measures/index.ts";
import type { RecordMeasure } from "./plan-record.ts";

const absent = { missing: "Missing", "not-applicable": "Nothing to measure" } as const;

/** The numbers of a measure as a table to read: the twin of its chart. */
export function figuresTable({ analysis, points, definition }: RecordMeasure): {
  head: string[];
  rows: string[][];
} {
  const rhythm = rhythmOfLabels(analysis.points.map((point) => point.x));
  const { words } = unitOf(definition);
  const reckoned = new Map(analysis.points.map((point) => [String(point.x), point]));
  return {
    head: ["Period", words ? `Value (${words})` : "Value", "Centre", "Note"],
    rows: points.map((point) => {
      const { value = null, centre = null } = reckoned.get(point.period) ?? {};
      return [
        labelWords(point.period, rhythm),
        value === null
          ? point.state === "number"
            ? "No value"
            : absent[point.state]
          : valueWords(value, definition),
        centre === null ? "" : valueWords(centre, definition),
        point.note,
      ];
    }),
  };
}
