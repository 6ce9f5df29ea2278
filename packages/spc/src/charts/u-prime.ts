import type { Fit, Scope } from "./fit.ts";
import { ratioCentre, ratioCentreStep } from "./ratio-centre.ts";
import { sigmaZ } from "./sigma-z.ts";
import { rateFit } from "./u.ts";

/** U′: the U chart's width times sigma z, for large denominators. Laney (2002). */
export function fitUPrime(scope: Scope): Fit {
  const centre = ratioCentre(scope);
  const unit = Math.sqrt(centre);
  const z = sigmaZ(scope, centre, unit);
  const steps = [ratioCentreStep(scope, centre), ...z.steps];
  return rateFit(scope, { centre, scale: unit * z.mean, steps, remarks: z.remarks });
}
