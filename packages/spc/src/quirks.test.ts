import { describe, expect, it } from "vitest";
import { analyse, type AnalysisOptions, type Series } from "./index.ts";

// Each test names what a trusted package gets wrong, and asserts the right answer beside its own.
describe("where the trusted packages are wrong", { timeout: 30_000 }, () => {
  const constant: Series = { chart: "xmr", values: Array.from({ length: 20 }, () => 0.1) };

  it("screening a constant series leaves it its limits: the constant itself", () => {
    const { phases, points, variation } = analyse(constant, { improvement: "increase" });
    expect(phases[0]).toMatchObject({
      centre: 0.1,
      lower: 0.1,
      upper: 0.1,
      remarks: ["no-variation-in-baseline"],
    });
    expect(points.every((point) => point.flags.length === 0)).toBe(true);
    expect(variation.kind).toBe("common-cause");
    expect(analyse(constant, { quirks: ["screen-everything"] }).phases[0]).toMatchObject({
      lower: null,
      upper: null,
    });
  });

  it.each([0.1, 0.3, 0.7, 98.7, 100, 1e-9, 1 / 3])(
    "a constant %d never signals, under any rule set",
    (value) => {
      const values = Array.from({ length: 50 }, () => value);
      for (const rules of [
        "making-data-count",
        "provost",
        "western-electric",
        "anhoej",
        "ihi-run-chart",
      ] as const) {
        for (const chart of ["xmr", "run", "xmr-median", "t"] as const) {
          expect(analyse({ chart, values }, { rules }).signals, `${chart} ${rules}`).toEqual([]);
        }
      }
    },
  );

  it("summing from left to right makes a constant signal", () => {
    const signals = analyse(constant, { quirks: ["naive-sum"] }).signals.map((signal) => signal.rule);
    expect(signals).toContain("shift");
  });

  it("assurance on a constant series follows its limits", () => {
    const kind = (target: number) => analyse(constant, { improvement: "increase", target }).assurance.kind;
    expect(kind(0.09)).toBe("expected-to-hit");
    expect(kind(0.11)).toBe("expected-to-miss");
  });

  it("a constant 100% that meets its target of 100% is expected to hit it; asked for, equality is inside", () => {
    const series: Series = { chart: "xmr", values: Array.from({ length: 20 }, () => 100) };
    const options: AnalysisOptions = { improvement: "increase", target: 100 };
    expect(analyse(series, options).assurance).toMatchObject({
      kind: "expected-to-hit",
      because: "no-variation",
    });
    expect(analyse(series, { ...options, targetAtLimit: "inside" }).assurance.kind).toBe("hit-and-miss");
  });

  it("assurance without limits is unknown, not hit and miss", () => {
    const series: Series = { chart: "xmr", values: [5] };
    expect(analyse(series, { improvement: "increase", target: 4, minimumPoints: 0 }).assurance).toEqual({
      kind: "unknown",
      target: 4,
      because: "no-limits",
    });
  });

  it("one step in a constant series does not screen itself away", () => {
    const values = [...Array.from({ length: 12 }, () => 50), ...Array.from({ length: 12 }, () => 60)];
    const right = analyse({ chart: "xmr", values });
    const outside = (points: typeof right.points) =>
      points.filter((point) => point.flags.some(({ rule }) => rule === "outside-limits"));
    // Mean moving range 10 / 23, unscreened.
    expect(right.phases[0]!.upper).toBeCloseTo(55 + (2.66 * 10) / 23, 10);
    expect(right.notes).toContain("screening-left-nothing");
    expect(outside(analyse({ chart: "xmr", values }, { quirks: ["screen-everything"] }).points)).toHaveLength(
      24,
    );
  });

  it("each of two rises back to back keeps its own direction", () => {
    const values = [40, 41, 42, 43, 44, 45, 46, 40, 41, 42, 43, 44, 45, 46];
    const { points } = analyse({ chart: "xmr", values }, { improvement: "increase", minimumPoints: 0 });
    const trends = points.map((point) => point.flags.find((flag) => flag.rule === "trend")?.direction);
    expect(trends).toEqual(values.map(() => "high"));
  });

  it("the apex of a rise and a fall takes the direction of what follows", () => {
    const { points } = analyse({ chart: "xmr", values: [1, 2, 3, 4, 5, 6, 7, 6, 5, 4, 3, 2, 1] });
    expect(points[6]!.flags.find((flag) => flag.rule === "trend")).toEqual({
      rule: "trend",
      direction: "low",
    });
  });

  it("a missing value inside seven points that agree breaks the trend and stops nothing", () => {
    const values = [
      21,
      18,
      20,
      23,
      20,
      18,
      19,
      23,
      20,
      21,
      22,
      null,
      24,
      25,
      26,
      27,
      28,
      19,
      19,
      19,
      23,
      20,
      19,
      22,
    ];
    const { points, signals } = analyse({ chart: "xmr", values });
    expect(points[11]).toMatchObject({ state: "missing", value: null, flags: [], meaning: "common-cause" });
    expect(signals.filter((signal) => signal.rule === "trend")).toEqual([]);
  });

  it("a chart of nothing but gaps says so", () => {
    const analysis = analyse(
      { chart: "xmr", values: [null, null, null] },
      { target: 3, improvement: "increase" },
    );
    expect(analysis.variation).toMatchObject({ kind: "too-few-points", at: null });
    expect(analysis.assurance.kind).toBe("unknown");
    expect(analysis.notes).toContain("no-points");
  });

  it("events over a denominator of 0 are left out of the centre; 0 over 0 is not applicable", () => {
    const series: Series = { chart: "u", numerators: [5, 4, 6, 0], denominators: [100, 100, 0, 0] };
    const right = analyse(series);
    expect(right.phases[0]!.centre).toBeCloseTo(0.045, 12);
    expect(right.points.map((point) => point.state)).toEqual([
      "measured",
      "measured",
      "impossible",
      "not-applicable",
    ]);
    expect(analyse(series, { quirks: ["count-zero-denominators"] }).phases[0]!.centre).toBeCloseTo(0.075, 12);
  });

  it("weighted individuals: the width comes from the baseline, without excluded points", () => {
    const numerators = [10, 12, 9, 11, 10, 12, 9, 11, 10, 12, 9, 11, 60, 5, 70];
    const series: Series = { chart: "xmr-weighted", numerators, denominators: numerators.map(() => 100) };
    const alone = analyse({
      ...series,
      numerators: numerators.slice(0, 12),
      denominators: numerators.slice(0, 12).map(() => 100),
    });
    const frozen = analyse(series, { baseline: { first: 12 }, screen: false });
    expect(frozen.phases[0]!.upper).toBeCloseTo(alone.phases[0]!.upper!, 12);
    const package_ = analyse(series, {
      baseline: { first: 12 },
      screen: false,
      quirks: ["ignore-baseline-in-width"],
    });
    expect(package_.phases[0]!.upper).toBeGreaterThan(frozen.phases[0]!.upper! + 0.05);
  });

  it("an empty subgroup does not change how the others are put together", () => {
    const subgroups = [
      [1, 2, 4],
      [2, 5, 6],
      [3, 4, 8],
      [1, 4, 4],
    ];
    const full = analyse({ chart: "s", subgroups }).phases[0]!.centre;
    expect(analyse({ chart: "s", subgroups: [...subgroups, []] }).phases[0]!.centre).toBe(full);
    expect(
      analyse(
        { chart: "s", subgroups: [...subgroups, []] },
        { quirks: ["empty-subgroup-switches-estimator"] },
      ).phases[0]!.centre,
    ).not.toBe(full);
  });

  it("limits from the median moving range divide by 0.954, not 1.128", () => {
    const values = [5, 7, 4, 8, 6, 9, 5, 7, 6, 8, 4, 7];
    const { centre, upper } = analyse({ chart: "xmr-median-range", values }, { screen: false }).phases[0]!;
    // Median moving range 3; Wheeler's factor is 3.145.
    expect((upper! - centre!) / 3).toBeCloseTo(3.145, 3);
  });

  it("the lower limit of an S chart is not negative", () => {
    const series: Series = {
      chart: "s",
      subgroups: [
        [1, 2, 9],
        [2, 7, 3],
        [4, 1, 6],
      ],
    };
    expect(analyse(series).phases[0]!.lower).toBe(0);
    expect(analyse(series, { quirks: ["negative-s-limit"] }).phases[0]!.lower).toBeLessThan(0);
  });

  it("a phase date that falls between points starts at the next one", () => {
    const x = ["2024-01-01", "2024-02-01", "2024-03-01", "2024-04-01"];
    const { phases } = analyse(
      { chart: "xmr", x, values: [1, 2, 3, 4] },
      { phases: [{ from: "2024-02-15" }] },
    );
    expect(phases.map(({ from, to }) => [from, to])).toEqual([
      [0, 1],
      [2, 3],
    ]);
  });

  it("a phase date matches timestamps whatever their zone says", () => {
    const x = ["2024-05-01T00:00:00+01:00", "2024-06-01T00:00:00+01:00", "2024-07-01T00:00:00+01:00"];
    const { phases } = analyse({ chart: "xmr", x, values: [1, 2, 3] }, { phases: [{ from: "2024-07-01" }] });
    expect(phases[1]!.from).toBe(2);
  });
});
