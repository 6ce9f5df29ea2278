import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  analyse,
  type Analysis,
  analyseBatch,
  type Point,
  type Series,
  SpcError,
  trackSeries,
} from "./index.ts";
import type { RuleSetId } from "./index.ts";

const whole = fc.integer({ min: -500, max: 500 });
const wholes = fc.array(whole, { minLength: 1, maxLength: 60 });
const gappy = fc.array(fc.option(whole, { freq: 8 }), { minLength: 1, maxLength: 60 });
const anySet = fc.constantFrom<RuleSetId>(
  "making-data-count",
  "making-data-count-2023",
  "provost",
  "western-electric",
  "nelson",
);

const marks = (points: readonly Point[]) =>
  points.map((point) => point.flags.map(({ rule, direction }) => `${rule} ${direction}`).sort());
const swapped = (all: readonly string[][]) =>
  all.map((flags) =>
    flags.map((flag) => flag.replace(/high|low/, (way) => (way === "high" ? "low" : "high"))).sort(),
  );

describe("whatever the numbers", { timeout: 60_000 }, () => {
  it("multiplying every value changes no flag", () => {
    fc.assert(
      fc.property(gappy, anySet, fc.constantFrom(0.25, 2, 1024), (values, rules, scale) => {
        const scaled = values.map((value) => (value === null ? null : value * scale));
        expect(marks(analyse({ chart: "xmr", values: scaled }, { rules }).points)).toEqual(
          marks(analyse({ chart: "xmr", values }, { rules }).points),
        );
      }),
    );
  });

  it("adding to every value changes no flag", () => {
    const sixteens = fc.array(whole, { minLength: 32, maxLength: 32 });
    fc.assert(
      fc.property(sixteens, anySet, fc.integer({ min: -1024, max: 1024 }), (values, rules, by) => {
        const moved = values.map((value) => value + by);
        expect(marks(analyse({ chart: "xmr", values: moved }, { rules }).points)).toEqual(
          marks(analyse({ chart: "xmr", values }, { rules }).points),
        );
      }),
    );
  });

  it("turning the chart upside down swaps high and low", () => {
    fc.assert(
      fc.property(wholes, anySet, (values, rules) => {
        const down = values.map((value) => -value);
        const seen = marks(analyse({ chart: "xmr", values: down }, { rules }).points);
        expect(seen).toEqual(swapped(marks(analyse({ chart: "xmr", values }, { rules }).points)));
      }),
    );
  });

  it("read backwards, limits are the same and so is every flag but that trends turn round", () => {
    fc.assert(
      fc.property(wholes, (values) => {
        const there = analyse({ chart: "xmr", values });
        const back = analyse({ chart: "xmr", values: values.toReversed() });
        expect(back.phases[0]!.upper ?? 0).toBeCloseTo(there.phases[0]!.upper ?? 0, 8);
        const count = (analysis: Analysis, rule: string) =>
          analysis.points.filter((point) => point.flags.some((flag) => flag.rule === rule)).length;
        for (const rule of ["trend", "shift", "two-in-three"])
          expect(count(back, rule), rule).toBe(count(there, rule));
      }),
    );
  });

  it("the order in which rows are given does not matter", () => {
    const rows = fc.uniqueArray(fc.tuple(fc.integer({ min: 0, max: 9999 }), whole), {
      minLength: 1,
      maxLength: 40,
      selector: ([x]) => x,
    });
    fc.assert(
      fc.property(rows, fc.infiniteStream(fc.nat()), (given, chance) => {
        const shuffled = given
          .map((row) => [chance.next().value, row] as const)
          .sort(([a], [b]) => a - b)
          .map(([, row]) => row);
        const chart = (all: readonly (readonly [number, number])[]) =>
          analyse({ chart: "xmr", x: all.map(([x]) => x), values: all.map(([, y]) => y) }).points.map(
            (point) => Object.assign(point, { source: 0 }),
          );
        expect(chart(shuffled)).toEqual(chart(given));
      }),
    );
  });

  it("the order inside a subgroup does not matter", () => {
    const groups = fc.array(fc.array(whole, { minLength: 2, maxLength: 6 }), { minLength: 2, maxLength: 12 });
    fc.assert(
      fc.property(groups, fc.constantFrom("xbar", "s"), (subgroups, chart) => {
        const turned = subgroups.map((group) => group.toReversed());
        const lines = (series: readonly (readonly number[])[]) =>
          analyse({ chart, subgroups: series }).points.map((point) => point.upper ?? -1);
        lines(turned).forEach((line, i) => expect(line).toBeCloseTo(lines(subgroups)[i]!, 7));
      }),
    );
  });

  it("a missing point at the end changes nothing before it", () => {
    fc.assert(
      fc.property(gappy, anySet, (values, rules) => {
        const plain = analyse({ chart: "xmr", values }, { rules });
        const longer = analyse({ chart: "xmr", values: [...values, null] }, { rules });
        expect(longer.points.slice(0, -1)).toEqual(plain.points);
        expect(longer.variation).toEqual({ ...plain.variation, stale: true });
      }),
    );
  });

  it("phases reckoned together equal the same stretches by themselves", () => {
    fc.assert(
      fc.property(gappy, gappy, anySet, (first, second, rules) => {
        const together = analyse(
          { chart: "xmr", values: [...first, ...second] },
          { rules, phases: [{ from: first.length }] },
        );
        const apart = [
          analyse({ chart: "xmr", values: first }, { rules }),
          analyse({ chart: "xmr", values: second }, { rules }),
        ];
        expect(marks(together.points)).toEqual(apart.flatMap((analysis) => marks(analysis.points)));
        expect(together.phases.map(({ centre, lower, upper }) => [centre, lower, upper])).toEqual(
          apart.map(({ phases }) => [phases[0]!.centre, phases[0]!.lower, phases[0]!.upper]),
        );
      }),
    );
  });

  const anything = fc.oneof(
    fc.double(),
    fc.constantFrom(
      null,
      undefined,
      "not-applicable" as const,
      Number.NaN,
      Infinity,
      -Infinity,
      0,
      -0,
      1e308,
      -1e308,
      5e-324,
    ),
    fc.nat(30),
  );

  it("no numbers at all make anything but SpcError", () => {
    const charts = ["run", "xmr", "mr", "xmr-median", "xmr-median-range", "c", "g", "t"] as const;
    const ratios = ["run", "xmr", "mr", "xmr-weighted", "p", "p-prime", "u", "u-prime"] as const;
    const list = fc.array(anything, { maxLength: 40 });
    fc.assert(
      fc.property(
        list,
        list,
        fc.constantFrom(...charts),
        fc.constantFrom(...ratios),
        (a, b, chart, ratio) => {
          const pairs = Math.min(a.length, b.length);
          const all: Series[] = [
            { chart, values: a },
            { chart: ratio, numerators: a.slice(0, pairs), denominators: b.slice(0, pairs) },
            { chart: "xbar", subgroups: [a, b] },
            { chart: "s", sds: a.slice(0, pairs), sizes: b.slice(0, pairs) },
          ];
          for (const series of all) expectOnlyOwnErrors(series);
        },
      ),
      { numRuns: 400 },
    );
  });

  it("no length does, from 0 to 100,000 points", () => {
    for (const length of [0, 1, 2, 3, 7, 1_000, 100_000]) {
      const values = Array.from({ length }, (_, i) => (i * 7919) % 101);
      for (const chart of ["run", "xmr", "t"] as const) expectOnlyOwnErrors({ chart, values });
      expectOnlyOwnErrors({ chart: "p", numerators: values, denominators: values.map((value) => value + 3) });
    }
  });

  it("columns agree with objects: limits, flags, labels and verdicts", () => {
    const direction = fc.constantFrom("increase" as const, "decrease" as const, "neutral" as const);
    const sets = fc.constantFrom("making-data-count" as const, "making-data-count-2023" as const);
    fc.assert(
      fc.property(
        fc.array(gappy, { minLength: 1, maxLength: 4 }),
        direction,
        sets,
        whole,
        (many, improvement, rules, target) => {
          const values = Float64Array.from(many.flat(), (value) => value ?? Number.NaN);
          const offsets = Uint32Array.from(
            { length: many.length + 1 },
            (_, k) => many.slice(0, k).flat().length,
          );
          const batch = analyseBatch(values, offsets, { improvement, rules, target });
          many.forEach((series, k) => {
            const single = analyse(
              { chart: "xmr", values: series },
              { improvement, rules, target, targetAtLimit: "inside" },
            );
            expect(batch.centre[k]).toBe(single.phases[0]!.centre ?? Number.NaN);
            expect(batch.upper[k]).toBe(single.phases[0]!.upper ?? Number.NaN);
            const start = offsets[k]!;
            expect(single.points.map((_, i) => describeLabel(batch.labels[start + i]!))).toEqual(
              single.points.map(({ signal }) =>
                signal === null ? "" : `${signal.rule} ${signal.direction}`,
              ),
            );
            expect(batch.variation[k]).toBe(
              ["common-cause", "improving", "worsening", "high", "low", "too-few-points"].indexOf(
                single.variation.kind,
              ),
            );
            // Limits without width are judged in columns as `analyse` does without `targetAtLimit`.
            if (single.phases[0]!.lower === single.phases[0]!.upper) return;
            expect(batch.assurance[k]).toBe(
              ["no-target", "expected-to-hit", "expected-to-miss", "hit-and-miss", "unknown"].indexOf(
                single.assurance.kind,
              ),
            );
          });
        },
      ),
      { numRuns: 300 },
    );
  });

  it("a series that grows point by point ends where the whole does", () => {
    fc.assert(
      fc.property(gappy, gappy, (first, second) => {
        const tracked = trackSeries();
        for (const value of first) tracked.append(value ?? Number.NaN);
        tracked.startPhase();
        for (const value of second) tracked.append(value ?? Number.NaN);
        const values = Float64Array.from([...first, ...second], (value) => value ?? Number.NaN);
        const batch = analyseBatch(values, Uint32Array.of(0, values.length), {
          phaseStarts: Uint32Array.of(first.length),
        });
        expect(Array.from(values, (_, i) => tracked.flagsAt(i))).toEqual([...batch.flags]);
        expect(tracked.limits.upper).toBe(batch.upper[1]);
      }),
    );
  });
});

function describeLabel(code: number): string {
  const rules = ["outside-limits", "trend", "two-in-three", "shift"];
  return code === 0 ? "" : `${rules[(code - 1) >> 1]} ${code % 2 === 1 ? "high" : "low"}`;
}

function expectOnlyOwnErrors(series: Series): void {
  try {
    const analysis = analyse(series, { improvement: "increase", target: 5 });
    expect(analysis.points.every((point) => point.value === null || Number.isFinite(point.value))).toBe(true);
  } catch (error) {
    expect(error).toBeInstanceOf(SpcError);
  }
}
