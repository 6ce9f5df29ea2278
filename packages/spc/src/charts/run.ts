import { median } from "../median.ts";
import { baselineValues, type Fit, type Scope } from "./fit.ts";

/** Run chart: the median, and no limits. Provost and Murray, The Health Care Data Guide, chapter 3. */
export function fitRun(scope: Scope): Fit {
  const centre = scope.centre ?? median(baselineValues(scope));
  return {
    centre,
    lower: () => Number.NaN,
    upper: () => Number.NaN,
    level: true,
    steps: [{ name: "centre", formula: "median of the baseline", value: centre }],
    remarks: [],
  };
}
