import { decodeText, type Encoding } from "./decode-text.ts";
import { UnreadableFile } from "./unreadable-file.ts";

/** One record of a file: the line on which it begins, and its cells. */
export type CsvRecord = { line: number; cells: string[] };

export type Delimiter = "," | ";" | "\t";

export type CsvFile = { records: CsvRecord[]; delimiter: Delimiter; encoding: Encoding };

export type CsvLimits = { rows: number; columns: number; cellLength: number };

/** What a spreadsheet can hold in a cell, and more rows and columns than anybody reads. */
export const usualCsvLimits: CsvLimits = { rows: 100_000, columns: 1_000, cellLength: 32_767 };

/** What is not CSV, and the line on which it stops being CSV. */
export class BrokenCsv extends UnreadableFile {
  readonly line: number;
  readonly reason: string;
  constructor(line: number, reason: string) {
    super(`Line ${line}: ${reason[0]!.toLowerCase()}${reason.slice(1)}`);
    this.line = line;
    this.reason = reason;
  }
}

/** A file of any spreadsheet: encoding and separator are found out, and what is too large is refused. */
export function readCsv(bytes: Uint8Array, limits: Partial<CsvLimits> = {}): CsvFile {
  const { text, encoding } = decodeText(bytes);
  return { ...readCsvText(text, limits), encoding };
}

export function readCsvText(text: string, limits: Partial<CsvLimits> = {}): Omit<CsvFile, "encoding"> {
  const hint = /^\uFEFF?sep=([,;\t])\r?\n/.exec(text);
  const delimiter = (hint?.[1] as Delimiter | undefined) ?? findDelimiter(text);
  const records: CsvRecord[] = [];
  const judge = within({ ...usualCsvLimits, ...limits });
  for (const record of csvRecords(text, delimiter)) {
    if (hint && record.line === 1) continue;
    judge(record, records.push(record));
  }
  return { records, delimiter };
}

/** RFC 4180, strictly, with a byte order mark in front and lines with nothing on them skipped. */
export function parseCsv(text: string, delimiter: Delimiter = ","): CsvRecord[] {
  return [...csvRecords(text, delimiter)];
}

/** Record by record, so that a long text need not be held twice. `line` is that on which the text begins. */
export function* csvRecords(text: string, delimiter: Delimiter = ",", line = 1): Generator<CsvRecord> {
  const cell = cellBefore(delimiter);
  let position = text.startsWith("\uFEFF") ? 1 : 0;
  let record: CsvRecord = { line, cells: [] };
  while (position < text.length) {
    cell.lastIndex = position;
    const found = cell.exec(text);
    if (!found) throw new BrokenCsv(line, brokenAt(text, position, delimiter));
    const [whole, quoted, plain, end] = found;
    record.cells.push(quoted === undefined ? plain! : quoted.replaceAll('""', '"'));
    if (quoted !== undefined || end !== delimiter) line += lineEnds(whole);
    position = cell.lastIndex;
    if (end === delimiter && position < text.length) continue;
    if (end === delimiter) record.cells.push("");
    if (record.cells.length > 1 || record.cells[0] !== "") yield record;
    record = { line, cells: [] };
  }
}

/**
 * One cell and what ends it: a quoted cell with doubled quotes inside, or a plain one without any. What is copied
 * from a spreadsheet comes with tabs and does not quote a cell for an inch mark within it.
 */
function cellBefore(delimiter: Delimiter): RegExp {
  const plain = delimiter === "\t" ? "[^\t\r\n]*" : `[^"${delimiter}\r\n]*`;
  return new RegExp(String.raw`(?:"([^"]*(?:""[^"]*)*)"|(${plain}))(${delimiter}|\r?\n|\r|$)`, "y");
}

export function lineEnds(text: string): number {
  return text.match(/\r\n|\r|\n/g)?.length ?? 0;
}

const delimiterNames: Record<Delimiter, string> = { ",": "comma", ";": "semicolon", "\t": "tab" };

function brokenAt(text: string, position: number, delimiter: Delimiter): string {
  return text[position] === '"'
    ? `A quotation mark is opened here and not closed before the next ${delimiterNames[delimiter]}`
    : "A quotation mark stands in the middle of a cell";
}

const delimiters: readonly Delimiter[] = [",", ";", "\t"];

/** The separator that cuts every one of the first lines into equally many cells; or else the most frequent. */
function findDelimiter(text: string): Delimiter {
  const lines = firstLines(text);
  const best = delimiters
    .map((delimiter) => ({ delimiter, counts: lines.map((line) => line.split(delimiter).length - 1) }))
    .filter(({ counts }) => counts[0]! > 0)
    .map(({ delimiter, counts }) => ({ delimiter, steady: new Set(counts).size === 1, count: counts[0]! }))
    .sort((a, b) => Number(b.steady) - Number(a.steady) || b.count - a.count)[0];
  return best?.delimiter ?? ",";
}

/** Without what stands in quotation marks, where a separator separates nothing. */
function firstLines(text: string): string[] {
  const bare = text.slice(0, 20_000).replaceAll(/"[^"]*"/g, "");
  const lines = bare.split(/\r\n|\r|\n/).filter((line) => line.trim() !== "");
  return lines.slice(0, 20);
}

function within({ rows, columns, cellLength }: CsvLimits): (record: CsvRecord, count: number) => void {
  return ({ line, cells }, count) => {
    if (count > rows) throw new UnreadableFile(`The selected file has more than ${inFull(rows)} rows`);
    if (cells.length > columns)
      throw new UnreadableFile(
        `Line ${line} has ${inFull(cells.length)} columns, and a file may have ${inFull(columns)}`,
      );
    if (cells.some((cell) => cell.length > cellLength))
      throw new UnreadableFile(
        `Line ${line} has a cell of more than ${inFull(cellLength)} characters, which no spreadsheet can hold`,
      );
  };
}

function inFull(count: number): string {
  return count.toLocaleString("en-GB");
}
