import type { Chart } from "@throughline/spc";
import { describe, expect, test } from "vitest";
import { monthly } from "#tests/measures-world.ts";
import { drawnView, type View } from "./analysis.ts";
import { usualView } from "./propose-chart.ts";

const numbers = (count: number) => monthly(Array.from({ length: count }, (_, at) => at));

const view = (chart: Chart, chosen?: boolean): View => ({
  chart,
  rules: "making-data-count-2023",
  options: { ...(chosen && { chosen }), targets: [{ from: "2024-01-01", value: 4 }] },
});

describe("a series is drawn", () => {
  test.each<[Chart, boolean, number, Chart]>([
    ["xmr", false, 0, "run"],
    ["xmr", false, 11, "run"],
    ["xmr", false, 12, "xmr"],
    ["p", false, 5, "run"],
    ["p", false, 30, "p"],
    ["xmr", true, 5, "xmr"],
    ["run", true, 30, "run"],
  ])("begun as %s, chosen %s, with %i numbers: as %s", (chart, chosen, count, drawn) => {
    const seen = drawnView(view(chart, chosen), numbers(count));
    expect([seen.chart, seen.options]).toEqual([drawn, view(chart, chosen).options]);
  });

  test("by the rules of run charts while there are few numbers", () => {
    expect(drawnView(view("xmr"), numbers(5)).rules).toBe(usualView("run").rules);
  });

  test("by what is there and not by what is missing", () => {
    const points = numbers(14).map((point, at) =>
      at % 3 === 0 ? { ...point, state: "missing" as const, value: null } : point,
    );
    expect(drawnView(view("xmr"), points).chart).toBe("run");
  });
});
