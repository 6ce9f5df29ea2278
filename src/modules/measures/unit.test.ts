import { describe, expect, test } from "vitest";
import { falls } from "#tests/measures-world.ts";
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
