import { describe, expect, it } from "vitest";
import { seededRandom } from "../simulations/seeded-random.ts";
import { studentQuantile, studentTwoSided } from "./distributions/student-t.ts";
import { evaluateChange } from "./index.ts";
import { neweyWest } from "./least-squares.ts";

describe("did the change work", { timeout: 60_000 }, () => {
  it("Student’s t agrees with the printed tables (Fisher and Yates)", () => {
    expect(studentQuantile(0.05, 10)).toBeCloseTo(2.2281, 4);
    expect(studentQuantile(0.01, 30)).toBeCloseTo(2.75, 3);
    expect(studentTwoSided(2.086, 20)).toBeCloseTo(0.05, 4);
  });

  it("least squares with errors by hand: a mean, one lag", () => {
    // y = 1, 2, 4, 3: mean 2.5, residuals -1.5 -0.5 1.5 0.5; n = 4 gives lags floor(4 × 0.04^(2/9)) = 1.
    const { coefficients, covariance, lags } = neweyWest([[1], [1], [1], [1]], [1, 2, 4, 3])!;
    // S = 5 + 2 × 1/2 × (0.75 - 0.75 + 0.75) = 5.75; times 4/3, over 16.
    expect(lags).toBe(1);
    expect(coefficients[0]).toBeCloseTo(2.5, 12);
    expect(covariance[0]![0]).toBeCloseTo(((5.75 / 16) * 4) / 3, 12);
  });

  it("finds a jump and a change of slope that are there exactly", () => {
    const values = Array.from({ length: 30 }, (_, t) => 10 + 0.5 * t + (t >= 15 ? 4 - 0.2 * (t - 15) : 0));
    const { level, slope, atEnd } = evaluateChange(values, { at: 15 });
    expect(level!.estimate).toBeCloseTo(4, 8);
    expect(slope!.estimate).toBeCloseTo(-0.2, 8);
    expect(atEnd!.estimate).toBeCloseTo(4 - 0.2 * 14, 8);
  });

  it("a control takes off what happened everywhere", () => {
    const random = seededRandom(3);
    const noise = Array.from({ length: 36 }, () => random.normal());
    const control = noise.map((value, t) => 20 + value + (t >= 18 ? 5 : 0));
    const values = control.map((value, t) => value + 0.3 * Math.sin(t));
    const alone = evaluateChange(values, { at: 18, improvement: "increase" });
    const controlled = evaluateChange(values, { at: 18, improvement: "increase", control });
    expect(alone.level!.low).toBeGreaterThan(0);
    expect(controlled.level!.low).toBeLessThan(0);
    expect(controlled.level!.high).toBeGreaterThan(0);
    expect(controlled.trust).toBe("moderate");
    expect(alone.trust).toBe("low");
  });

  it("covers the truth about as often as stated, even with autocorrelation", () => {
    const random = seededRandom(8);
    let covered = 0;
    for (let run = 0; run < 300; run += 1) {
      let carried = 0;
      const values = Array.from({ length: 60 }, (_, t) => {
        carried = 0.3 * carried + random.normal();
        return carried + (t >= 30 ? 2 : 0);
      });
      const { level } = evaluateChange(values, { at: 30 });
      if (level!.low <= 2 && level!.high >= 2) covered += 1;
    }
    expect(covered / 300).toBeGreaterThan(0.85);
  });

  it("says when nothing can be said", () => {
    expect(evaluateChange([1, 2, 3, null, 4], { at: 2 })).toMatchObject({
      trust: "not-possible",
      level: null,
    });
    expect(evaluateChange([], { at: 0 }).words).toMatch(/too few points/);
  });
});
