import { baselineMean, centreStep } from "./baseline-mean.ts";
import { type Fit, type Scope, step } from "./fit.ts";
import { meanRange, movingRanges } from "./moving-ranges.ts";

/**
 * Individuals (XmR): mean ± factor × mean moving range, the factor being 2.66 or 3/1.128.
 * Wheeler, Understanding Variation; Montgomery, Introduction to Statistical Quality Control, 6.4.
 */
export function fitIndividuals(scope: Scope): Fit {
  const centre = baselineMean(scope);
  const width = meanRange(movingRanges(scope), scope);
  const sigma = (scope.factor / 3) * width.mean;
  return {
    centre,
    // 2.66 times the range, not three times a third of it: the last bit decides a point that lies on the limit.
    lower: (_index, sigmas) => centre - reach(scope.factor, sigmas) * width.mean,
    upper: (_index, sigmas) => centre + reach(scope.factor, sigmas) * width.mean,
    level: true,
    steps: [
      centreStep(scope, centre),
      ...width.steps,
      step("sigma", `mean moving range × ${scope.factor} / 3`, sigma),
    ],
    remarks: width.remarks,
  };
}

function reach(factor: number, sigmas: number): number {
  return sigmas === 3 ? factor : sigmas * (factor / 3);
}
