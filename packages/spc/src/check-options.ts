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

const EITHER_WAY = ["run", "xmr", "mr", "xmr-median", "xmr-median-range"] as const;
const CHARTS_BY_FORM = {
  values: [...EITHER_WAY, "c", "g", "t"],
  numerators: [...EITHER_WAY, "xmr-weighted", "p", "p-prime", "u", "u-prime"],
  subgroups: ["xbar", "s"],
  sds: ["xbar", "s"],
} as const;

const FORMS = ["values", "numerators", "subgroups", "sds"] as const;

/** Refuses what TypeScript would have refused, for callers without it. */
export function checkOptions(series: Series, options: AnalysisOptions): void {
  checkSeries(series);
  const given = new Map<string, unknown>(Object.entries(options));
  for (const [option, allowed] of Object.entries(CHOICES)) {
    const chosen = given.get(option);
    if (chosen !== undefined) checkChoice(option, chosen, allowed);
  }
  for (const option of ["centre", "multiplier", "minimumPoints"]) {
    const number = given.get(option);
    if (number !== undefined && !Number.isFinite(number)) throw new SpcError(option, "must be a number");
  }
  if (options.multiplier !== undefined && options.multiplier <= 0)
    throw new SpcError("multiplier", "must be above 0");
  if (typeof options.target === "number" && !Number.isFinite(options.target))
    throw new SpcError("target", "must be finite");
  for (const option of ["phases", "exclude", "quirks"]) {
    const list = given.get(option);
    if (list !== undefined && !Array.isArray(list)) throw new SpcError(option, "must be a list");
  }
}

function checkSeries(series: Series): void {
  const form = FORMS.find((key) => key in series);
  if (form === undefined) throw new SpcError("series", `needs one of ${FORMS.join(", ")}`);
  checkChoice("chart", series.chart, CHARTS_BY_FORM[form]);
}

function checkChoice(option: string, chosen: unknown, allowed: readonly string[]): void {
  if (allowed.some((each) => each === chosen)) return;
  throw new SpcError(option, `${JSON.stringify(chosen)} is none of ${allowed.join(", ")}`);
}

export function ruleSetOf(series: Series, options: AnalysisOptions): RuleSet {
  const rules = options.rules ?? (series.chart === "run" ? "anhoej" : "making-data-count");
  if (typeof rules !== "string") return checkedRuleSet(rules);
  checkChoice("rules", rules, Object.keys(ruleSets));
  return ruleSets[rules];
}

/** A caller's own set: every run must be long enough to mean something. */
function checkedRuleSet(set: RuleSet): RuleSet {
  const ids = new Set<string>();
  for (const { id, rule } of set.rules) {
    if (ids.has(id)) throw new SpcError("rules", `“${id}” is there twice`);
    ids.add(id);
    if ("length" in rule && !(Number.isInteger(rule.length) && rule.length >= 2)) {
      throw new SpcError("rules", `“${id}” needs a whole length from 2 up`);
    }
    if (rule.kind === "zone" && !(rule.count >= 1 && rule.window >= rule.count)) {
      throw new SpcError("rules", `“${id}” asks for ${rule.count} of ${rule.window}`);
    }
  }
  return set;
}
