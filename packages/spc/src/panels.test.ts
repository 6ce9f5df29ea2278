import { describe, expect, it } from "vitest";
import { seededRandom } from "../simulations/seeded-random.ts";
import {
  advise,
  analyse,
  narrate,
  secondOpinion,
  type Series,
  showWorking,
  whatWouldItTake,
} from "./index.ts";

const random = seededRandom(21);
const steady = Array.from({ length: 30 }, () => 50 + 4 * random.normal());
const raised: Series = {
  chart: "xmr",
  values: [...steady.slice(0, 24), 57, 56, 58, 55.5, 57, 56, 58.5, 57.5],
};
const months = (count: number) =>
  Array.from(
    { length: count },
    (_, i) => `${2020 + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, "0")}-01`,
  );

describe("second opinion", () => {
  it("asks every other rule set and says why they differ", () => {
    const six: Series = {
      chart: "xmr",
      values: [3, -3, 2, -1, 3, -2, 1, -3, 2, -2, 3, -1, 1, 1.2, 1, 1.3, 1, 1.1, 1.2, -4],
    };
    const opinions = secondOpinion(six, { rules: "western-electric", centre: 0 });
    expect(opinions.map((opinion) => opinion.rules)).toHaveLength(8);
    const mdc = opinions.find((opinion) => opinion.rules === "making-data-count")!;
    expect(mdc.differences.map((difference) => difference.why).join(" ")).toMatch(
      /Western Electric asks for 8 points/,
    );
    const ihi = opinions.find((opinion) => opinion.rules === "ihi-run-chart")!;
    expect(ihi.signals.some((signal) => signal.rule === "shift")).toBe(true);
  });
});

describe("what would it take", () => {
  it("counts on from the run there is", () => {
    const options = { rules: "making-data-count", centre: 0 } as const;
    const { next } = whatWouldItTake({ chart: "xmr", values: [-1, 1, -1, 1, 2, 1.5, 1.2] }, options);
    const shift = next.find((signal) => signal.rule === "shift" && signal.direction === "high");
    expect(shift).toMatchObject({
      points: 3,
      beyond: 0,
      words: "3 more points in a row above the centre, 0",
    });
    const trend = next.find((signal) => signal.rule === "trend" && signal.direction === "low");
    expect(trend).toMatchObject({ points: 4, beyond: null });
  });

  it("what it says comes true", () => {
    const series: Series = { chart: "xmr", values: steady.slice(0, 20) };
    const options = { baseline: { first: 20 }, improvement: "increase" } as const;
    const { next } = whatWouldItTake(series, options);
    const shift = next.find((signal) => signal.rule === "shift" && signal.direction === "high")!;
    const more = Array.from({ length: shift.points }, () => shift.beyond! + 0.01);
    const after = analyse({ chart: "xmr", values: [...steady.slice(0, 20), ...more] }, options);
    expect(after.variation).toMatchObject({ kind: "improving", rule: "shift" });
    const fewer = analyse({ chart: "xmr", values: [...steady.slice(0, 20), ...more.slice(1)] }, options);
    expect(fewer.variation.kind).toBe("common-cause");
  });

  it("gives the chance of seeing a shift after 12, 24 and 36 points", () => {
    const { power } = whatWouldItTake(raised);
    const chances = power.filter(({ shift }) => shift === 1).map(({ points, chance }) => [points, chance]);
    expect(chances.map(([points]) => points)).toEqual([12, 24, 36]);
    expect(chances[2]![1]).toBeGreaterThan(chances[0]![1]!);
  });
});

