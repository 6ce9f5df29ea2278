import type { Fit } from "./charts/fit.ts";
import type { PlannedPhase } from "./phase-plan.ts";

/** Centre and limits point by point; NaN where they cannot be known. */
export interface LimitLines {
  readonly centre: Float64Array;
  lower(sigmas: 1 | 2 | 3): Float64Array;
  upper(sigmas: 1 | 2 | 3): Float64Array;
}

export function drawLimits(count: number, phases: readonly PlannedPhase[], fits: readonly Fit[]): LimitLines {
  const draw = (height: (fit: Fit, index: number) => number) => {
    const line = new Float64Array(count).fill(Number.NaN);
    phases.forEach((phase, number) => {
      const fit = fits[number]!;
      for (let i = phase.start; i < phase.end; i += 1) {
        const at = height(fit, i);
        line[i] = Number.isFinite(at) ? at : Number.NaN;
      }
    });
    return line;
  };
  const once = new Map<string, Float64Array>();
  const remembered = (key: string, height: (fit: Fit, index: number) => number) => {
    const line = once.get(key) ?? draw(height);
    once.set(key, line);
    return line;
  };
  return {
    centre: draw((fit) => fit.centre),
    lower: (sigmas) => remembered(`lower ${sigmas}`, (fit, index) => fit.lower(index, sigmas)),
    upper: (sigmas) => remembered(`upper ${sigmas}`, (fit, index) => fit.upper(index, sigmas)),
  };
}
