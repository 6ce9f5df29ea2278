import { Invalid, type FieldProblem } from "#platform/problem.ts";
import { dayOf } from "#platform/day.ts";
import { figureProblem } from "#ui/figures/figure-problem.ts";
import { periodStart } from "#ui/figures/period.ts";
import type { DefinitionText } from "./definition.ts";
import type { Point } from "./point.ts";

/** Each figure must be one that can be. What is wrong is said by the place of the point in what was given. */
export function checkPoints(
  definition: Pick<DefinitionText, "form" | "frequency">,
  points: readonly Point[],
  now: Date,
): void {
  const seen = new Set<string>();
  const problems = points.flatMap((point, index): FieldProblem[] => {
    const message = problemOf(definition, point, now) ?? (seen.has(point.period) ? twice : undefined);
    seen.add(point.period);
    return message ? [{ field: `points.${index}`, message }] : [];
  });
  if (problems.length > 0) throw new Invalid(problems);
}

export { periodStart };

export const notBegun = "This period has not begun yet";

const twice = "This period is there twice: give each period once";

function problemOf(
  definition: Pick<DefinitionText, "form" | "frequency">,
  point: Point,
  now: Date,
): string | undefined {
  if (point.period !== periodStart(point.period, definition.frequency))
    return "The date must be the first day of the period";
  if (point.period > dayOf(now)) return notBegun;
  return point.state === "number" ? figureProblem(definition.form, point) : undefined;
}
