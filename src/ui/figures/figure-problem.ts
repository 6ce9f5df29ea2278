/** How the numbers arise, which says what is asked for. */
export type Form = "value" | "proportion" | "rate" | "count" | "time-between" | "cases-between";

export type Numbers = { value: number | null; numerator: number | null; denominator: number | null };

/** No number that anybody counts or measures is larger. */
export const largestFigure = 1e15;

/** What cannot be true of a figure, in words for whoever entered it. The same at a cell, in a form and in the API. */
export function figureProblem(form: Form, { value, numerator, denominator }: Numbers): string | undefined {
  const numbers = [value, numerator, denominator].filter((number) => number !== null);
  if (numbers.some((number) => !Number.isFinite(number) || Math.abs(number) > largestFigure))
    return "This number is too large";
  if (asksTwo(form)) return ratioProblem(form, numerator, denominator);
  if (value === null) return "Give one number, not two";
  if (form !== "value" && value < 0) return "This cannot be less than 0";
  if (form === "count" && !Number.isInteger(value)) return "A count is a whole number";
  return undefined;
}

export function asksTwo(form: Form): boolean {
  return form === "proportion" || form === "rate";
}

function ratioProblem(form: Form, numerator: number | null, denominator: number | null): string | undefined {
  if (numerator === null || denominator === null) return "Give 2 numbers: how many, and out of how many";
  if (numerator < 0 || denominator < 0) return "This cannot be less than 0";
  if (denominator === 0 && numerator > 0)
    return "There cannot be any when there was nothing to count them among: check the denominator";
  if (form === "proportion" && numerator > denominator)
    return `${numerator} is more than ${denominator}: there cannot be more cases than there were in all`;
  return undefined;
}
