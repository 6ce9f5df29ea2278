import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { seededRandom } from "../../simulations/seeded-random.ts";
import { proposeSteps } from "../index.ts";
import { pelt } from "./pelt.ts";
import { normalCost, type SegmentCost } from "./segment-cost.ts";

/** Every segmentation there is, the slow way. */
function leastCost({ length, cost }: SegmentCost, penalty: number, shortest: number): number {
  const best = Array.from({ length: length + 1 }, () => Infinity);
  best[0] = -penalty;
  for (let end = shortest; end <= length; end += 1) {
    for (let start = 0; start <= end - shortest; start += 1)
      best[end] = Math.min(best[end]!, best[start]! + cost(start, end) + penalty);
  }
  return best[length]!;
}

describe("step changes", { timeout: 60_000 }, () => {
  it("the segmentation is the best of all", () => {
    const values = fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 4, maxLength: 60 });
    fc.assert(
      fc.property(
        values,
        fc.integer({ min: 1, max: 40 }),
        fc.integer({ min: 2, max: 6 }),
        (data, penalty, shortest) => {
          fc.pre(data.length >= shortest);
          const costs = normalCost(data, 3);
          const edges = [0, ...pelt(costs, penalty, shortest), data.length];
          const total = edges
            .slice(1)
            .reduce((sum, end, i) => sum + costs.cost(edges[i]!, end) + penalty, -penalty);
          expect(total).toBeCloseTo(leastCost(costs, penalty, shortest), 6);
        },
      ),
      { numRuns: 300 },
    );
  });

  it("finds a step, says where and how large, and applies nothing", () => {
    const random = seededRandom(11);
    const values = Array.from({ length: 40 }, (_, i) => 50 + random.normal() * 2 + (i < 22 ? 0 : 6));
    const { steps, falseAlarm, likelihood } = proposeSteps({ chart: "xmr", values });
    expect(steps).toHaveLength(1);
    expect(Math.abs(steps[0]!.at - 22)).toBeLessThanOrEqual(1);
    expect(steps[0]!.after - steps[0]!.before).toBeGreaterThan(4);
    expect({ falseAlarm, likelihood }).toEqual({ falseAlarm: 0.05, likelihood: "normal" });
  });

  it.each(["xmr", "p", "c"] as const)(
    "pure chance on a %s chart gives a step about as rarely as stated",
    (chart) => {
      const random = seededRandom(5);
      let found = 0;
      for (let run = 0; run < 600; run += 1) {
        const points = Array.from({ length: 36 });
        const series =
          chart === "p"
            ? ({
                chart,
                numerators: points.map(() => random.binomial(60, 0.3)),
                denominators: points.map(() => 60),
              } as const)
            : ({
                chart,
                values: points.map(() => (chart === "c" ? random.poisson(15) : random.normal())),
              } as const);
        if (proposeSteps(series).steps.length > 0) found += 1;
      }
      expect(found / 600).toBeGreaterThan(0.02);
      expect(found / 600).toBeLessThan(0.085);
    },
  );

  it("levels come in the unit shown", () => {
    const numerators = Array.from({ length: 24 }, (_, i) => (i < 12 ? 5 : 20) + (i % 2));
    const { steps } = proposeSteps(
      { chart: "p", numerators, denominators: numerators.map(() => 50) },
      { multiplier: 100 },
    );
    expect(steps.map(({ at, before, after }) => [at, before, after])).toEqual([[12, 11, 41]]);
  });
});
