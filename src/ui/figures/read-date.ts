/** What a date was read as, and whether another reading was possible. */
export interface DateCell {
  readonly iso: string;
  readonly form: "day" | "month" | "quarter" | "year";
  /** "03/04/2024" is 3 April here and 4 March in America. */
  readonly ambiguous: boolean;
}

const monthNames = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const weekdays = /^(?:mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun)[a-z]*,?\s+/i;
const prefix = /^(?:w\/?[ce]\b|week (?:commencing|ending|beginning)|month ending|as at)\s*:?\s*/i;
const time = /[ T,]+\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?\s*(?:am|pm|z)?$/i;

/** A date in any form that is usual in the United Kingdom, day before month. Null when it is none. */
export function readDate(cell: string, order: "day-first" | "month-first" = "day-first"): DateCell | null {
  const text = cell
    .replaceAll(/[\s ]+/g, " ")
    .trim()
    .replace(prefix, "")
    .replace(weekdays, "")
    .replace(time, "")
    .trim();
  return numericDate(text, order) ?? namedDate(text) ?? periodOnly(text);
}

function numericDate(text: string, order: "day-first" | "month-first"): DateCell | null {
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(text);
  if (iso) return day(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const found = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4}|\d{2})$/.exec(text);
  if (!found) return null;
  const [a, b] = [Number(found[1]), Number(found[2])];
  const [d, m] = order === "day-first" ? [a, b] : [b, a];
  const read = day(fullYear(found[3]!), m, d);
  return read && { ...read, ambiguous: a <= 12 && b <= 12 && a !== b };
}

function namedDate(text: string): DateCell | null {
  const dayFirst = /^(\d{1,2})(?:st|nd|rd|th)?[-/. ]*([a-z]{3,9})[-/., ]*'?(\d{4}|\d{2})$/i.exec(text);
  if (dayFirst) return named(dayFirst[3]!, dayFirst[2]!, Number(dayFirst[1]));
  const monthFirst = /^([a-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})$/i.exec(text);
  if (monthFirst) return named(monthFirst[3]!, monthFirst[1]!, Number(monthFirst[2]));
  const month = /^([a-z]{3,9})\.?[-/ ]*'?[-/ ]*(\d{4}|\d{2})$/i.exec(text);
  if (month) return asMonth(named(month[2]!, month[1]!, 1));
  const yearFirst = /^(\d{4})[-/ ]+([a-z]{3,9})$/i.exec(text);
  return yearFirst ? asMonth(named(yearFirst[1]!, yearFirst[2]!, 1)) : null;
}

function periodOnly(text: string): DateCell | null {
  const isoMonth = /^(\d{4})[-/](0[1-9]|1[0-2])$/.exec(text);
  const financial = /^(?:fy ?)?(\d{4})[-/](?:20)?(\d{2})$/i.exec(text);
  if (
    financial &&
    (Number(financial[1]) + 1) % 100 === Number(financial[2]) &&
    !(isoMonth && Number(financial[2]) <= 12 && /-/.test(text))
  )
    return { ...day(Number(financial[1]), 4, 1)!, form: "year" };
  if (isoMonth) return asMonth(day(Number(isoMonth[1]), Number(isoMonth[2]), 1));
  const monthYear = /^(0?[1-9]|1[0-2])[-/](\d{4})$/.exec(text);
  if (monthYear) return asMonth(day(Number(monthYear[2]), Number(monthYear[1]), 1));
  const quarter =
    /^q([1-4])[-/ ,]*(?:fy ?)?(\d{4}|\d{2})(?:[-/](?:\d{2}|\d{4}))?$/i.exec(text) ?? swapped(text);
  if (quarter) return financialQuarter(Number(quarter[1]), fullYear(quarter[2]!));
  return null;
}

/** "2024/25 Q1" as "Q1 2024". */
function swapped(text: string): string[] | null {
  const found = /^(\d{4}|\d{2})(?:[-/](?:\d{2}|\d{4}))?[-/ ,]*q([1-4])$/i.exec(text);
  return found && ["", found[2]!, found[1]!];
}

/** Quarters are those of the financial year: the first is April to June. */
function financialQuarter(quarter: number, year: number): DateCell | null {
  const month = quarter === 4 ? 1 : 1 + quarter * 3;
  const read = day(quarter === 4 ? year + 1 : year, month, 1);
  return read && { ...read, form: "quarter" };
}

function asMonth(read: DateCell | null): DateCell | null {
  return read && { ...read, form: "month" };
}

function named(year: string, month: string, dayOfMonth: number): DateCell | null {
  const name = month.toLowerCase();
  const place = monthNames.findIndex((each) => name.startsWith(each));
  const full = "january february march april may june july august september october november december".split(
    " ",
  );
  return place >= 0 && (full[place]!.startsWith(name) || name === "sept")
    ? day(fullYear(year), place + 1, dayOfMonth)
    : null;
}

function fullYear(year: string): number {
  const number = Number(year);
  if (year.length === 4) return number;
  return number < 70 ? 2000 + number : 1900 + number;
}

function day(year: number, month: number, dayOfMonth: number): DateCell | null {
  const iso = `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(dayOfMonth).padStart(2, "0")}`;
  const date = new Date(`${iso}T00:00:00Z`);
  const real =
    year >= 1900 && year <= 2200 && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(iso);
  return real ? { iso, form: "day", ambiguous: false } : null;
}

/** Excel counts days from the end of 1899; a date that lost its format arrives as such a number. */
export function readExcelDay(cell: string): string | null {
  const text = cell.trim();
  if (!/^\d{5}(\.\d+)?$/.test(text)) return null;
  const serial = Math.floor(Number(text));
  if (serial < 32_874 || serial > 58_440) return null;
  return new Date(Date.UTC(1899, 11, 30) + serial * 86_400_000).toISOString().slice(0, 10);
}
