import { mostAtOnce } from "./paging.ts";
import { csvLine, writeCsv, type CsvValue } from "./write-csv.ts";

export type ListValue = CsvValue | Date | readonly string[];

/**
 * What a list says of each of its rows: by the name for programs, the heading for people and how it is read. What is
 * named `address` is the path of the row's own page.
 */
export type Columns<Row> = Readonly<
  Record<string, readonly [heading: string, read: (row: Row) => ListValue]>
>;

/** A list as it can be taken away, whatever it is of. Its rows are read when a file is made of them. */
export type List = {
  /** What its file is called. */
  name: string;
  keys: readonly string[];
  headings: readonly string[];
  rows: () => ListValue[][];
  /** How many there are, of which the rows may be the first. */
  total: number;
};

/** Where a list was taken, when, and by what it was narrowed. */
export type Taken = { from: URL; at: Date; filters: Readonly<Record<string, string>> };

type Listed<Row> = {
  name: string;
  columns: Columns<Row>;
  rows: readonly Row[];
  /** When there can be more than the rows. */
  total?: number;
};

export function listOf<Row>({ name, columns, rows, total = rows.length }: Listed<Row>): List {
  const reads = Object.values(columns);
  return {
    name,
    keys: Object.keys(columns),
    headings: reads.map(([heading]) => heading),
    rows: () => rows.map((row) => reads.map(([, read]) => read(row))),
    total,
  };
}

/** One line a row. A file that does not hold all says so at its end, where it would otherwise seem to be whole. */
export function listCsv(list: List, { from }: Taken): string {
  const rows = rowsOf(list, from);
  const file = writeCsv([list.headings, ...rows.map((row) => row.map(cellOf))]);
  return isCut(list, rows) ? `${file}${csvLine([cutWords(rows)])}` : file;
}

export function listJson(list: List, { from, at, filters }: Taken): string {
  const rows = rowsOf(list, from);
  const cut = isCut(list, rows) ? { cut: cutWords(rows) } : {};
  const named = rows.map((row) => Object.fromEntries(list.keys.map((key, at) => [key, row[at] ?? null])));
  return JSON.stringify(
    { list: list.name, from: from.href, takenAt: at, filters, ...cut, rows: named },
    undefined,
    2,
  );
}

/** A file is read far from here: addresses are whole in it. */
function rowsOf({ keys, rows }: List, from: URL): ListValue[][] {
  const at = keys.indexOf("address");
  return at < 0 ? rows() : rows().map((row) => row.with(at, new URL(String(row[at]), from).href));
}

function cellOf(value: ListValue): CsvValue {
  if (value instanceof Date) return value.toISOString();
  return isTexts(value) ? value.join("; ") : value;
}

function isTexts(value: ListValue): value is readonly string[] {
  return Array.isArray(value);
}

function isCut({ total }: List, rows: readonly unknown[]): boolean {
  return rows.length < total;
}

function cutWords({ length }: readonly unknown[]): string {
  return `Only the first ${length.toLocaleString("en-GB")} are here. Narrow the list to take the others.`;
}

/** The same on the page, before anybody takes the file: nothing where a file holds all of the list. */
export function cutAhead({ total }: List): string | undefined {
  if (total <= mostAtOnce) return undefined;
  return `A file holds the first ${mostAtOnce.toLocaleString("en-GB")} of them. Narrow the list to take the others.`;
}
