import { expect, test } from "vitest";
import { partsOf } from "./split-parts.ts";
import type { SeriesRow } from "./series-rows.ts";

const nothing = { value: null, numerator: null, denominator: null, note: "" };

function whole(points: Partial<SeriesRow["points"][number]>[]): SeriesRow {
  const view = { chart: "c", rules: "making-data-count-2023", options: { baseline: { first: 12 } } } as const;
  const given = points.map((point, at) => ({
    ...nothing,
    period: `2026-0${at + 1}-01`,
    state: "number" as const,
    ...point,
  }));
  return { id: "whole", view, collector: "somebody", points: given } as unknown as SeriesRow;
}

const strata = [
  { name: "On the way to the toilet", share: 5, proneThen: 0.01 },
  { name: "At the bed", share: 3 },
  { name: "Elsewhere", share: 2 },
];

const total = (parts: readonly SeriesRow[], at: number, which: "value" | "numerator" | "denominator") =>
  parts.reduce((sum, part) => sum + (part.points[at]![which] ?? 0), 0);

test("the parts of a count add up to the whole, and a change takes from the part that it is about", () => {
  const series = whole([{ value: 400 }, { state: "missing", note: "Leave" }, { value: 400 }]);
  const parts = partsOf(series, { strata, changesOn: "2026-03-01" });
  expect(parts.map(({ split, wholeId }) => [split, wholeId])).toEqual(
    strata.map(({ name }) => [name, "whole"]),
  );
  expect([0, 2].map((at) => total(parts, at, "value"))).toEqual([400, 400]);
  expect(parts.map(({ points }) => points[1]!.state)).toEqual(["missing", "missing", "missing"]);
  const [before, after] = [parts[0]!.points[0]!.value!, parts[0]!.points[2]!.value!];
  expect(before).toBeGreaterThan(150);
  expect(after).toBeLessThan(20);
  expect(partsOf(series, { strata, changesOn: "2026-03-01" })).toEqual(parts);
});

test("the parts of a share add up, and none has more counted than there were", () => {
  const parts = partsOf(
    whole([
      { numerator: 95, denominator: 97 },
      { numerator: 4, denominator: 97 },
    ]),
    {
      strata,
    },
  );
  for (const at of [0, 1]) {
    expect(total(parts, at, "denominator")).toBe(97);
    for (const { points } of parts)
      expect(points[at]!.numerator!).toBeLessThanOrEqual(points[at]!.denominator!);
  }
  expect([total(parts, 0, "numerator"), total(parts, 1, "numerator")]).toEqual([95, 4]);
});
