import { atLeast, type Fit, type Scope } from "./fit.ts";
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

interface Rate extends Pick<Fit, "steps" | "remarks"> {
  readonly centre: number;
  /** Sigma at a point is this over sqrt(n). */
  readonly scale: number;
}

export function rateFit(scope: Scope, { centre, scale, steps, remarks }: Rate): Fit {
  const { denominator } = scope.columns;
  const sigma = (index: number) =>
    denominator[index]! > 0 ? scale / Math.sqrt(denominator[index]!) : Number.NaN;
  return {
    centre,
    lower: (index, sigmas) => atLeast(centre - sigmas * sigma(index), 0),
    upper: (index, sigmas) => centre + sigmas * sigma(index),
    level: false,
    steps: [
      ...steps,
      { name: "sigma × sqrt(n)", formula: "sqrt(centre), times sigma z on a U′ chart", value: scale },
    ],
    remarks,
  };
}
