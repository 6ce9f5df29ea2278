import { describe, expect, it } from "vitest";
import { computeCase } from "./compute-case.ts";

const values = [12, 15, 11, 14, 13, 16, 12, 15, 14, 13, 17, 12, 16, 14];

function qic(options: object) {
  const given = { screenedMR: true, ...options };
  return computeCase(
    { id: "", chart: "i", input: { xKind: "index", y: values, options: given }, expected: {} },
    true,
  );
}

describe("qicharts2", () => {
  it("excluding a place that no point has removes nothing", () => {
    expect(qic({ exclude: [3, 40] })).toEqual(qic({ exclude: [3] }));
    expect(qic({ exclude: [0] })).toEqual(qic({}));
  });

  it("freeze is ignored when part is given, even a part that ends at the last point", () => {
    expect(qic({ part: [values.length], freeze: 6 })).toEqual(qic({}));
  });

  it("the ends of parts may come in any order and twice", () => {
    expect(qic({ part: [10, 5, 5] })).toEqual(qic({ part: [5, 10] }));
  });
});

describe("NHSRplotthedots", () => {
  const x = values.map((_, month) => `2024-${String(month + 1).padStart(2, "0")}-01`).slice(0, 12);
  const facets = (series: { facet: string; x: string[]; y: (number | null)[] }[]) =>
    computeCase(
      {
        id: "",
        chart: "xmr-facets",
        input: { series, options: { improvementDirection: "increase" } },
        expected: {},
      },
      true,
    );

  it("an error in one facet is an error of the whole chart", () => {
    const good = { facet: "A", x, y: values.slice(0, 12) };
    const twice = { facet: "B", x: x.map((date, i) => (i === 1 ? x[0]! : date)), y: values.slice(0, 12) };
    const gap = { facet: "B", x, y: x.map((_, i) => (i === 3 ? null : i)) };
    expect(facets([good, twice])).toEqual({ error: "duplicate" });
    expect(facets([good, gap])).toEqual({ error: "missing value" });
    expect(Object.keys(facets([good]))).toEqual(["A"]);
  });
});

describe("PowerBI-SPC", () => {
  const i = (options: object, numerators: (number | null)[] = values) =>
    computeCase(
      {
        id: "",
        chart: "pbi-i",
        input: { numerators, options: { improvementDirection: "increase", ...options } },
        expected: {},
      },
      true,
    );

  it("the last row that is kept has the target that counts", () => {
    const rows = [...values, null];
    const low = rows.map(() => -50);
    expect(i({ altTarget: low.with(14, 500) }, rows)["assuranceIcon"]).toBe("consistentPass");
    expect(i({ altTarget: low.with(13, 500) }, rows)["assuranceIcon"]).toBe("consistentFail");
  });

  it("where only improvement is to be flagged, a point of no direction is not", () => {
    const outlier = values.with(13, 90);
    const neutral = { improvementDirection: "neutral" };
    expect(i(neutral, outlier)["variationIcons"]).toEqual(["neutralHigh"]);
    expect(i({ ...neutral, processFlagType: "improvement" }, outlier)["variationIcons"]).toEqual([
      "commonCause",
    ]);
  });
});
