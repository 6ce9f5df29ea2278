import { periodWords } from "#ui/figures/period.ts";
import { unitOf, valueSayer } from "#modules/measures/index.ts";
import type { RecordMeasure } from "./plan-record.ts";

const absent = { missing: "Missing", "not-applicable": "Nothing to measure" } as const;

/** The numbers of a measure as a table to read: the twin of its chart. */
export function figuresTable({ analysis, points, definition }: RecordMeasure): {
  head: string[];
  rows: string[][];
} {
  const say = valueSayer(analysis, definition);
  const { words } = unitOf(definition);
  const reckoned = new Map(analysis.points.map((point) => [String(point.x), point]));
  return {
    head: ["Period", words ? `Value (${words})` : "Value", "Centre", "Note"],
    rows: points.map((point) => {
      const { value = null, centre = null } = reckoned.get(point.period) ?? {};
      return [
        periodWords(point.period, definition.frequency),
        value === null ? (point.state === "number" ? "No value" : absent[point.state]) : say(value),
        centre === null ? "" : say(centre),
        point.note,
      ];
    }),
  };
}
