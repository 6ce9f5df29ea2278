import type { Fit, Quirk, Scope } from "./charts/fit.ts";
import { fitC } from "./charts/c.ts";
import { fitG } from "./charts/g.ts";
import { fitIndividuals } from "./charts/individuals.ts";
import { fitMedianIndividuals, fitMedianRangeIndividuals } from "./charts/median-individuals.ts";
import { fitMovingRange } from "./charts/moving-range.ts";
import { fitPPrime } from "./charts/p-prime.ts";
import { fitP } from "./charts/p.ts";
import { fitRun } from "./charts/run.ts";
import { fitS } from "./charts/s.ts";
import { fitT } from "./charts/t.ts";
import { fitUPrime } from "./charts/u-prime.ts";
import { fitU } from "./charts/u.ts";
import { fitWeightedIndividuals } from "./charts/weighted-individuals.ts";
import { fitXbar } from "./charts/xbar.ts";
import { D2_OF_TWO, MDC_FACTOR } from "./control-constants.ts";
import type { AnalysisOptions } from "./options.ts";
import type { Plan } from "./phase-plan.ts";
import type { Prepared } from "./prepare.ts";
import type { Chart } from "./series.ts";

const fits: Readonly<Record<Chart, (scope: Scope) => Fit>> = {
  run: fitRun,
  xmr: fitIndividuals,
  mr: fitMovingRange,
  "xmr-median": fitMedianIndividuals,
  "xmr-median-range": fitMedianRangeIndividuals,
  "xmr-weighted": fitWeightedIndividuals,
  xbar: fitXbar,
  s: fitS,
  p: fitP,
  "p-prime": fitPPrime,
  u: fitU,
  "u-prime": fitUPrime,
  c: fitC,
  g: fitG,
  t: fitT,
};

export function fitPhases(chart: Chart, prepared: Prepared, plan: Plan, options: AnalysisOptions): Fit[] {
  const found: Fit[] = [];
  for (const phase of plan.phases) {
    const { baseline } = phase;
    if (baseline !== null && "frozenFrom" in baseline) found.push(found[baseline.frozenFrom]!);
    else found.push(fits[chart](scopeOf(prepared, plan, options, phase)));
  }
  return found;
}

function scopeOf(
  prepared: Prepared,
  plan: Plan,
  options: AnalysisOptions,
  { start, end }: { readonly start: number; readonly end: number },
): Scope {
  return {
    columns: prepared.columns,
    start,
    end,
    counts: plan.counts,
    screen: options.screen ?? true,
    pooled: options.withinSubgroups === "pooled",
    factor: options.movingRangeFactor === "3/1.128" ? 3 / D2_OF_TWO : MDC_FACTOR,
    bridgeExcluded: options.excludedRanges === "bridge",
    ordered: options.ordered ?? true,
    centre: options.centre ?? null,
    quirks: new Set<Quirk>(options.quirks ?? []),
  };
}
