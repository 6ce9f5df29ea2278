import { median } from "../median.ts";
import { centreStep } from "./baseline-mean.ts";
import { baselineValues, type Fit, type Scope, type Step } from "./fit.ts";

/** Run chart: the median, and no limits. Provost and Murray, The Health Care Data Guide, chapter 3. */
export function fitRun(scope: Scope): Fit {
  const centre = scope.centre ?? median(baselineValues(scope));
  return {
    centre,
    lower: () => Number.NaN,
    upper: () => Number.NaN,
    level: true,
    steps: [medianStep(scope, centre)],
    remarks: [],
  };
}

export function medianStep(scope: Scope, centre: number): Step {
  return centreStep(scope, centre, "median of the baseline");
}
