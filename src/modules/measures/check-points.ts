import { Invalid, type FieldProblem } from "#platform/problem.ts";
import { hasDenominator, type DefinitionText, type Frequency } from "./definition.ts";
import type { Point } from "./point.ts";

const largest = 1e15;

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

const twice = "This period is there twice: give each period once";

function problemOf(
  definition: Pick<DefinitionText, "form" | "frequency">,
  point: Point,
  now: Date,
): string | undefined {
  if (point.period !== periodStart(point.period, definition.frequency))
    return "The date must be the first day of the period";
  if (point.period > now.toISOString().slice(0, 10)) return "This period has not begun yet";
  if (point.state !== "number") return undefined;
  const { value, numerator, denominator } = point;
  const numbers = [value, numerator, denominator].filter((number) => number !== null);
  if (numbers.some((number) => !Number.isFinite(number) || Math.abs(number) > largest))
    return "This number is too large";
  if (hasDenominator(definition)) return ratioProblem(definition, numerator, denominator);
  if (value === null) return "Give one number, not two";
  if (definition.form !== "value" && value < 0) return "This cannot be less than 0";
  if (definition.form === "count" && !Number.isInteger(value)) return "A count is a whole number";
  return undefined;
}

function ratioProblem(
  { form }: Pick<DefinitionText, "form">,
  numerator: number | null,
  denominator: number | null,
): string | undefined {
  if (numerator === null || denominator === null) return "Give 2 numbers: how many, and out of how many";
  if (numerator < 0 || denominator < 0) return "This cannot be less than 0";
  if (denominator === 0 && numerator > 0)
    return "There cannot be any when there was nothing to count them among: check the denominator";
  if (form === "proportion" && numerator > denominator)
    return `${numerator} is more than ${denominator}: there cannot be more cases than there were in all`;
  return undefined;
}

/** The first day of the period that a date falls in. Weeks begin on Monday. */
export function periodStart(date: string, frequency: Frequency): string {
  if (frequency === "day" || frequency === "event" || frequency === "fortnight") return date;
  const day = new Date(`${date}T00:00:00Z`);
  if (frequency === "week") day.setUTCDate(day.getUTCDate() - ((day.getUTCDay() + 6) % 7));
  else if (frequency === "month") day.setUTCDate(1);
  else if (frequency === "quarter") day.setUTCMonth(Math.floor(day.getUTCMonth() / 3) * 3, 1);
  else day.setUTCMonth(0, 1);
  return day.toISOString().slice(0, 10);
}
