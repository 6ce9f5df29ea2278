import { describe, expect, it } from "vitest";
import { analyse, type NamedRule, type Rule, runsAreUnusual } from "../index.ts";
import { numberOfRunsBounds } from "./number-of-runs.ts";

const setOf = (rule: Rule) => {
  const named: NamedRule = { id: "it", name: "it", rule };
  return { id: "own", version: "1", name: "Own", source: "test", rules: [named] };
};

/** Marks as text: a letter a point, H high, L low, B both or neither, . none. Centre 0, sigmas 1 apart. */
function marksOf(rule: Rule, values: readonly (number | null)[]): string {
  const { points } = analyse(
    { chart: "run", values },
    { rules: setOf(rule), centre: 0, specification: { lower: -2, upper: 2 } },
  );
  const letters = { high: "H", low: "L", none: "B" } as const;
  return points.map((point) => (point.signal === null ? "." : letters[point.signal.direction])).join("");
}

const zone = {
  kind: "zone",
  count: 2,
  window: 3,
  reach: "specification",
  outsideCounts: true,
  others: "same-side",
  shortWindows: false,
  marks: "offenders",
} as const;

describe("rules, each by itself", () => {
  it("a point on a limit is inside", () => {
    expect(marksOf({ kind: "outside-limits", reach: "specification" }, [2, 2.1, -2, -2.1, null])).toBe(
      ".H.L.",
    );
  });

  it("a shift marks its first point too; the centre breaks it or is skipped; a gap always breaks it", () => {
    const breaks: Rule = { kind: "shift", length: 3, onCentre: "breaks" };
    const skipped: Rule = { kind: "shift", length: 3, onCentre: "skipped" };
    expect(marksOf(breaks, [1, 1, 1, 1, -1, -1, 0, -1, -1, -1])).toBe("HHHH...LLL");
    expect(marksOf(skipped, [-1, -1, 0, -1, 1])).toBe("LL.L.");
    expect(marksOf(skipped, [1, 1, null, 1])).toBe("....");
  });

  it("a trend of 4 is 3 steps; a tie breaks it or is skipped", () => {
    expect(marksOf({ kind: "trend", length: 4, ties: "break" }, [1, 2, 3, 4, 5, 5, 6])).toBe("HHHHH..");
    expect(marksOf({ kind: "trend", length: 4, ties: "break" }, [1, 2, 2, 3, 4])).toBe(".....");
    expect(marksOf({ kind: "trend", length: 4, ties: "skipped" }, [1, 2, 2, 3, 4])).toBe("HHHHH");
    expect(marksOf({ kind: "trend", length: 4, ties: "break" }, [5, 4, null, 3, 2])).toBe(".....");
  });

  it("two in three: the third point on the same side, anywhere, or cancelling", () => {
    expect(marksOf(zone, [3, 1, 3])).toBe("H.H");
    expect(marksOf(zone, [3, -1, 3])).toBe("...");
    expect(marksOf({ ...zone, others: "anywhere" }, [3, -1, 3])).toBe("H.H");
    expect(marksOf({ ...zone, others: "anywhere" }, [3, -3, 3])).toBe("H.H");
    expect(marksOf({ ...zone, others: "cancelling" }, [3, -3, 3])).toBe("...");
  });

  it("two in three: windows cut short at the start, and whole windows marked, only if asked", () => {
    expect(marksOf(zone, [3, 3])).toBe("..");
    expect(marksOf({ ...zone, shortWindows: true }, [3, 3])).toBe("HH");
    expect(marksOf({ ...zone, marks: "window" }, [3, 1, 3])).toBe("HHH");
  });

  it("hugging, avoiding and alternating have no direction", () => {
    expect(marksOf({ kind: "hugging", length: 3, reach: "specification" }, [1, -1, 1, 3])).toBe("BBB.");
    expect(marksOf({ kind: "avoiding", length: 3, reach: "specification" }, [3, -3, 3, 0])).toBe("BBB.");
    expect(marksOf({ kind: "avoiding", length: 3, reach: "specification" }, [3, 3, 3, 3])).toBe("....");
    expect(marksOf({ kind: "alternating", length: 4 }, [1, 2, 1, 2, 3])).toBe("BBBB.");
  });

  it("excluded points break located runs but are tested against limits", () => {
    const values = [1, 1, 9, 1, 1];
    const options = { centre: 0, specification: { upper: 2 }, exclude: [{ at: 2, reason: "flood" }] };
    const shift = analyse(
      { chart: "run", values },
      { ...options, rules: setOf({ kind: "shift", length: 3, onCentre: "breaks" }) },
    );
    expect(shift.signals).toEqual([]);
    const outside = analyse(
      { chart: "run", values },
      { ...options, rules: setOf({ kind: "outside-limits", reach: "specification" }) },
    );
    expect(outside.signals.map((signal) => signal.points)).toEqual([[2]]);
  });

  it("outside 10 to 100 points the boxes fall back on Anhøj’s limits", () => {
    for (const useful of [9, 101, 5000]) {
      for (const longest of [5, 8, 13, 16]) {
        const count = { useful, longest, crossings: Math.floor(useful / 2) };
        expect(runsAreUnusual(count, "cutbox")).toBe(runsAreUnusual(count, "anhoej"));
      }
    }
  });

  it("the number of runs is bounded so that chance leaves the bounds at most 5% of the time", () => {
    // Swed and Eisenhart: with 5 above and 5 below, P(2 runs) = 2/252 and P(3 runs) = 8/252.
    expect(numberOfRunsBounds(5, 5)).toEqual({ fewest: 3, most: 9 });
    expect(numberOfRunsBounds(10, 10)).toEqual({ fewest: 7, most: 15 });
  });
});
