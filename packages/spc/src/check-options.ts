import type { AnalysisOptions } from "./options.ts";
import { ruleSets } from "./rule-sets/rule-sets.ts";
import type { RuleSet } from "./rule-sets/rule-set.ts";
import type { Series } from "./series.ts";
import { SpcError } from "./spc-error.ts";

const CHOICES = {
  improvement: ["increase", "decrease", "neutral"],
  targetAtLimit: ["inside", "met"],
  movingRangeFactor: ["2.66", "3/1.128"],
  withinSubgroups: ["by-size", "pooled"],
  excludedRanges: ["break", "bridge"],
  zeroTimes: ["refuse", "accept"],
  order: ["by-x", "as-given"],
} as const;

const CHARTS_BY_FORM = {
  values: ["run", "xmr", "mr", "xmr-median", "xmr-median-range", "c", "g", "t"],
  numerators: [
    "run",
    "xmr",
    "mr",
    "xmr-median",
    "xmr-median-range",
    "xmr-weighted",
    "p",
    "p-prime",
    "u",
    "u-prime",
  ],
  subgroups: ["xbar", "s"],
  sds: ["xbar", "s"],
} as const;

const FORMS = ["values", "numerators", "subgroups", "sds"] as const;

const NUMBERS = ["centre", "multiplier", "minimumPoints"] as const;

/** Refuses what TypeScript would have refused, for callers without it. */
export function checkOptions(series: Series, options: AnalysisOptions): void {
  checkSeries(series);
  const given = new Map<string, unknown>(Object.entries(options));
  for (const [option, allowed] of Object.entries(CHOICES)) {
    const chosen = given.get(option);
    if (chosen === undefined || allowed.some((each) => each === chosen)) continue;
    throw new SpcError(option, `${JSON.stringify(chosen)} is none of ${allowed.join(", ")}`);
  }
  for (const option of NUMBERS) {
    const number = options[option];
    if (number !== undefined && !Number.isFinite(number))
      throw new SpcError(option, `“${number}” is not a number`);
  }
  if (options.multiplier !== undefined && options.multiplier <= 0)
    throw new SpcError("multiplier", "must be greater than 0");
  if (typeof options.target === "number" && !Number.isFinite(options.target))
    throw new SpcError("target", "must be a finite number");
  for (const list of ["phases", "exclude", "quirks"] as const) {
    if (options[list] !== undefined && !Array.isArray(options[list]))
      throw new SpcError(list, "must be a list");
  }
}

function checkSeries(series: Series): void {
  const form = FORMS.find((key) => key in series);
  if (form === undefined)
    throw new SpcError("series", "needs values, numerators and denominators, subgroups, or sds and sizes");
  const charts: readonly string[] = CHARTS_BY_FORM[form];
  if (!charts.includes(series.chart)) {
    throw new SpcError(
      "chart",
      `“${series.chart}” cannot be drawn from ${form}: one of ${charts.join(", ")} can`,
    );
  }
}

export function ruleSetOf(series: Series, options: AnalysisOptions): RuleSet {
  const rules = options.rules ?? (series.chart === "run" ? "anhoej" : "making-data-count");
  if (typeof rules !== "string") return checkedRuleSet(rules);
  const found = Object.hasOwn(ruleSets, rules) ? ruleSets[rules] : undefined;
  if (found === undefined) throw new SpcError("rules", `there is no rule set “${rules}”`);
  return found;
}

/** A caller's own set: every run must be long enough to mean something. */
function checkedRuleSet(set: RuleSet): RuleSet {
  const ids = new Set<string>();
  for (const { id, rule } of set.rules) {
    if (ids.has(id)) throw new SpcError("rules", `“${id}” is there twice`);
    ids.add(id);
    if ("length" in rule && !(Number.isInteger(rule.length) && rule.length >= 2)) {
      throw new SpcError("rules", `the length of “${id}” must be a whole number from 2 up`);
    }
    if (rule.kind === "zone" && !(rule.count >= 1 && rule.window >= rule.count)) {
      throw new SpcError("rules", `“${id}” asks for ${rule.count} of ${rule.window}`);
    }
  }
  return set;
}
