import { baselineValues, type Fit, type Scope, step } from "./fit.ts";
import { fitIndividuals } from "./individuals.ts";

/** Makes exponential times near normal. Nelson, "A control chart for parts-per-million", JQT 26 (1994). */
const POWER = 3.6;

/** Time between rare events: an individuals chart of t^(1/3.6), its lines raised back to the power 3.6. */
export function fitT(scope: Scope): Fit {
  const transformed = { ...scope.columns, value: scope.columns.value.map((time) => time ** (1 / POWER)) };
  const fit = fitIndividuals({ ...scope, columns: transformed });
  // There and back again is not exact: a centre that is the power of a time itself is drawn at that very time.
  const same = baselineValues(scope).find((time) => time ** (1 / POWER) === fit.centre);
  const back = (height: number) => (height === fit.centre && same !== undefined ? same : height ** POWER);
  return {
    centre: back(fit.centre),
    lower: (index, sigmas) => backFromLower(fit.lower(index, sigmas), back),
    upper: (index, sigmas) => back(fit.upper(index, sigmas)),
    level: true,
    steps: [
      ...fit.steps.map((step) => ({ ...step, formula: `${step.formula} (of t^(1/3.6))` })),
      step("centre drawn", "centre^3.6", back(fit.centre)),
    ],
    remarks: fit.remarks,
  };
}

/** A transformed limit under 0 has no time: the shortest time is 0. What is not known stays so. */
function backFromLower(height: number, back: (height: number) => number): number {
  return height < 0 ? 0 : back(height);
}
