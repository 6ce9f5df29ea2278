import { months } from "#ui/chart/calendar.ts";
import { chooseColumns, type Columns } from "./choose-columns.ts";
import { countHeads } from "./count-heads.ts";
import { findOrder, type DateOrder, type DateQuestion } from "./date-order.ts";
import { asksTwo, type Form } from "./figure-problem.ts";
import { periodStart, periodWords, type Frequency } from "./period.ts";
import { readDate, readExcelDay, type DateCell } from "./read-date.ts";
import { readFigure, type ReadFigure } from "./read-figure.ts";
import { shortened } from "./read-number.ts";

/** What a measure asks for, as far as its figures are read. */
export type Asked = {
  form: Form;
  frequency: Frequency;
  unit: string;
  today: string;
  /** What its 2 numbers are called, as somebody may have headed the columns. */
  named?: { first: string; second: string };
};

export type FigureCell = "when" | "first" | "second";

/** One row of what was given: the period and figure it was read as, or what is wrong and at which cell. */
export type FigureRow = {
  /** Counted from 1 in what was given, headings included. */
  row: number;
  when: string;
  first: string;
  second: string;
  period: string | null;
  /** Null where nothing was said, and where something is wrong. */
  figure: ReadFigure | null;
  problems: readonly { cell: FigureCell; message: string }[];
};

export type FigureColumns = { when: number; first: number; second: number | null };

/** What whoever gave it has answered. */
export type Choice = { order?: DateOrder | undefined; columns?: FigureColumns | undefined };

export type ReadFigures = {
  rows: readonly FigureRow[];
  head: readonly string[];
  columns: FigureColumns | null;
  question: DateQuestion | null;
  /** How it was understood, so that a wrong reading is seen. */
  notes: readonly string[];
  /** Why none of it can be read. */
  problem: string | null;
};

/** Reads a table of periods and figures, from a paste or a file. Never throws, and never guesses a date. */
export function readFigures(
  cells: readonly (readonly string[])[],
  asked: Asked,
  choice: Choice = {},
): ReadFigures {
  const table = cells.map((row) => row.map((cell) => cell.replaceAll(/\s+/g, " ").trim()));
  const heads = countHeads(table);
  const head = heads > 0 ? table[heads - 1]! : [];
  const body = table.slice(heads);
  const nothing = { rows: [], head, columns: null, question: null, notes: [] };
  if (!body.some((row) => row.some((cell) => cell !== "")))
    return { ...nothing, problem: "There are no rows with a date and a number" };
  const columns = choice.columns ?? columnsFor(body, { head, heads }, asked);
  if (typeof columns === "string") return { ...nothing, problem: columns };
  return readRows(body, { head, heads, columns }, asked, choice);
}

function columnsFor(
  body: string[][],
  given: { head: readonly string[]; heads: number },
  asked: Asked,
): FigureColumns | string {
  const two = asksTwo(asked.form);
  const found = chooseColumns(body, { ...given, shape: two ? "ratio" : "values" });
  if (found === null) return "There is no column of numbers";
  if (found.when === null) return "There is no column of dates, so nobody can tell which number is whose";
  if (!two) return { when: found.when, first: found.value, second: null };
  const called = columnsCalled(given.head, asked);
  if (called !== null) return { when: found.when, ...called };
  if (found.denominator === null)
    return "This measure needs 2 numbers in each row, how many and out of how many. A percentage alone does not say how sure it is";
  return inOrder(body, given.head, { ...found, when: found.when, denominator: found.denominator }, asked);
}

/** Headed with the measure's own words there is nothing to find out. */
function columnsCalled(
  head: readonly string[],
  { named }: Asked,
): Pick<FigureColumns, "first" | "second"> | null {
  if (named === undefined || named.first === "" || named.second === "") return null;
  const place = (words: string): number =>
    head.findIndex((heading) => heading.toLowerCase() === words.trim().toLowerCase());
  const [first, second] = [place(named.first), place(named.second)];
  return first < 0 || second < 0 || first === second ? null : { first, second };
}

const belowWords = /^all\b|\b(denominator|denom|den|total|out of|eligible|due|bed days?)\b/i;
const aboveWords = /\b(numerator|num|cases|events|done|met|compliant)\b/i;

/** The numerator may stand second: its heading says so, or no row could be true otherwise. */
function inOrder(
  body: readonly string[][],
  head: readonly string[],
  { when, value, denominator }: Columns & { when: number; denominator: number },
  { form }: Asked,
): FigureColumns {
  const [one, other] = [head[value] ?? "", head[denominator] ?? ""];
  const named =
    belowWords.test(one) && !belowWords.test(other) && (aboveWords.test(other) || !aboveWords.test(one));
  const numbers = body.map((row) =>
    [row[value], row[denominator]].map((cell) => Number(cell?.replaceAll(",", ""))),
  );
  const impossible =
    form === "proportion" &&
    numbers.every(([a = 0, b = 0]) => !(a < b)) &&
    numbers.some(([a = 0, b = 0]) => a > b);
  return named || impossible
    ? { when, first: denominator, second: value }
    : { when, first: value, second: denominator };
}

type Table = { head: readonly string[]; heads: number; columns: FigureColumns };

const totals = /^(grand )?(total|totals|sum|average|mean|median|ytd|year to date|overall)\b/i;

