import type { AnalysisOptions } from "./options.ts";
import { firstFrom } from "./phase-plan.ts";
import type { Prepared } from "./prepare.ts";
import { checkLength } from "./spc-error.ts";

/** The target at every point, in the unit shown; NaN where there is none. */
export function targetLine(prepared: Prepared, options: AnalysisOptions): Float64Array {
  const { target } = options;
  const count = prepared.labels.length;
  const line = new Float64Array(count).fill(Number.NaN);
  if (target === undefined || target === null) return line;
  if (typeof target === "number") return line.fill(target);
  if ("steps" in target) {
    for (const { from, value } of target.steps) line.fill(value ?? Number.NaN, firstFrom(prepared, from));
    return line;
  }
  checkLength("target", target, count);
  return Float64Array.from(prepared.source, (place) => target[place] ?? Number.NaN);
}
