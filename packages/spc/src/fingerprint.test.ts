import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fingerprint, type Series } from "./index.ts";
import { sha256 } from "./sha256.ts";

describe("the fingerprint", { timeout: 60_000 }, () => {
  it("is SHA-256, as Node’s own reckons it", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 150 }), (text) => {
        fc.pre(text.isWellFormed());
        expect(sha256(text)).toBe(createHash("sha256").update(text).digest("hex"));
      }),
    );
  });

  it("follows from data, rules and options, not from the order in which they are written", () => {
    const series: Series = { chart: "xmr", values: [1, 2, null, 4] };
    const mark = fingerprint(series, { target: 3, improvement: "increase" });
    expect(fingerprint({ values: Float64Array.of(1, 2, 3), chart: "xmr" })).toBe(
      fingerprint({ chart: "xmr", values: [1, 2, 3] }),
    );
    expect(fingerprint(series, { improvement: "increase", target: 3, phases: undefined })).toBe(mark);
    expect(
      fingerprint({ ...series, values: [1, 2, null, 5] }, { target: 3, improvement: "increase" }),
    ).not.toBe(mark);
    expect(fingerprint(series, { target: 3, improvement: "increase", rules: "nelson" })).not.toBe(mark);
    expect(fingerprint(series, { target: 3, improvement: "increase", rules: "making-data-count" })).toBe(
      mark,
    );
  });

  it("tells missing from not applicable and from zero", () => {
    const marks = [null, "not-applicable" as const, 0].map((value) =>
      fingerprint({ chart: "xmr", values: [1, value] }),
    );
    expect(new Set(marks).size).toBe(3);
  });
});
