import { labelWords } from "#ui/chart/calendar.ts";

/** How often a figure is due. An event has no rhythm: its figure belongs to the day. */
export type Frequency = "day" | "week" | "fortnight" | "month" | "quarter" | "year" | "event";

const msPerDay = 86_400_000;
const stepDays: Partial<Record<Frequency, number>> = { day: 1, event: 1, week: 7, fortnight: 14 };
const stepMonths: Partial<Record<Frequency, number>> = { month: 1, quarter: 3, year: 12 };

/** The first day of the period that a date falls in. Weeks begin on Monday. */
export function periodStart(date: string, frequency: Frequency): string {
  const day = new Date(`${date}T00:00:00Z`);
  switch (frequency) {
    case "day":
    case "event":
    case "fortnight":
      return date;
    case "week":
      day.setUTCDate(day.getUTCDate() - ((day.getUTCDay() + 6) % 7));
      break;
    case "month":
      day.setUTCDate(1);
      break;
    case "quarter":
      day.setUTCMonth(Math.floor(day.getUTCMonth() / 3) * 3, 1);
      break;
    case "year":
      day.setUTCMonth(0, 1);
      break;
  }
  return isoDay(day);
}

/** So many periods later, or earlier. */
export function stepPeriod(period: string, frequency: Frequency, count: number): string {
  const day = new Date(`${period}T00:00:00Z`);
  const byMonths = stepMonths[frequency];
  if (byMonths === undefined)
    return isoDay(new Date(day.getTime() + count * stepDays[frequency]! * msPerDay));
  day.setUTCMonth(day.getUTCMonth() + count * byMonths);
  return isoDay(day);
}

/** "Week from 23 November 2026", "November 2026", "October to December 2026". */
export function periodWords(period: string, frequency: Frequency): string {
  return labelWords(period, frequency);
}

/** Fortnights are counted from the last one that has a figure; before there is one, from a Monday. */
function currentPeriod(today: string, frequency: Frequency, last: string | null): string {
  if (frequency !== "fortnight") return periodStart(today, frequency);
  if (last === null || last > today) return periodStart(today, "week");
  const days = (Date.parse(today) - Date.parse(last)) / msPerDay;
  return stepPeriod(last, frequency, Math.floor(days / 14));
}

export type PeriodChoice = { periods: string[]; proposed: string };

/**
 * The periods for which somebody may have a figure today, the newest first, and the one they most likely have:
 * the next after the last figure, while that is one of these; otherwise the last that is over, or today.
 */
export function periodChoice(
  today: string,
  frequency: Frequency,
  last: string | null,
  count = 6,
): PeriodChoice {
  const current = currentPeriod(today, frequency, last);
  const periods = Array.from({ length: count }, (_, back) => stepPeriod(current, frequency, -back));
  const next = last === null ? undefined : stepPeriod(last, frequency, 1);
  if (next !== undefined && next > current) return { periods, proposed: current };
  if (next !== undefined && periods.includes(next)) return { periods, proposed: next };
  const isDaily = frequency === "day" || frequency === "event";
  return { periods, proposed: (isDaily ? periods[0] : periods[1]) ?? current };
}

function isoDay(day: Date): string {
  return day.toISOString().slice(0, 10);
}
