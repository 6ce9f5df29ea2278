// Made once: to make a format takes longer than to draw a page.
const inWords = new Intl.DateTimeFormat("en-GB", {
  day: "numeric",
  month: "long",
  year: "numeric",
  timeZone: "UTC",
});

/** "2026-04-01" as "1 April 2026". */
export function longDate(iso: string): string {
  return inWords.format(new Date(`${iso}T00:00:00Z`));
}
