import type { Figure } from "./point.ts";

const withoutNumber = { missing: "missing", "not-applicable": "nothing to measure" } as const;

/** A figure as it is said: "4", "18 of 20", "missing", "nothing to measure". */
export function figureWords(figure: Figure): string {
  if (figure.state !== "number") return withoutNumber[figure.state];
  if (figure.value !== null) return numberWords(figure.value);
  return `${numberWords(figure.numerator)} of ${numberWords(figure.denominator)}`;
}

function numberWords(number: number): string {
  return number.toLocaleString("en-GB", { maximumFractionDigits: 10 });
}
