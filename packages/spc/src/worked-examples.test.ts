import { describe, expect, it } from "vitest";
import {
  a3,
  analyse,
  b3,
  b4,
  c4,
  fewestCrossingsAllowed,
  funnel,
  groupRows,
  longestRunAllowed,
  pareto,
  type Point,
} from "./index.ts";

const flagged = (points: readonly Point[], rule: string) =>
  points.flatMap((point) => (point.flags.some((flag) => flag.rule === rule) ? [point.index + 1] : []));

describe("published worked examples", () => {
  it("Montgomery, Introduction to Statistical Quality Control, table 6.3: Xbar and S chart of piston rings", () => {
    const means = [
      74.01, 74.001, 74.008, 74.003, 74.003, 73.996, 74, 73.997, 74.004, 73.998, 73.994, 74.001, 73.998,
      73.99, 74.006, 73.997, 74.001, 74.007, 73.998, 74.009, 74, 74.002, 74.002, 74.005, 73.998,
    ];
    const sds = [
      0.0148, 0.0075, 0.0147, 0.0091, 0.0122, 0.0087, 0.0055, 0.0123, 0.0055, 0.0063, 0.0029, 0.0042, 0.0105,
      0.0153, 0.0073, 0.0078, 0.0106, 0.007, 0.0085, 0.008, 0.0122, 0.0074, 0.0119, 0.0087, 0.0162,
    ];
    const sizes = means.map(() => 5);
    const xbar = analyse({ chart: "xbar", means, sds, sizes }).phases[0]!;
    expect([xbar.centre, xbar.lower, xbar.upper].map((line) => Number(line!.toFixed(3)))).toEqual([
      74.001, 73.988, 74.015,
    ]);
    const s = analyse({ chart: "s", sds, sizes }).phases[0]!;
    expect([s.centre, s.lower, s.upper].map((line) => Number(line!.toFixed(4)))).toEqual([0.0094, 0, 0.0196]);
  });

  it("Montgomery, appendix VI: constants for 5 readings a subgroup", () => {
    expect([c4(5), a3(5), b3(5), b4(5)].map((constant) => constant.toFixed(3))).toEqual([
      "0.940",
      "1.427",
      "0.000",
      "2.089",
    ]);
    expect([c4(25), a3(25), b3(25), b4(25)].map((constant) => constant.toFixed(3))).toEqual([
      "0.990",
      "0.606",
      "0.565",
      "1.435",
    ]);
  });

  it("Montgomery, table 7.1: P chart of frozen orange juice cans", () => {
    const numerators = [
      12, 15, 8, 10, 4, 7, 16, 9, 14, 10, 5, 6, 17, 12, 22, 8, 10, 5, 13, 11, 20, 18, 24, 15, 9, 12, 7, 13, 9,
      6,
    ];
    const { phases, points } = analyse({ chart: "p", numerators, denominators: numerators.map(() => 50) });
    const { centre, lower, upper } = phases[0]!;
    expect([centre, lower, upper].map((line) => Number(line!.toFixed(4)))).toEqual([0.2313, 0.0524, 0.4102]);
    expect(flagged(points, "outside-limits")).toEqual([15, 23]);
  });

  it("Montgomery, table 7.1 revised: with samples 15 and 23 excluded for cause", () => {
    const numerators = [
      12, 15, 8, 10, 4, 7, 16, 9, 14, 10, 5, 6, 17, 12, 22, 8, 10, 5, 13, 11, 20, 18, 24, 15, 9, 12, 7, 13, 9,
      6,
    ];
    const exclude = [
      { at: 14, reason: "a different batch of cardboard" },
      { at: 22, reason: "an inexperienced operator" },
    ];
    const { phases, points } = analyse(
      { chart: "p", numerators, denominators: numerators.map(() => 50) },
      { exclude },
    );
    const { centre, lower, upper } = phases[0]!;
    expect([centre, lower, upper].map((line) => Number(line!.toFixed(4)))).toEqual([0.215, 0.0407, 0.3893]);
    expect(flagged(points, "outside-limits")).toEqual([15, 21, 23]);
  });

  it("Montgomery, table 7.7: C chart of printed circuit boards", () => {
    const values = [
      21, 24, 16, 12, 15, 5, 28, 20, 31, 25, 20, 24, 16, 19, 10, 17, 13, 22, 18, 39, 30, 24, 16, 19, 17, 15,
    ];
    const { phases, points } = analyse({ chart: "c", values });
    const { centre, lower, upper } = phases[0]!;
    expect([centre, lower, upper].map((line) => Number(line!.toFixed(2)))).toEqual([19.85, 6.48, 33.21]);
    expect(flagged(points, "outside-limits")).toEqual([6, 20]);
  });

  it("Montgomery, individuals chart of the viscosity of aircraft primer paint", () => {
    const values = [
      33.75, 33.05, 34, 33.81, 33.46, 34.02, 33.68, 33.27, 33.49, 33.2, 33.62, 33, 33.54, 33.12, 33.84,
    ];
    const { centre, lower, upper } = analyse({ chart: "xmr", values }, { movingRangeFactor: "3/1.128" })
      .phases[0]!;
    expect([centre, lower, upper].map((line) => Number(line!.toFixed(2)))).toEqual([33.52, 32.24, 34.8]);
    const ranges = analyse({ chart: "mr", values }).phases[0]!;
    expect([ranges.centre, ranges.upper].map((line) => Number(line!.toFixed(2)))).toEqual([0.48, 1.57]);
  });

  it("Wheeler, Understanding Variation: limits are mean ± 2.66 mean moving ranges, upper range limit 3.27 of them", () => {
    const values = [11, 4, 6, 4, 5, 7, 5, 4, 7, 12, 4, 2];
    const { phases } = analyse({ chart: "xmr", values }, { screen: false });
    // Mean 71/12; moving ranges 7 2 2 1 2 2 1 3 5 8 2 sum to 35 over 11.
    expect(phases[0]!.upper).toBeCloseTo(71 / 12 + (2.66 * 35) / 11, 12);
    expect(phases[0]!.lower).toBeCloseTo(71 / 12 - (2.66 * 35) / 11, 12);
    expect(analyse({ chart: "mr", values }).phases[0]!.upper).toBeCloseTo((3.267 * 35) / 11, 12);
  });

  it("Anhøj and Olesen, PLoS ONE 9: e113825 (2014), table 1: limits of longest run and crossings", () => {
    const table = [
      [10, 6, 2],
      [12, 7, 3],
      [16, 7, 4],
      [20, 7, 6],
      [24, 8, 8],
      [30, 8, 10],
      [50, 9, 19],
      [100, 10, 41],
    ];
    for (const [useful, longest, crossings] of table) {
      expect([longestRunAllowed(useful!), fewestCrossingsAllowed(useful!)]).toEqual([longest, crossings]);
    }
  });

  it("Provost and Murray, The Health Care Data Guide: the five rules on a chart made to break each", () => {
    const lines = { centre: 0, specification: {} };
    const from = (values: number[]) =>
      analyse(
        { chart: "xmr", values: [...calm, ...values] },
        { ...lines, rules: "provost", baseline: { first: calm.length } },
      );
    // Moving ranges of 1.128 give a sigma of 1.0002.
    const calm = Array.from({ length: 24 }, (_, i) => (i % 2 === 0 ? 0.564 : -0.564));
    const rules = (values: number[]) =>
      new Set(
        from(values)
          .signals.filter((signal) => signal.to >= 24)
          .map((signal) => signal.rule),
      );
    expect(rules([3.2])).toEqual(new Set(["outside-limits"]));
    expect(rules([1.2, 1.4, 0, 1.2, 1.1, 1.3, 1.2, 1.4, 1.1])).toContain("shift");
    expect(rules([1.2, 1.4, 1.2, -1.1, 1.2, 1.4, 1.1])).not.toContain("shift");
    expect(rules([-1.3, -1.1, -1.1, -0.2, 0.3, 1.2, 1.4])).toContain("trend");
    expect(rules([2.2, 0.1, 2.3])).toContain("two-in-three");
    expect(rules([0.1])).toContain("hugging");
  });

  it("Nelson, Journal of Quality Technology 16 (1984): tests 4, 6, 7 and 8", () => {
    const quiet = [1.9, -1.9, 0.3];
    const baseline = { from: 0, to: 23 } as const;
    const calm = Array.from({ length: 24 }, (_, i) => (i % 2 === 0 ? 0.564 : -0.564));
    const rules = (values: number[]) =>
      new Set(
        analyse(
          { chart: "xmr", values: [...calm, ...quiet, ...values] },
          { rules: "nelson", baseline, centre: 0 },
        )
          .signals.filter((signal) => signal.to >= 27)
          .map((signal) => signal.rule),
      );
    expect(rules([1.2, 1.3, 0.2, 1.4, 1.3])).toContain("four-in-five");
    expect(rules([1.5, -1.5, 1.4, -1.6, -1.2, 1.3, 1.2, -1.4])).toContain("avoiding");
    expect(rules([-1.5, 1.5, -1.5, 1.5, -1.5, 1.5, -1.5, 1.5, -1.5, 1.5, -1.5, 1.5, -1.5])).toContain(
      "alternating",
    );
    expect(rules(Array.from({ length: 15 }, (_, i) => [0.5, 0.7, -0.5][i % 3]!))).toContain("hugging");
  });

  it("Spiegelhalter, Statistics in Medicine 24 (2005), section 3: limits of a proportion, and over-dispersion", () => {
    const names = Array.from({ length: 10 }, (_, i) => `Unit ${i + 1}`);
    const denominators = names.map(() => 400);
    const numerators = [20, 30, 40, 50, 60, 20, 30, 40, 50, 60];
    const chart = funnel({ kind: "proportion", names, numerators, denominators }, { overdispersion: "none" });
    // Target 0.1, standard error sqrt(0.1 × 0.9 / 400) = 0.015.
    expect(chart.target).toBeCloseTo(0.1, 12);
    expect(chart.points[0]!.lower95).toBeCloseTo(0.1 - 1.959964 * 0.015, 7);
    expect(chart.points[0]!.upper998).toBeCloseTo(0.1 + 3.090232 * 0.015, 7);
    // z = ±10/3, ±5/3, 0: the most extreme fifth pulled in to the second most extreme, which are equal here.
    const adjusted = funnel(
      { kind: "proportion", names, numerators, denominators },
      { overdispersion: "multiplicative" },
    );
    const phi = (4 * (10 / 3) ** 2 + 4 * (5 / 3) ** 2) / 10;
    expect(adjusted.overdispersion.phi).toBeCloseTo(phi, 10);
    expect(adjusted.points[0]!.upper95).toBeCloseTo(0.1 + 1.959964 * 0.015 * Math.sqrt(phi), 7);
    // With equal weights w: tau² = (I phi - (I - 1)) / (I w - w).
    const additive = funnel({ kind: "proportion", names, numerators, denominators });
    expect(additive.overdispersion.tau ** 2).toBeCloseTo(((10 * phi - 9) / 9) * 0.015 ** 2, 12);
  });

  it("Juran’s vital few: causes by size, with the running share", () => {
    const { bars, total } = pareto(
      [
        { name: "Late", value: 10 },
        { name: "Wrong dose", value: 60 },
        { name: "Other", value: 12 },
        { name: "Missed", value: 18 },
      ],
      { last: "Other" },
    );
    expect(total).toBe(100);
    expect(bars.map(({ name, cumulative, vital }) => [name, Number(cumulative.toFixed(2)), vital])).toEqual([
      ["Wrong dose", 0.6, true],
      ["Missed", 0.78, true],
      ["Late", 0.88, true],
      ["Other", 1, false],
    ]);
  });

  it("rows are put together by calendar week, beginning on Monday, whatever the time zone", () => {
    const rows = { x: ["2024-03-31", "2024-04-01", "2024-04-07"], y: [1, 2, 4], period: "week" } as const;
    expect(groupRows(rows).map(({ x, sum }) => [x, sum])).toEqual([
      ["2024-03-25", 1],
      ["2024-04-01", 6],
    ]);
  });
});
