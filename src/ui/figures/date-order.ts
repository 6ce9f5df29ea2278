import { readDate, type DateCell } from "./read-date.ts";
import { periodStart, stepPeriod, type Frequency } from "./period.ts";

export type DateOrder = "day-first" | "month-first";

/** A date that two people would read as two days, and what each would read. */
export type DateQuestion = { cell: string; dayFirst: string; monthFirst: string };

export type OrderFound =
  | { order: DateOrder; why: "plain" | "shown" | "only-one-fits" }
  /** Nobody can tell from the dates alone, so whoever gave them is asked. */
  | { order: null; question: DateQuestion };

const numeric = /^\D*(\d{1,2})[-/. ](\d{1,2})[-/. ](?:\d{4}|\d{2})\b/;

/**
 * In which order these dates are written: shown by a date that can be read in one way only; or because read in the
 * other order they could not be this measure's periods; or else not known. It is never guessed.
 */
export function findOrder(
  cells: readonly string[],
  { frequency, today }: { frequency: Frequency; today: string },
): OrderFound {
  const first = cells.find((cell) => readDate(cell)?.ambiguous);
  const shown = shownOrder(cells);
  if (shown) return { order: shown, why: first === undefined ? "plain" : "shown" };
  if (first === undefined) return { order: "day-first", why: "plain" };
  const fits = (order: DateOrder): boolean => isSeriesOf(frequency, today, datesIn(cells, order));
  const [day, month] = [fits("day-first"), fits("month-first")];
  if (day !== month) return { order: day ? "day-first" : "month-first", why: "only-one-fits" };
  return {
    order: null,
    question: {
      cell: first,
      dayFirst: readDate(first, "day-first")!.iso,
      monthFirst: readDate(first, "month-first")!.iso,
    },
  };
}

/** By dates with a day above 12. Where some show one order and some the other, the usual one here holds. */
function shownOrder(cells: readonly string[]): DateOrder | undefined {
  const pairs = cells.flatMap((cell) => {
    const found = numeric.exec(cell);
    return found ? [[Number(found[1]), Number(found[2])] as const] : [];
  });
  if (pairs.some(([one]) => one > 12)) return "day-first";
  return pairs.some(([, other]) => other > 12) ? "month-first" : undefined;
}

function datesIn(cells: readonly string[], order: DateOrder): DateCell[] {
  return cells.flatMap((cell) => readDate(cell, order) ?? []);
}

/** Each period once, none to come, and in steps of the measure's own rhythm more often than not. */
function isSeriesOf(frequency: Frequency, today: string, dates: readonly DateCell[]): boolean {
  if (dates.length < 2) return false;
  const periods = dates.map(({ iso }) => periodStart(iso, frequency)).toSorted();
  if (new Set(periods).size < periods.length || periods.at(-1)! > today) return false;
  const steps = periods.slice(1).filter((period, at) => period === stepPeriod(periods[at]!, frequency, 1));
  return steps.length * 2 >= periods.length - 1;
}
