import { atLeast, atMost, type Fit, type Scope } from "./fit.ts";
import { ratioCentre, ratioCentreStep } from "./ratio-centre.ts";

/** Proportions: p ± k sqrt(p(1-p)/n), kept within 0 and 1. Montgomery, 7.2. */
export function fitP(scope: Scope): Fit {
  const centre = ratioCentre(scope);
  const scale = Math.sqrt(centre * (1 - centre));
  return proportionFit(scope, { centre, scale, steps: [ratioCentreStep(scope, centre)], remarks: [] });
}

interface Proportion extends Pick<Fit, "steps" | "remarks"> {
  readonly centre: number;
  /** Sigma at a point is this over sqrt(n). */
  readonly scale: number;
}

export function proportionFit(scope: Scope, { centre, scale, steps, remarks }: Proportion): Fit {
  const { denominator } = scope.columns;
  const sigma = (index: number) =>
    denominator[index]! > 0 ? scale / Math.sqrt(denominator[index]!) : Number.NaN;
  return {
    centre,
    lower: (index, sigmas) => atLeast(centre - sigmas * sigma(index), 0),
    upper: (index, sigmas) => atMost(centre + sigmas * sigma(index), 1),
    level: false,
    steps: [
      ...steps,
      {
        name: "sigma × sqrt(n)",
        formula: "sqrt(centre × (1 - centre)), times sigma z on a P′ chart",
        value: scale,
      },
    ],
    remarks,
  };
}
