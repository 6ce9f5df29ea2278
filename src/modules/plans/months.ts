import { dayOf } from "#platform/day.ts";

/** The first day of the month that a moment falls in. */
export function monthOf(at: Date): string {
  return `${dayOf(at).slice(0, 7)}-01`;
}

/** Every month from one to another, both among them. */
export function monthsBetween(from: string, to: string): string[] {
  const months: string[] = [];
  for (let month = from; month <= to; month = monthAfter(month)) months.push(month);
  return months;
}

function monthAfter(month: string): string {
  const [year = 0, number = 0] = month.split("-").map(Number);
  return number === 12 ? `${year + 1}-01-01` : `${year}-${String(number + 1).padStart(2, "0")}-01`;
}
