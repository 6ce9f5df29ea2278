import { centreStep } from "./baseline-mean.ts";
import { a3 } from "../control-constants.ts";
import { correctedSum } from "../mean.ts";
import { type Fit, type Scope, step } from "./fit.ts";
import { pooledSpread } from "./pooled-spread.ts";

/** Means of subgroups: grand mean weighted by size, ± A3(n) s. Montgomery, 6.3. */
export function fitXbar(scope: Scope): Fit {
  const centre = scope.centre ?? grandMean(scope);
  const s = pooledSpread(scope);
  const { denominator } = scope.columns;
  return {
    centre,
    lower: (index, sigmas) => centre - a3(denominator[index]!, sigmas) * s,
    upper: (index, sigmas) => centre + a3(denominator[index]!, sigmas) * s,
    level: false,
    steps: [
      centreStep(scope, centre, "sum of size × mean / sum of sizes"),
      step(
        "s",
        "mean of the subgroup SDs, or pooled where sizes differ; limits at a point = centre ± A3(n) s",
        s,
      ),
    ],
    remarks: s >= 0 ? [] : ["width-unknown"],
  };
}

function grandMean(scope: Scope): number {
  const { value, denominator } = scope.columns;
  const weighted: number[] = [];
  const sizes: number[] = [];
  for (let i = scope.start; i < scope.end; i += 1) {
    if (scope.counts[i] !== 1 || value[i]! - value[i]! !== 0) continue;
    weighted.push(value[i]! * denominator[i]!);
    sizes.push(denominator[i]!);
  }
  return correctedSum(weighted) / correctedSum(sizes);
}
