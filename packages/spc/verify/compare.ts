import type { Computed } from "./computed.ts";
import type { ReferenceCase } from "./reference-case.ts";

/** Numbers that are counts, places or codes: they must agree exactly. */
const EXACT = new Set([
  "rebaseGroup",
  "relativeToMean",
  "yLength",
  "part",
  "nObs",
  "nUseful",
  "longestRun",
  "longestRunMax",
  "nCrossings",
  "nCrossingsMin",
  "sigmaSignals",
  "keptIndex",
  "nCommonCause",
  "nImprovement",
  "nConcern",
  "nNeutralHigh",
  "nNeutralLow",
]);

/** Limits that come back through a power or c4 may differ a little more. */
const COARSE = new Set(["t", "xbar", "s", "constants", "pbi-t", "pbi-xbar", "pbi-s"]);

/** Where computed and expected differ, the first place named; null when they agree. */
export function firstDifference(reference: ReferenceCase, computed: Computed): string | null {
  const tolerance = COARSE.has(reference.chart) ? 1e-8 : 1e-9;
  return differ({ expected: reference.expected, found: computed, key: "", tolerance, scale: 0 });
}

interface Pair {
  readonly expected: unknown;
  readonly found: unknown;
  readonly key: string;
  readonly tolerance: number;
  /** Size of the numbers round about, so that a limit of 0 is not held to a relative error of itself. */
  readonly scale: number;
}

function differ(pair: Pair): string | null {
  const { expected, found, key } = pair;
  if (key === "error") return sameRefusal(String(expected), found) ? null : "error";
  if (Array.isArray(expected)) return differInList(pair, expected);
  if (typeof expected === "object" && expected !== null) {
    if (typeof found !== "object" || found === null) return key;
    const fields = new Map<string, unknown>(Object.entries(found));
    for (const [name, value] of Object.entries(expected)) {
      const inner = differ({ ...pair, expected: value, found: fields.get(name), key: name });
      if (inner !== null) return key === "" ? inner : `${key}.${inner}`;
    }
    return null;
  }
  return sameScalar(pair) ? null : `${key} (${String(found)} for ${String(expected)})`;
}

function differInList(pair: Pair, expected: readonly unknown[]): string | null {
  if (!Array.isArray(pair.found)) return `${pair.key} (no list)`;
  if (pair.found.length !== expected.length)
    return `${pair.key} (${pair.found.length} entries for ${expected.length})`;
  const scale = expected.reduce<number>(
    (most, value) => (typeof value === "number" ? Math.max(most, Math.abs(value)) : most),
    0,
  );
  for (let i = 0; i < expected.length; i += 1) {
    const inner = differ({ ...pair, expected: expected[i], found: pair.found[i] as unknown, scale });
    if (inner !== null) return `[${i}] ${inner}`;
  }
  return null;
}

function sameScalar({ expected, found, key, tolerance, scale }: Pair): boolean {
  if (expected === "Inf" || expected === "-Inf") return found === (expected === "Inf" ? Infinity : -Infinity);
  if (expected === null) {
    return (
      found === null ||
      found === undefined ||
      found === false ||
      (typeof found === "number" && Number.isNaN(found))
    );
  }
  if (typeof expected !== "number" || typeof found !== "number") return expected === found;
  if (EXACT.has(key) && Number.isInteger(expected)) return expected === found;
  return (
    Math.abs(expected - found) <= tolerance * Math.max(Math.abs(expected), Math.abs(found)) + 1e-13 * scale
  );
}

const CAUSES = [
  "fix_after_n_points",
  "duplicate",
  "missing value",
  "greater than zero",
  "all numerators are missing",
  "array length",
];

/** The words of a refusal are the package's own; what they are about must agree. */
function sameRefusal(expected: string, found: unknown): boolean {
  if (typeof found !== "string") return false;
  const cause = CAUSES.find((each) => expected.toLowerCase().includes(each));
  return cause === undefined || found.toLowerCase().includes(cause);
}
