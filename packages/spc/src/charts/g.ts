import { correctedMean } from "../mean.ts";
import { median } from "../median.ts";
import { baselineValues, evenFit, type Fit, type Scope, step } from "./fit.ts";

/** Median of an exponential is ln 2 times its mean; the g chart takes it to three places. */
const MEDIAN_OVER_MEAN = 693 / 1000;

/**
 * Opportunities between rare events (geometric): limits m ± k sqrt(m(m+1)) about the mean m, not under 0; the
 * line drawn is the median, so that half of the points lie on each side. Benneyan, Health Care Management
 * Science 4 (2001); Provost and Murray, chapter 7.
 */
export function fitG(scope: Scope): Fit {
  const values = baselineValues(scope);
  const mean = scope.centre ?? correctedMean(values);
  const centre = scope.centre === null ? median(values) : MEDIAN_OVER_MEAN * scope.centre;
  const sigma = Math.sqrt(mean * (mean + 1));
  const steps = [
    step("centre", scope.centre === null ? "median of the baseline" : "0.693 × stated mean", centre),
    step("mean", "mean of the baseline", mean),
    step("sigma", "sqrt(mean × (mean + 1))", sigma),
  ];
  return evenFit({ centre, steps, about: mean, floor: 0 }, sigma);
}