describe("advice", () => {
  const codes = (series: Series) => advise(series).map((advice) => advice.code);

  it("is silent about a steady measure with points enough", () => {
    expect(codes({ chart: "xmr", values: steady })).toEqual([]);
  });

  it("counts the points that are missing", () => {
    expect(advise({ chart: "xmr", values: steady.slice(0, 8) })[0]).toMatchObject({
      code: "more-points",
      evidence: { toTrial: 4, toFirm: 12 },
    });
  });

  it("sees autocorrelation and season", () => {
    expect(
      codes({ chart: "xmr", values: Array.from({ length: 40 }, (_, i) => Math.sin(i / 6) * 10 + (i % 3)) }),
    ).toContain("autocorrelation");
    const seasonal = months(48).map((_, i) => 50 + 10 * Math.cos((i * Math.PI) / 6) + 2 * random.normal());
    expect(codes({ chart: "xmr", x: months(48), values: seasonal })).toContain("seasonality");
  });

  it("sees over-dispersion, and proposes the prime chart", () => {
    const denominators = Array.from({ length: 24 }, () => 20_000);
    const numerators = denominators.map((n) => Math.round(n * (0.2 + 0.02 * random.normal())));
    expect(
      advise({ chart: "p", numerators, denominators }).find((advice) => advice.code === "over-dispersion")
        ?.chart,
    ).toBe("p-prime");
  });

  it("sees rounding, digit preference, small denominators and rare events", () => {
    expect(
      codes({ chart: "xmr", values: Array.from({ length: 24 }, (_, i) => [1, 1, 2, 1, 2, 2][i % 6]! / 2) }),
    ).toContain("rounding");
    expect(
      codes({ chart: "xmr", values: Array.from({ length: 24 }, (_, i) => 100 + 5 * ((i * 7) % 11)) }),
    ).toContain("digit-preference");
    const small = Array.from({ length: 20 }, () => 12);
    expect(
      codes({ chart: "p", numerators: small.map((_, i) => 2 + (i % 3)), denominators: small }),
    ).toContain("small-denominators");
    expect(
      codes({ chart: "u", numerators: small.map((_, i) => (i % 4 === 0 ? 1 : 0)), denominators: small }),
    ).toContain("rare-events");
  });
});

describe("words", () => {
  it("say what is shown, what to do and what not to do", () => {
    const analysis = analyse(raised, { improvement: "increase", baseline: { first: 24 }, target: 70 });
    const words = narrate(analysis, { measure: "Patients seen in 4 hours" });
    expect(words.short).toBe(
      "Patients seen in 4 hours shows a signal of improvement: 7 points in a row on one side of the centre, and the target cannot be expected to be hit unless something changes.",
    );
    expect(words.toDo[0]).toMatch(/Find out what changed/);
    expect(words.notToDo).toHaveLength(1);
  });

  it("claim nothing on chance, and nothing on too few points", () => {
    expect(narrate(analyse({ chart: "xmr", values: steady })).short).toBe(
      "The measure shows no signal at its latest point: its ups and downs are what chance gives.",
    );
    expect(narrate(analyse({ chart: "xmr", values: [1, 2] })).short).toBe(
      "The measure has too few points to tell a signal from chance.",
    );
    expect(narrate(analyse({ chart: "xmr", values: [] })).long[0]).toBe("The measure has no points yet.");
  });
});

describe("the working", () => {
  it("leads from the data to the limits, number by number", () => {
    const lines = showWorking(analyse({ chart: "xmr", values: [2, 4, 3, 5, 4] }, { screen: false }));
    const result = (what: string) => lines.find((line) => line.what === what)?.result;
    expect(result("their values")).toBe("2, 4, 3, 5, 4");
    expect(result("centre")).toBe("3.6");
    expect(result("mean moving range")).toBe("1.5");
    expect(result("upper limit")).toBe(String(3.6 + 2.66 * 1.5));
  });

  it("has a line for the limits at every point where they follow the denominator", () => {
    const lines = showWorking(analyse({ chart: "p", numerators: [2, 5], denominators: [50, 80] }));
    const limits = lines.filter((line) => line.what.startsWith("limits at"));
    expect(limits.map((line) => line.how)).toEqual(["n = 50", "n = 80"]);
  });

  it.each(["run", "xmr", "mr", "xmr-median", "xmr-median-range", "c", "g", "t"] as const)(
    "has steps for a %s chart",
    (chart) => {
      expect(analyse({ chart, values: steady }).phases[0]!.steps.length).toBeGreaterThan(0);
    },
  );
});
