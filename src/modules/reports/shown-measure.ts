/** The ways in which a number can be put before a board, from those that hide change to those that show it. */
export const waysShown = ["colours", "two-points", "table", "line", "run-chart", "control-chart"] as const;
export type WayShown = (typeof waysShown)[number];

export const wayLabels: Record<WayShown, string> = {
  colours: "Red, amber and green",
  "two-points": "2 points compared",
  table: "A table of numbers",
  line: "A line without limits",
  "run-chart": "A run chart",
  "control-chart": "A control chart",
};

/** Only these tell a signal from chance. */
export const showsChange: ReadonlySet<WayShown> = new Set(["run-chart", "control-chart"]);

/** One measure that a board is shown, and how, from when to when. */
export type ShownMeasure = {
  id: string;
  name: string;
  paper: string;
  shownAs: WayShown;
  since: string;
  until: string | null;
  note: string;
};

export type ShownShare = { quarter: string; shown: number; asCharts: number };

/** At the end of each quarter: how many measures the board was shown, and how many of them as charts over time. */
export function shareByQuarter(rows: readonly ShownMeasure[], today: string): ShownShare[] {
  const first = rows.map((row) => row.since).sort()[0];
  if (!first) return [];
  const quarters: ShownShare[] = [];
  for (let start = quarterOf(first); start <= today; start = nextQuarter(start)) {
    const end = nextQuarter(start);
    const day = end > today ? today : end;
    const shown = rows.filter((row) => row.since <= day && (row.until === null || row.until > day));
    if (shown.length === 0) continue;
    const asCharts = shown.filter((row) => showsChange.has(row.shownAs)).length;
    quarters.push({ quarter: start, shown: shown.length, asCharts });
  }
  return quarters;
}

function quarterOf(day: string): string {
  const month = Math.floor((Number(day.slice(5, 7)) - 1) / 3) * 3 + 1;
  return `${day.slice(0, 4)}-${String(month).padStart(2, "0")}-01`;
}

function nextQuarter(start: string): string {
  const [year, month] = [Number(start.slice(0, 4)), Number(start.slice(5, 7)) + 3];
  return month > 12 ? `${year + 1}-01-01` : `${year}-${String(month).padStart(2, "0")}-01`;
}
