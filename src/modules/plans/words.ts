// Made once: to make a format takes longer than to draw a page.
const day = new Intl.DateTimeFormat("en-GB", {
  day: "numeric",
  month: "long",
  year: "numeric",
  timeZone: "Europe/London",
});

/** "1 April 2026", by the calendar on a British wall. */
export function dayInWords(at: Date | string): string {
  return day.format(typeof at === "string" ? new Date(at) : at);
}

/** "1 project", "1,200 projects". */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString("en-GB")} ${count === 1 ? one : many}`;
}
