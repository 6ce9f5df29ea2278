import { baselineMean, centreStep } from "./baseline-mean.ts";
import { evenFit, type Fit, type Scope, step } from "./fit.ts";

/** Counts over equal opportunity: c ± k sqrt(c), not under 0. Montgomery, 7.3. */
export function fitC(scope: Scope): Fit {
  const centre = baselineMean(scope);
  const sigma = Math.sqrt(centre);
  const steps = [centreStep(scope, centre), step("sigma", "sqrt(centre)", sigma)];
  return evenFit({ centre, steps, floor: 0 }, sigma);
}
