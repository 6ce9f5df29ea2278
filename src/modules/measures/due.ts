import { periodStart, stepPeriod, type Frequency } from "#ui/figures/period.ts";

/** How often a figure is due; an event is never due. */
const rhythms = ["day", "week", "fortnight", "month", "quarter", "year"] as const;

/** For each rhythm the last period that is over: what should have a figure by now. */
export function duePeriods(today: string): [Frequency, string][] {
  return rhythms.map((frequency) => [frequency, lastOver(today, frequency)]);
}

/** A fortnight is over 2 weeks after it began, whenever that was. */
function lastOver(today: string, frequency: Frequency): string {
  if (frequency === "fortnight") return stepPeriod(today, "day", -27);
  return stepPeriod(periodStart(today, frequency), frequency, -1);
}

const monday = 1;
const wednesday = 3;
const morning = 8;

/**
 * Reminders go out on a Monday morning; where nobody worked then, by Wednesday. Later in the week the next Monday is
 * nearer than the last.
 */
export function remindsNow(at: Date): boolean {
  const [weekday = "", hour = ""] = at
    .toLocaleString("en-GB", { timeZone: "Europe/London", weekday: "short", hour: "2-digit", hour12: false })
    .split(/,?\s+/);
  const day = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"].indexOf(weekday);
  return day >= monday && day <= wednesday && (day > monday || Number(hour) >= morning);
}
