// Made once: to make a format takes longer than to draw a page.
const days = new Intl.DateTimeFormat("en-GB", {
  day: "numeric",
  month: "long",
  year: "numeric",
  timeZone: "Europe/London",
});

/** A moment as people here read it: "1 April 2026, 5:30pm" by the clock on a British wall. */
export function inWords(at: Date): string {
  return `${dayInWords(at)}, ${clock(at)}`;
}

/** "1 April 2026", by the calendar on a British wall. */
export function dayInWords(at: Date | string): string {
  return days.format(typeof at === "string" ? new Date(at) : at);
}

function clock(at: Date): string {
  const time = at.toLocaleTimeString("en-GB", {
    hour: "numeric",
    minute: "2-digit",
    hour12: true,
    timeZone: "Europe/London",
  });
  const [hours = "", rest = ""] = time.toLowerCase().replaceAll(/\s/g, "").split(":");
  const short = rest.startsWith("00") ? `${hours}${rest.slice(2)}` : `${hours}:${rest}`;
  if (short === "12pm") return "midday";
  return short === "12am" || short === "0am" ? "midnight" : short;
}

/** A day of the calendar, kept as "2026-04-01", as people read it: "1 April 2026". */
export function isoDayInWords(day: string): string {
  return dayInWords(new Date(`${day}T12:00:00Z`));
}
