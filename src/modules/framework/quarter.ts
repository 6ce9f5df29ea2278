export type Quarter = {
  /** "January to March 2018". */
  name: string;
  first: string;
  last: string;
  nextEnd: string;
};

const months = [
  ["January", "March"],
  ["April", "June"],
  ["July", "September"],
  ["October", "December"],
] as const;

/** The quarter of the calendar that a day lies in. */
export function quarterOf(day: string): Quarter {
  const [year = 0, month = 1] = day.split("-").map(Number);
  const index = Math.floor((month - 1) / 3);
  const [from, to] = months[index]!;
  return {
    name: `${from} to ${to} ${year}`,
    first: isoDay(year, index * 3, 1),
    last: isoDay(year, index * 3 + 3, 0),
    nextEnd: isoDay(year, index * 3 + 6, 0),
  };
}

function isoDay(year: number, month: number, day: number): string {
  return new Date(Date.UTC(year, month, day)).toISOString().slice(0, 10);
}
