import { describe, expect, it } from "vitest";
import {
  analyse,
  analyseBatch,
  type AnalysisOptions,
  bernoulliCusum,
  funnel,
  pareto,
  type Series,
  SpcError,
} from "./index.ts";

const series: Series = { chart: "xmr", values: [1, 2, 3] };
/** As a caller without TypeScript would write it. */
const untyped = (options: object): AnalysisOptions => options;

describe("options that have no meaning are refused by name", () => {
  it.each<[string, object]>([
    ["improvement", { improvement: "up" }],
    ["rules", { rules: "mdc" }],
    ["multiplier", { multiplier: 0 }],
    ["multiplier", { multiplier: Number.NaN }],
    ["target", { target: Infinity }],
    ["target", { target: [1, 2] }],
    ["phases", { phases: [{ from: 2 }, { from: 1 }] }],
    ["phases", { phases: [{ from: "no such" }] }],
    ["baseline", { baseline: { first: 0 } }],
    ["baseline.frozenFrom", { baseline: { frozenFrom: 0 } }],
    ["baseline.from", { baseline: { from: 7, to: 9 } }],
    ["exclude", { exclude: [{ at: 3, reason: "" }] }],
    ["movingRangeFactor", { movingRangeFactor: 2.66 }],
    [
      "rules",
      { rules: { id: "own", rules: [{ id: "trend", rule: { kind: "trend", length: 1, ties: "break" } }] } },
    ],
  ])("%s: %j", (option, options) => {
    expect(() => analyse(series, untyped(options))).toThrow(SpcError);
    expect(() => analyse(series, untyped(options))).toThrow(new RegExp(`^${option.replace(".", "\\.")}: `));
  });

  it("series too", () => {
    const wrong = (given: object) => () => analyse(given as Series);
    expect(wrong({ chart: "p", values: [1] })).toThrow(/^chart: /);
    expect(wrong({ chart: "xmr" })).toThrow(/^series: /);
    expect(wrong({ chart: "p", numerators: [1], denominators: [] })).toThrow(/^denominators: /);
    expect(wrong({ chart: "xmr", values: [1], x: [] })).toThrow(/^x: /);
    expect(wrong({ chart: "t", values: [0] })).toThrow(/greater than 0/);
  });

  it("and the other doors", () => {
    expect(() => analyseBatch(new Float64Array(3), Uint32Array.of(0, 4))).toThrow(/^offsets: /);
    expect(() => bernoulliCusum([0], { target: 0.1, oddsRatio: 1, limit: 3 })).toThrow(/^oddsRatio: /);
    expect(() => pareto([], { threshold: 2 })).toThrow(/^threshold: /);
    expect(() => funnel({ kind: "rate", names: [], numerators: [1], denominators: [1] })).toThrow(/^names: /);
  });
});

