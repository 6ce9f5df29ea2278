/** Calendar arithmetic on ISO dates, without any time zone: a date never moves by a day. */
export const months = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
] as const;

const isoDate = /^(\d{4})-(\d{2})(?:-(\d{2}))?(?:[T ](\d{2}):(\d{2}))?/;
const msPerDay = 86_400_000;

export interface CalendarDate {
  readonly year: number;
  /** 0 is January. */
  readonly month: number;
  readonly day: number;
  /** Days since 1970, with the time as a fraction. */
  readonly at: number;
}

export function calendarDate(label: string | number): CalendarDate | null {
  if (typeof label !== "string") return null;
  const found = isoDate.exec(label);
  if (found === null) return null;
  const [year, month, day] = [Number(found[1]), Number(found[2]) - 1, Number(found[3] ?? 1)];
  if (month > 11 || day < 1 || day > 31) return null;
  const time = (Number(found[4] ?? 0) + Number(found[5] ?? 0) / 60) / 24;
  return { year, month, day, at: Date.UTC(year, month, day) / msPerDay + time };
}

export function dateAt(day: number): CalendarDate {
  const date = new Date(Math.floor(day) * msPerDay);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth(), day: date.getUTCDate(), at: day };
}

/** 0 is Monday. */
export function weekday(day: number): number {
  return (((Math.floor(day) + 3) % 7) + 7) % 7;
}

export function monthNumber(date: CalendarDate): number {
  return date.year * 12 + date.month;
}

/** How often there is a point. A fortnight is known only where somebody has said so; an event has no rhythm. */
export type Rhythm = "day" | "week" | "fortnight" | "month" | "quarter" | "year" | "event" | "irregular";

const days: Readonly<Record<"day" | "week" | "month" | "quarter" | "year", readonly [number, number]>> = {
  day: [0.99, 1.01],
  week: [6.9, 7.1],
  month: [27.5, 31.5],
  quarter: [88.5, 92.5],
  year: [364.5, 366.5],
};

/** How often there is a point, judged by most of the steps: some may be missing. */
export function rhythmOf(dates: readonly CalendarDate[]): Rhythm {
  if (dates.length < 2) return "irregular";
  const steps = dates.slice(1).map((date, i) => date.at - dates[i]!.at);
  const needed = steps.length * 0.6;
  for (const rhythm of ["day", "week", "month", "quarter", "year"] as const) {
    const [least, most] = days[rhythm];
    const found = steps.filter((step) => step >= least && step <= most).length;
    // Month ends and month starts mixed make steps of 1 or 59 days; then no rhythm is claimed.
    if (found >= needed) return rhythm;
  }
  return "irregular";
}

export function financialYear(year: number, month: number): string {
  const start = month >= 3 ? year : year - 1;
  return `${start}/${String((start + 1) % 100).padStart(2, "0")}`;
}

/**
 * A period by its first day: "April 2026", "April to June 2026", "Week from 6 April 2026". A day that begins no such
 * period stays a day, and what is no date says itself.
 */
export function labelWords(label: string | number, rhythm: Rhythm = "irregular"): string {
  const date = calendarDate(label);
  if (date === null) return String(label);
  const month = `${months[date.month]!} ${date.year}`;
  if (rhythm === "month" || (typeof label === "string" && label.length === 7)) return month;
  if (rhythm === "week" && weekday(date.at) === 0) return `Week from ${date.day} ${month}`;
  if (rhythm === "fortnight") return `2 weeks from ${date.day} ${month}`;
  const isFirst = date.day === 1;
  if (rhythm === "quarter" && isFirst && date.month % 3 === 0)
    return `${months[date.month]!} to ${months[date.month + 2]!} ${date.year}`;
  if (rhythm === "year" && isFirst && date.month === 0) return String(date.year);
  const time = typeof label === "string" && label.length > 10 ? label.slice(11, 16) : "";
  return `${date.day} ${month}${time && time !== "00:00" ? `, ${time}` : ""}`;
}

export function rhythmOfLabels(labels: readonly (string | number)[]): Rhythm {
  const dates: CalendarDate[] = [];
  for (const label of labels) {
    const date = calendarDate(label);
    if (date === null) return "irregular";
    dates.push(date);
  }
  return rhythmOf(dates);
}
