/** A line of the Organisation Data Service's layout, with what a test is about in its place. */
export function odsLine(given: Record<number, string>): string {
  const usual = [
    "A81001",
    "THE ELMS",
    "Y54",
    "Q74",
    "1 High Street",
    "",
    "",
    "Tallowgate",
    "",
    "QX1 2AB",
    "19740401",
    "",
    "A",
    "B",
    "00K",
    "20130401",
    "",
    "01632 960101",
    "",
    "",
    "",
    "0",
    "",
    "00K",
    "",
    "4",
    "",
  ];
  return usual.map((cell, index) => given[index] ?? cell).join(",");
}