describe("phases, baselines, targets", () => {
  const x = Array.from(
    { length: 36 },
    (_, i) => `${2021 + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, "0")}-01`,
  );
  const values = x.map((_, i) => (i < 18 ? 50 : 60) + ((i * 5) % 7));

  it("a phase with its own baseline: limits from its first points, rules over all of it", () => {
    const { phases, points } = analyse(
      { chart: "xmr", x, values },
      { phases: [{ from: "2022-07-01", name: "New clinic", baseline: { first: 12 } }] },
    );
    const alone = analyse({ chart: "xmr", values: values.slice(18, 30) });
    expect(phases[1]).toMatchObject({
      name: "New clinic",
      from: 18,
      baselinePoints: 12,
      trial: false,
      provisional: false,
    });
    expect(phases[1]!.upper).toBe(alone.phases[0]!.upper);
    expect(points[31]!.inBaseline).toBe(false);
  });

  it("a frozen phase keeps the lines of the earlier one", () => {
    const options = { phases: [{ from: 18, baseline: { frozenFrom: 0 } }], improvement: "increase" } as const;
    const { phases, variation } = analyse({ chart: "xmr", values }, options);
    expect(phases[1]).toMatchObject({ frozenFrom: 0, centre: phases[0]!.centre, upper: phases[0]!.upper });
    expect(variation).toMatchObject({ kind: "improving", direction: "high" });
  });

  it("right after a rebase there are too few points to judge, and it says so", () => {
    const { variation, assurance, notes } = analyse(
      { chart: "xmr", values },
      { phases: [{ from: 33 }], improvement: "increase", target: 55 },
    );
    expect([variation.kind, assurance.kind, assurance.because]).toEqual([
      "too-few-points",
      "unknown",
      "too-few-points",
    ]);
    expect(notes).toContain("trial-limits");
  });

  it("a target that changes is judged by where it stands now", () => {
    const steps = [
      { from: 0, value: 40 },
      { from: "2022-07-01", value: 90 },
    ];
    const { assurance, points } = analyse(
      { chart: "xmr", x, values },
      { phases: [{ from: 18 }], improvement: "increase", target: { steps } },
    );
    expect([points[17]!.target, points[18]!.target]).toEqual([40, 90]);
    expect(assurance).toEqual({ kind: "expected-to-miss", target: 90, because: "limits" });
  });

  it("an excluded point counts in nothing but is still tested against the limits", () => {
    const spiked = values.slice(0, 18).with(9, 500);
    const { points, phases } = analyse(
      { chart: "xmr", values: spiked },
      { exclude: [{ at: 9, reason: "flood" }] },
    );
    expect(points[9]).toMatchObject({
      excluded: "flood",
      inBaseline: false,
      signal: { rule: "outside-limits", direction: "high" },
    });
    expect(phases[0]!.centre).toBeLessThan(60);
  });

  it("missing, zero and not applicable stay three things", () => {
    const { points } = analyse({
      chart: "xmr",
      values: [1, 0, null, "not-applicable", Number.NaN, Infinity],
    });
    expect(points.map((point) => [point.state, point.value])).toEqual([
      ["measured", 1],
      ["measured", 0],
      ["missing", null],
      ["not-applicable", null],
      ["missing", null],
      ["impossible", null],
    ]);
  });

  it("a missing last period leaves the verdict on the one before, marked as stale", () => {
    const { variation } = analyse(
      { chart: "xmr", values: [...values.slice(0, 18), null] },
      { improvement: "increase" },
    );
    expect(variation).toMatchObject({ at: 17, stale: true });
  });

  it("the multiplier scales what is shown and no verdict", () => {
    const counts = { chart: "u", numerators: [5, 7, 4, 6], denominators: [1000, 1100, 900, 1000] } as const;
    const plain = analyse(counts);
    const per1000 = analyse(counts, { multiplier: 1000 });
    expect(per1000.points[0]!.upper).toBeCloseTo(plain.points[0]!.upper! * 1000, 10);
    expect(per1000.signals).toEqual(plain.signals);
  });

  it("the moving range chart plots the ranges, and a gap leaves two without", () => {
    const { points } = analyse({ chart: "mr", values: [1, 4, null, 3, 5] });
    expect(points.map((point) => point.value)).toEqual([null, 3, null, null, 2]);
  });
});

describe("verdicts from rules about whole phases", () => {
  const up = Array.from({ length: 24 }, (_, i) => (i < 12 ? 10 + (i % 2) : 20 + (i % 2)));

  it("a run that is too long and goes on has a direction", () => {
    const { variation } = analyse({ chart: "run", values: up }, { improvement: "increase" });
    expect(variation).toMatchObject({ kind: "improving", direction: "high", rule: "unusual-runs", at: 23 });
  });

  it("one that has ended is unusual", () => {
    const { variation } = analyse(
      { chart: "run", values: [...up, 9, 21, 9, 21, 9] },
      { improvement: "increase" },
    );
    expect(variation).toMatchObject({ kind: "unusual", direction: "none", rule: "unusual-runs" });
  });
});
