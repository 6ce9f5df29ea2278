import { baselineMean, centreStep } from "./baseline-mean.ts";
import { type Fit, levelFit, type Scope } from "./fit.ts";

/** Counts over equal opportunity: c ± k sqrt(c), not under 0. Montgomery, 7.3. */
export function fitC(scope: Scope): Fit {
  const centre = baselineMean(scope);
  const sigma = Math.sqrt(centre);
  const steps = [centreStep(scope, centre), { name: "sigma", formula: "sqrt(centre)", value: sigma }];
  return levelFit(centre, sigma, { steps, remarks: [], floor: 0 });
}
