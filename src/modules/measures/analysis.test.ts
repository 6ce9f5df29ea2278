import { expect, test } from "vitest";
import { falls, monthly } from "#tests/measures-world.ts";
import { analyseSeries, type ViewOptions } from "./analysis.ts";

const points = monthly(Array.from({ length: 36 }, (_, at) => 10 + (at % 4) + (at < 18 ? 0 : 6)));
const phases = [{ from: "2025-07-01", name: "Two nurses at night", reason: "", by: null }];

test.each<[string, ViewOptions, number[]]>([
  ["the first 12 numbers of each phase", { baseline: { first: 12 } }, [12, 12]],
  ["dates in the first phase", { baseline: { from: "2024-03-01", to: "2025-04-01" } }, [14, 18]],
  ["dates in a later phase", { baseline: { from: "2025-07-01", to: "2026-06-01" } }, [18, 12]],
])("limits come from %s", (_, options, counted) => {
  const view = { chart: "c", rules: "making-data-count-2023", options: { ...options, phases } } as const;
  const { phases: found } = analyseSeries(falls, points, view);
  expect(found.map(({ baselinePoints }) => baselinePoints)).toEqual(counted);
});
