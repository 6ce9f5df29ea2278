const months = [
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
];

/** "2026-04-01" as "1 April 2026". By hand, because a format of Intl takes as long as ten rows of a table. */
export function longDate(iso: string): string {
  const [year, month, day] = iso.split("-", 3);
  return `${Number(day?.slice(0, 2))} ${months[Number(month) - 1]} ${year}`;
}
