const secondsOfDay = 86_400;
const millisecondsOfSecond = 1_000;
const dayBefore1900 = Date.UTC(1899, 11, 31);
const firstDayOf1904 = Date.UTC(1904, 0, 1);
/** The 29 February 1900, which the format counts and the calendar does not have. */
const dayThatNeverWas = 60;
const lastDay = 2_958_465;

/**
 * The date of a serial number as text, worked out in whole seconds and in no time zone. Undefined where the number
 * is no date: below zero, after the year 9999, or the day that never was.
 */
export function serialDate(serial: number, from1904: boolean): string | undefined {
  const seconds = Math.round(serial * secondsOfDay);
  const day = Math.floor(seconds / secondsOfDay);
  if (!Number.isFinite(serial) || serial < 0 || day > lastDay || (!from1904 && day === dayThatNeverWas)) {
    return undefined;
  }
  const moment = new Date(midnight(day, from1904) + (seconds - day * secondsOfDay) * millisecondsOfSecond);
  const [date, time] = moment.toISOString().slice(0, 19).split("T") as [string, string];
  return time === "00:00:00" ? date : `${date}T${time}`;
}

function midnight(day: number, from1904: boolean): number {
  const days = from1904 ? day : day - (day > dayThatNeverWas ? 1 : 0);
  return (from1904 ? firstDayOf1904 : dayBefore1900) + days * secondsOfDay * millisecondsOfSecond;
}

/** "09:30" for a share of a day; with seconds only where there are any. */
export function timeOfDay(share: number): string {
  const seconds = Math.round((share - Math.floor(share)) * secondsOfDay) % secondsOfDay;
  const time = new Date(seconds * millisecondsOfSecond).toISOString().slice(11, 19);
  return time.endsWith(":00") ? time.slice(0, 5) : time;
}

/** A date that was written out, as "2026-04-01T00:00:00": what the workbook says, without its time zone. */
export function writtenDate(text: string): string | undefined {
  const parts = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2}:\d{2})(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})?)?$/.exec(text);
  if (!parts || !isDay(parts[1]!)) return undefined;
  return parts[2] && parts[2] !== "00:00:00" ? `${parts[1]}T${parts[2]}` : parts[1];
}

function isDay(iso: string): boolean {
  const date = new Date(`${iso}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(iso);
}
