/** One record of a file: the line on which it begins, and its cells. */
export type CsvRecord = { line: number; cells: string[] };

export class BrokenCsv extends Error {
  readonly line: number;
  constructor(line: number, message: string) {
    super(message);
    this.line = line;
  }
}

/** One cell and what ends it: a quoted cell with doubled quotes inside, or a plain one without any. */
const cell = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|\r|$)/y;

/**
 * RFC 4180, strictly: commas, quotes, quoted line ends, and a byte order mark in front. Lines with nothing on
 * them are skipped. What is not CSV is refused with its line, never guessed at.
 */
export function parseCsv(text: string): CsvRecord[] {
  const records: CsvRecord[] = [];
  let position = text.startsWith("\uFEFF") ? 1 : 0;
  let line = 1;
  let record: CsvRecord = { line, cells: [] };
  while (position < text.length) {
    cell.lastIndex = position;
    const found = cell.exec(text);
    if (!found) throw new BrokenCsv(line, brokenAt(text, position));
    const [whole, quoted, plain, end] = found;
    record.cells.push(quoted === undefined ? plain! : quoted.replaceAll('""', '"'));
    line += lineEnds(whole);
    position = cell.lastIndex;
    if (end === "," && position < text.length) continue;
    if (end === ",") record.cells.push("");
    if (record.cells.length > 1 || record.cells[0] !== "") records.push(record);
    record = { line, cells: [] };
  }
  return records;
}

function lineEnds(text: string): number {
  return text.match(/\r\n|\r|\n/g)?.length ?? 0;
}

function brokenAt(text: string, position: number): string {
  return text[position] === '"'
    ? "A quotation mark is opened here and not closed before the next comma"
    : "A quotation mark stands in the middle of a cell";
}

/** A cell for a file that people open in a spreadsheet: nothing in it can be taken for a formula. */
export function csvCell(value: string): string {
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
