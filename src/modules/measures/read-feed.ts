import { csvRecords, lineEnds } from "#platform/csv.ts";
import { UnreadableFile } from "#platform/unreadable-file.ts";
import type { FeedLayout } from "./feed-layout.ts";
import { readNumber } from "./typed-number.ts";

/** One line of a published file. No number means that it was not published. */
export type FeedRow = {
  line: number;
  period: string;
  code: string;
  measure: string;
  value: number | null;
  numerator: number | null;
  denominator: number | null;
};

export type FeedFault = { line: number; message: string };

/** What publishers write where there is no number. */
const nothing: ReadonlySet<string> = new Set(["", "-", "–", "*", ":", "n/a", "na", "null", "not available"]);

/** Each line as it is read, or what is wrong with it. Nothing is guessed: what is no number is a fault at its place. */
export function* readFeed(text: string, layout: FeedLayout): Generator<FeedRow | FeedFault> {
  const records = csvRecords(text);
  const head = records.next();
  if (head.done) throw new UnreadableFile("The selected file is empty");
  const columns = columnsIn(head.value.cells, layout);
  for (const { line, cells } of records) yield readLine(cells, columns, line);
}

/** The same of a file that is too long to be held, in pieces of whole lines. */
export async function* readLongFeed(
  pieces: AsyncIterable<string>,
  layout: FeedLayout,
): AsyncGenerator<FeedRow | FeedFault> {
  let columns: Columns | undefined;
  let line = 1;
  for await (const piece of pieces) {
    for (const record of csvRecords(piece, ",", line)) {
      if (columns) yield readLine(record.cells, columns, record.line);
      columns ??= columnsIn(record.cells, layout);
    }
    line += lineEnds(piece);
  }
  if (!columns) throw new UnreadableFile("The file is empty");
}

type Columns = Record<keyof FeedLayout, number>;

function columnsIn(head: readonly string[], layout: FeedLayout): Columns {
  const names = head.map((name) => name.trim().toLowerCase());
  const find = (name: string): number => (name === "" ? -1 : names.indexOf(name.trim().toLowerCase()));
  const entries = Object.entries(layout).map(([part, name]): [string, number] => {
    const at = find(name);
    if (name !== "" && at < 0)
      throw new UnreadableFile(
        `The selected file has no column ${name}: it has ${names.slice(0, 12).join(", ")}`,
      );
    return [part, at];
  });
  return Object.fromEntries(entries) as Columns;
}

function readLine(cells: readonly string[], columns: Columns, line: number): FeedRow | FeedFault {
  const cell = (part: keyof FeedLayout): string => (cells[columns[part]] ?? "").trim();
  const period = monthOf(cell("period"));
  if (!period) return { line, message: `Line ${line}: “${cell("period").slice(0, 40)}” is no month` };
  if (cell("code") === "") return { line, message: `Line ${line}: there is no organisation code` };
  const row = { line, period, code: cell("code").slice(0, 60), measure: cell("measure").slice(0, 200) };
  const numbers: Record<string, number | null> = {};
  for (const part of ["value", "numerator", "denominator"] as const) {
    const number = numberIn(cell(part));
    if (number === undefined)
      return { line, message: `Line ${line}: “${cell(part).slice(0, 40)}” is no number` };
    numbers[part] = number;
  }
  return { ...row, ...numbers } as FeedRow;
}

function numberIn(cell: string): number | null | undefined {
  if (nothing.has(cell.toLowerCase())) return null;
  const number = readNumber(cell);
  return number !== undefined && Number.isFinite(number) && Math.abs(number) <= 1e15 ? number : undefined;
}

const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/** The first day of the month, from "2017-03-01", "2017-03", "01/03/2017", "Mar-17" or "March 2017". */
export function monthOf(cell: string): string | undefined {
  const iso = /^(\d{4})-(\d{2})(?:-\d{2})?(?:T.*)?$/.exec(cell);
  if (iso) return first(iso[1]!, Number(iso[2]));
  const slashed = /^\d{1,2}\/(\d{1,2})\/(\d{4})$/.exec(cell);
  if (slashed) return first(slashed[2]!, Number(slashed[1]));
  const named = /^([A-Za-z]{3})[a-z]*[-\s](\d{4}|\d{2})$/.exec(cell);
  if (!named) return undefined;
  const year = named[2]!.length === 2 ? `20${named[2]}` : named[2]!;
  return first(year, months.indexOf(named[1]!.toLowerCase()) + 1);
}

function first(year: string, month: number): string | undefined {
  return month >= 1 && month <= 12 ? `${year}-${String(month).padStart(2, "0")}-01` : undefined;
}
