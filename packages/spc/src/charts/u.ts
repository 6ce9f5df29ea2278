import { evenFit, type Fit, overRoot, type Scope, step } from "./fit.ts";
import { ratioCentre, ratioCentreStep } from "./ratio-centre.ts";

/** Rates: u ± k sqrt(u/n), not under 0. Montgomery, 7.3. */
export function fitU(scope: Scope): Fit {
  const centre = ratioCentre(scope);
  return rateFit(scope, {
    centre,
    scale: Math.sqrt(centre),
    steps: [ratioCentreStep(scope, centre)],
    remarks: [],
  });
}

interface Rate extends Pick<Fit, "centre" | "steps" | "remarks"> {
  /** Sigma at a point is this over sqrt(n). */
  readonly scale: number;
}

export function rateFit(scope: Scope, { centre, scale, steps, remarks }: Rate): Fit {
  const all = [...steps, step("sigma × sqrt(n)", "sqrt(centre), times sigma z on a U′ chart", scale)];
  return evenFit({ centre, steps: all, remarks, floor: 0 }, overRoot(scope, scale));
}
