import { evenFit, type Fit, overRoot, type Scope, step } from "./fit.ts";
import { ratioCentre, ratioCentreStep } from "./ratio-centre.ts";

/** Proportions: p ± k sqrt(p(1-p)/n), kept within 0 and 1. Montgomery, 7.2. */
export function fitP(scope: Scope): Fit {
  const centre = ratioCentre(scope);
  const scale = Math.sqrt(centre * (1 - centre));
  return proportionFit(scope, { centre, scale, steps: [ratioCentreStep(scope, centre)], remarks: [] });
}

interface Proportion extends Pick<Fit, "centre" | "steps" | "remarks"> {
  /** Sigma at a point is this over sqrt(n). */
  readonly scale: number;
}

export function proportionFit(scope: Scope, { centre, scale, steps, remarks }: Proportion): Fit {
  const formula = "sqrt(centre × (1 - centre)), times sigma z on a P′ chart";
  const all = [...steps, step("sigma × sqrt(n)", formula, scale)];
  return evenFit({ centre, steps: all, remarks, floor: 0, ceiling: 1 }, overRoot(scope, scale));
}
