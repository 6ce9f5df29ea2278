import type { Fit, Scope } from "./fit.ts";
import { proportionFit } from "./p.ts";
import { ratioCentre, ratioCentreStep } from "./ratio-centre.ts";
import { sigmaZ } from "./sigma-z.ts";

/** P′: the P chart's width times sigma z, for large denominators. Laney (2002). */
export function fitPPrime(scope: Scope): Fit {
  const centre = ratioCentre(scope);
  const unit = Math.sqrt(centre * (1 - centre));
  const z = sigmaZ(scope, centre, unit);
  const steps = [ratioCentreStep(scope, centre), ...z.steps];
  return proportionFit(scope, { centre, scale: unit * z.mean, steps, remarks: z.remarks });
}
