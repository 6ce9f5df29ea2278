import { describe, expect, test } from "vitest";
import { figureSayer } from "#ui/chart/number-words.ts";
import { falls, monthly } from "#tests/measures-world.ts";
import { analyseSeries } from "./analysis.ts";
import type { DefinitionText } from "./definition.ts";
import type { Point } from "./point.ts";
import { saidOf } from "./said-of.ts";
import { valueWords } from "./unit.ts";

const share = { form: "proportion", multiplier: 100, numerator: "Late", denominator: "Seen" } as const;

describe("a value is said", () => {
  test.each<[number, Partial<DefinitionText>, string]>([
    [5.555_555, share, "5.6%"],
    [100, share, "100%"],
    [0.4321, share, "0.43%"],
    [4.5, { form: "value", unit: "%" }, "4.5%"],
    [-627.4, { form: "value", unit: "£ thousand" }, "−£627 thousand"],
    [1234.56, { form: "value", unit: "" }, "1,235"],
    [0.003_44, { form: "rate", unit: "per 1,000 bed days" }, "0.0034"],
    [3, {}, "3"],
  ])("%d", (value, definition, words) => {
    expect(valueWords(value, { ...falls, ...definition })).toBe(words);
  });
});

test("every figure of a sentence has its unit, and every day its month", () => {
  const definition = { ...falls, ...share, name: "Late starts" };
  const points = Array.from({ length: 14 }, (_, at): Point => ({
    period: new Date(Date.UTC(2024, at, 1)).toISOString().slice(0, 10),
    state: "number",
    value: null,
    numerator: 3 + (at % 3),
    denominator: 72,
    note: "",
  }));
  const view = { chart: "p", rules: "making-data-count-2023", options: {} } as const;
  const { long } = saidOf(analyseSeries(definition, points, view), definition.name, definition);
  expect(long[0]).toBe("The latest point (February 2025) is 5.6%; the centre is 5.5%.");
});

test.each<[DefinitionText["frequency"], string[], string]>([
  ["week", ["2026-01-05", "2026-01-12"], "week from 12 January 2026"],
  ["quarter", ["2026-04-01", "2026-07-01"], "July to September 2026"],
  ["year", ["2025-01-01", "2026-01-01"], "2026"],
  ["event", ["2026-04-01", "2026-07-03"], "3 July 2026"],
])("by the %s, a sentence names its period as every list does", (frequency, periods, words) => {
  const points = periods.map((period) => ({ ...monthly([4])[0]!, period }));
  const view = { chart: "run", rules: "anhoej", options: {} } as const;
  const { long } = saidOf(analyseSeries(falls, points, view), falls.name, { ...falls, frequency });
  expect(long[0]).toContain(`The latest point (${words}) is 4`);
});

test("a chart whose numbers lie close together is said as closely as tells them apart", () => {
  const scores = [3.61, 3.74, 3.68, 3.7, 3.66, 3.72, 3.65, 3.69, 3.71, 3.67, 3.73, 3.64, 3.7];
  const engagement = { ...falls, form: "value" as const, unit: "of 5", better: "higher" as const };
  const view = { chart: "xmr", rules: "making-data-count-2023", options: {} } as const;
  const analysis = analyseSeries(engagement, monthly(scores), view);
  const { long } = saidOf(analysis, "Staff engagement", engagement);
  expect(long.slice(0, 2)).toEqual([
    "The latest point (January 2025) is 3.70; the centre is 3.68.",
    expect.stringMatching(/between 3\.5\d and 3\.\d\d\.$/),
  ]);
});

test("a number outside its limits never reads as the limit itself", () => {
  const lines = { centre: 3.59, lower: 3.533, upper: 3.647 };
  const within = [3.56, 3.6, 3.61].map((value) => ({ ...lines, value }));
  const say = (values: typeof within) => figureSayer(values)(3.65);
  expect([say(within), say([...within, { ...lines, value: 3.65 }])]).toEqual(["3.65", "3.650"]);
});