function readRows(body: readonly string[][], table: Table, asked: Asked, choice: Choice): ReadFigures {
  const { head, heads, columns } = table;
  const at = (row: readonly string[], column: number | null): string =>
    column === null ? "" : (row[column] ?? "");
  const all = body.map((row, index) => ({
    row: index + 1 + heads,
    when: at(row, columns.when),
    first: at(row, columns.first),
    second: at(row, columns.second),
  }));
  const filled = all.filter(({ when, first, second }) => when + first + second !== "");
  const summed = filled.filter(({ when }) => totals.test(when));
  const rows = filled.filter(({ when }) => !totals.test(when));
  const reading = readerOf(
    rows.map(({ when }) => when),
    asked,
    choice.order,
  );
  const judge = judgeRow(asked, reading.read);
  const judged = rows.map((row) => judge(row));
  return {
    rows: judged,
    head,
    columns,
    question: reading.question,
    problem: null,
    notes: [
      ...reading.notes,
      ...columnNote(head, columns),
      ...summed.map(({ row, when }) => `Row ${row} (“${shortened(when)}”) is a sum, so it was left out.`),
      ...emptyNote(judged),
    ],
  };
}

type Reading = {
  read(cell: string): DateCell | null;
  question: DateQuestion | null;
  notes: string[];
};

/** Decides once, for the whole column, how its dates are read. */
function readerOf(cells: readonly string[], asked: Asked, chosen: DateOrder | undefined): Reading {
  const filled = cells.filter((cell) => cell !== "");
  if (filled.length > 0 && filled.every((cell) => readExcelDay(cell) !== null)) {
    const read = (cell: string): DateCell | null => {
      const iso = readExcelDay(cell);
      return iso === null ? null : { iso, form: "day", ambiguous: false };
    };
    return {
      read,
      question: null,
      notes: ["The dates came as Excel’s day numbers and were turned back into dates."],
    };
  }
  const found = findOrder(filled, asked);
  const order = chosen ?? found.order ?? "day-first";
  return {
    read: (cell) => readDate(cell, order),
    question: chosen === undefined && found.order === null ? found.question : null,
    notes: chosen === undefined ? orderNotes(filled, found) : [],
  };
}

function orderNotes(cells: readonly string[], found: ReturnType<typeof findOrder>): string[] {
  if (found.order === null) return [];
  const unsure = cells.find((cell) => readDate(cell)?.ambiguous);
  const quarters = cells.some((cell) => readDate(cell)?.form === "quarter");
  const notes: string[] = [];
  if (unsure !== undefined && found.why !== "plain")
    notes.push(
      `“${unsure}” was read as ${dayWords(readDate(unsure, found.order)!.iso)}, ${
        found.why === "shown"
          ? "in the order that the other dates show."
          : "because read the other way the dates would not follow one another."
      }`,
    );
  else if (found.order === "month-first") notes.push("The dates have the month first, and were read so.");
  if (quarters) notes.push("Quarters were read as those of the financial year: the first is April to June.");
  return notes;
}

function columnNote(head: readonly string[], { when, first, second }: FigureColumns): string[] {
  const named = (column: number | null): string | undefined => (column === null ? undefined : head[column]);
  if (!named(first)) return [];
  const parts = [named(when), named(first), named(second)]
    .filter(Boolean)
    .map((name) => `“${shortened(name!)}”`);
  return [`Columns used: ${parts.join(", ")}.`];
}

function emptyNote(rows: readonly FigureRow[]): string[] {
  const empty = rows.filter(({ figure, problems }) => figure === null && problems.length === 0).length;
  if (empty === 0) return [];
  return [
    `${empty === 1 ? "1 row has" : `${empty} rows have`} no number, so nothing is recorded for ${empty === 1 ? "it" : "them"}. Write “missing” or “n/a” to say why.`,
  ];
}

type Given = Pick<FigureRow, "row" | "when" | "first" | "second">;

function judgeRow(asked: Asked, read: Reading["read"]): (given: Given) => FigureRow {
  const seen = new Map<string, number>();
  return (given) => {
    const problems: { cell: FigureCell; message: string }[] = [];
    const period = periodOf(given.when, asked, read);
    const figure = readFigure(asked, given);
    if ("message" in period) problems.push({ cell: "when", message: period.message });
    else {
      const before = seen.get(period.period);
      if (before !== undefined)
        problems.push({
          cell: "when",
          message: `${periodWords(period.period, asked.frequency)} is there twice, in rows ${before} and ${given.row}: keep one`,
        });
      else seen.set(period.period, given.row);
    }
    if (figure && "message" in figure) problems.push(figure);
    return {
      ...given,
      period: "message" in period ? null : period.period,
      figure: figure && !("message" in figure) && problems.length === 0 ? figure : null,
      problems,
    };
  };
}

const coarser: Partial<Record<DateCell["form"], ReadonlySet<Frequency>>> = {
  month: new Set(["day", "week", "fortnight", "event"]),
  quarter: new Set(["day", "week", "fortnight", "month", "event"]),
  year: new Set(["day", "week", "fortnight", "month", "quarter", "event"]),
};

const everyWords: Record<Frequency, string> = {
  day: "daily",
  week: "weekly",
  fortnight: "fortnightly",
  month: "monthly",
  quarter: "quarterly",
  year: "yearly",
  event: "by the day",
};

function periodOf(
  cell: string,
  { frequency, today }: Asked,
  read: Reading["read"],
): { period: string } | { message: string } {
  if (cell === "") return { message: "There is no date here" };
  const date = read(cell);
  if (date === null) return { message: `“${shortened(cell)}” is not a date like 1 April 2026` };
  if (coarser[date.form]?.has(frequency))
    return {
      message: `“${shortened(cell)}” is a ${date.form}, and this measure is ${everyWords[frequency]}`,
    };
  const period = periodStart(date.iso, frequency);
  if (period > today) return { message: `${periodWords(period, frequency)} has not begun yet` };
  return { period };
}

function dayWords(iso: string): string {
  const [year, month = 1, day] = iso.split("-").map(Number);
  return `${day} ${months[month - 1]} ${year}`;
}
