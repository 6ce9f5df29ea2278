import type { Fit } from "./charts/fit.ts";
import type { PlannedPhase } from "./phase-plan.ts";

/** Centre and limits point by point; NaN where they cannot be known. */
export interface LimitLines {
  readonly centre: Float64Array;
  readonly lower: (sigmas: 1 | 2 | 3) => Float64Array;
  readonly upper: (sigmas: 1 | 2 | 3) => Float64Array;
}

export function drawLimits(count: number, phases: readonly PlannedPhase[], fits: readonly Fit[]): LimitLines {
  const draw = (height: (fit: Fit, index: number) => number, level: boolean) => {
    const line = new Float64Array(count);
    for (let number = 0; number < phases.length; number += 1) {
      const fit = fits[number]!;
      const { start, end } = phases[number]!;
      if (level || fit.level) line.fill(finite(height(fit, start)), start, end);
      else for (let i = start; i < end; i += 1) line[i] = finite(height(fit, i));
    }
    return line;
  };
  const drawn: Record<"lower" | "upper", (Float64Array | undefined)[]> = { lower: [], upper: [] };
  return {
    centre: draw((fit) => fit.centre, true),
    lower: (sigmas) => (drawn.lower[sigmas] ??= draw((fit, index) => fit.lower(index, sigmas), false)),
    upper: (sigmas) => (drawn.upper[sigmas] ??= draw((fit, index) => fit.upper(index, sigmas), false)),
  };
}

function finite(height: number): number {
  return Number.isFinite(height) ? height : Number.NaN;
}
