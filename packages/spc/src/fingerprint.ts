import { analyse } from "./analyse.ts";
import { ruleSetOf } from "./check-options.ts";
import type { AnalysisOptions } from "./options.ts";
import type { Series } from "./series.ts";
import { sha256 } from "./sha256.ts";
import { version } from "./version.ts";

/**
 * A hash of everything that a chart follows from: data, rule set with its parameters and version, options, and
 * the version of this package. The same chart has the same fingerprint on every machine, so it can be proved later.
 */
export function fingerprint(series: Series, options: AnalysisOptions = {}): string {
  // Refuses what cannot be charted, so that a fingerprint always stands for a chart.
  analyse(series, options);
  const { rules: _rules, ...rest } = options;
  return sha256(canonical({ package: version, series, rules: ruleSetOf(series, options), options: rest }));
}

/** JSON with keys in order, undefined left out, and the numbers that JSON does not know written as words. */
export function canonical(value: unknown): string {
  if (value === undefined) return "null";
  if (typeof value === "number" && !Number.isFinite(value)) return `"${value}"`;
  if (Object.is(value, -0)) return "0";
  if (ArrayBuffer.isView(value) && value instanceof Float64Array) return canonical(Array.from(value));
  if (Array.isArray(value)) return `[${value.map((each) => canonical(each)).join(",")}]`;
  if (typeof value === "object" && value !== null) {
    const entries = Object.entries(value).filter(([, each]) => each !== undefined);
    const sorted = entries.sort(([a], [b]) => (a < b ? -1 : 1));
    return `{${sorted.map(([key, each]) => `${JSON.stringify(key)}:${canonical(each)}`).join(",")}}`;
  }
  return JSON.stringify(value);
}
