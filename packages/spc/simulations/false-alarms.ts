import { writeFileSync } from "node:fs";
import { fitPhases } from "../src/fit-phases.ts";
import { drawLimits } from "../src/limit-lines.ts";
import { markRules } from "../src/mark-rules.ts";
import type { AnalysisOptions } from "../src/options.ts";
import { planPhases } from "../src/phase-plan.ts";
import { prepare } from "../src/prepare.ts";
import type { NamedRule, RuleSetId } from "../src/rule-sets/rule-set.ts";
import { ruleSets } from "../src/rule-sets/rule-sets.ts";
import type { Series } from "../src/series.ts";
import { seededRandom, type SeededRandom } from "./seeded-random.ts";

/**
 * Chance of at least one signal on pure chance, and power against a shift, by rule set and chart. Limits are
 * estimated from the same points, as they are in practice (power: from the 24 points before the shift).
 */
const SEED = 20_240_901;
const SERIES = Number(process.argv[2] ?? 10_000);
const LENGTHS = [12, 24, 36, 48, 60];
const SHIFTS = [0.5, 1, 1.5, 2, 3];
const AFTER = [12, 24, 36];
const BASELINE = 24;

type Draw = (random: SeededRandom, points: number) => Series;

const draws: Readonly<Record<string, Draw>> = {
  run: (random, points) => ({ chart: "run", values: filled(points, () => random.normal()) }),
  xmr: (random, points) => ({ chart: "xmr", values: filled(points, () => random.normal()) }),
  p: (random, points) => ({
    chart: "p",
    numerators: filled(points, () => random.binomial(80, 0.2)),
    denominators: filled(points, () => 80),
  }),
  u: (random, points) => ({
    chart: "u",
    numerators: filled(points, () => random.poisson(12)),
    denominators: filled(points, () => 100),
  }),
  c: (random, points) => ({ chart: "c", values: filled(points, () => random.poisson(12)) }),
  g: (random, points) => ({ chart: "g", values: filled(points, () => random.geometric(0.03)) }),
  t: (random, points) => ({ chart: "t", values: filled(points, () => 20 * random.exponential()) }),
  xbar: (random, points) => ({
    chart: "xbar",
    subgroups: Array.from({ length: points }, () => Array.from(filled(5, () => random.normal()))),
  }),
  s: (random, points) => ({
    chart: "s",
    subgroups: Array.from({ length: points }, () => Array.from(filled(5, () => random.normal()))),
  }),
};

function filled(points: number, draw: () => number): Float64Array {
  return Float64Array.from({ length: points }, draw);
}

/** Each distinct rule once, however many sets hold it. */
const distinct = new Map<string, NamedRule>();
const rulesOfSet = new Map<RuleSetId, string[]>();
for (const [id, set] of Object.entries(ruleSets)) {
  const keys = set.rules.map((rule) => JSON.stringify(rule.rule));
  keys.forEach((key, i) => distinct.set(key, { ...set.rules[i]!, id: key }));
  if (isRuleSetId(id)) rulesOfSet.set(id, keys);
}

function isRuleSetId(id: string): id is RuleSetId {
  return Object.hasOwn(ruleSets, id);
}

const every = { id: "every", version: "", name: "", source: "", rules: [...distinct.values()] };

/** Sets that signal at a point from `since` on. */
function signalling(series: Series, options: AnalysisOptions, since: number): RuleSetId[] {
  const prepared = prepare(series, options);
  const plan = planPhases(prepared, options);
  const { value } = prepared.columns;
  const lines = drawLimits(value.length, plan.phases, fitPhases(series.chart, prepared, plan, options));
  const inRuns = new Uint8Array(value.length).fill(1);
  const findings = markRules(
    { value, lines, phases: plan.phases, inRuns, specification: {}, orderMatters: true },
    every,
  );
  const broken = new Set(
    findings
      .filter(
        ({ marks, wholePhases }) =>
          wholePhases.length > 0 || marks.some((mark, i) => mark !== 0 && i >= since),
      )
      .map(({ id }) => id),
  );
  return [...rulesOfSet].filter(([, keys]) => keys.some((key) => broken.has(key))).map(([id]) => id);
}

function rates(simulate: () => RuleSetId[]): Record<string, number> {
  const counts: Record<string, number> = Object.fromEntries([...rulesOfSet.keys()].map((id) => [id, 0]));
  for (let i = 0; i < SERIES; i += 1) for (const id of simulate()) counts[id]! += 1;
  return Object.fromEntries(
    Object.entries(counts).map(([id, count]) => [id, Number((count / SERIES).toFixed(3))]),
  );
}

const falseAlarms: Record<string, Record<string, number[]>> = {};
for (const [chart, draw] of Object.entries(draws)) {
  falseAlarms[chart] = {};
  LENGTHS.forEach((points) => {
    const random = seededRandom(SEED + points);
    const found = rates(() => signalling(draw(random, points), {}, 0));
    for (const [id, rate] of Object.entries(found)) (falseAlarms[chart]![id] ??= []).push(rate);
  });
}

const power: Record<string, number[][]> = {};
for (const shift of SHIFTS) {
  const byAfter = AFTER.map((after, place) => {
    const random = seededRandom(SEED + 100 + place);
    return rates(() => {
      const values = Float64Array.from(
        { length: BASELINE + after },
        (_, i) => random.normal() + (i < BASELINE ? 0 : shift),
      );
      return signalling({ chart: "xmr", values }, { baseline: { first: BASELINE } }, BASELINE);
    });
  });
  for (const id of rulesOfSet.keys()) (power[id] ??= []).push(byAfter.map((found) => found[id]!));
}

/** Rates as whole per cent in two digits each, one after another: a fifth of the size of a table in the bundle. */
const packed = (rates: readonly number[]) =>
  rates.map((rate) => String(Math.min(99, Math.round(rate * 100))).padStart(2, "0")).join("");

const ids = [...rulesOfSet.keys()];
const lines = Object.entries(falseAlarms).map(
  ([chart, table]) => `  ${chart}: "${packed(ids.flatMap((id) => table[id]!))}",`,
);

writeFileSync(
  new URL("../src/tables/simulated-rates.ts", import.meta.url),
  `import type { RuleSetId } from "../rule-sets/rule-set.ts";

// Generated by simulations/false-alarms.ts: ${SERIES.toLocaleString("en-GB")} series a cell, seed ${SEED}.

/** Rule sets in the order of the packed rates. */
export const simulatedSets: readonly RuleSetId[] = ${JSON.stringify(ids)};

/** Lengths of series that the false alarms are given for. */
export const falseAlarmLengths: readonly number[] = ${JSON.stringify(LENGTHS)};

/** By chart: for each set, for each length, the chance in per cent of at least one signal on pure chance. */
export const falseAlarmRates = {
${lines.join("\n")}
} as const;

/** Shifts, in standard deviations, and numbers of points after them that the power is given for. */
export const powerShifts: readonly number[] = ${JSON.stringify(SHIFTS)};
export const powerPoints: readonly number[] = ${JSON.stringify(AFTER)};

/** For each set, each shift, each number of points: the chance in per cent of a signal on an XmR chart with limits from ${BASELINE} points before. */
export const powerRates = "${packed(ids.flatMap((id) => power[id]!.flat()))}";
`,
);
