import { centreStep } from "./baseline-mean.ts";
import { c4, c5 } from "../control-constants.ts";
import type { Fit, Scope } from "./fit.ts";
import { pooledSpread } from "./pooled-spread.ts";

/** Standard deviations of subgroups: s with limits B3(n) s and B4(n) s, the lower not under 0. Montgomery, 6.3. */
export function fitS(scope: Scope): Fit {
  const centre = scope.centre ?? pooledSpread(scope);
  const { denominator } = scope.columns;
  const floor = scope.quirks.has("negative-s-limit") ? -Infinity : 0;
  const relative = (index: number) => c5(denominator[index]!) / c4(denominator[index]!);
  return {
    centre,
    lower: (index, sigmas) => Math.max(floor, (1 - sigmas * relative(index)) * centre),
    upper: (index, sigmas) => (1 + sigmas * relative(index)) * centre,
    level: false,
    steps: [centreStep(scope, centre, "mean of the subgroup SDs, or pooled where sizes differ")],
    remarks: centre >= 0 ? [] : ["width-unknown"],
  };
}
