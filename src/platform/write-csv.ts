export type CsvValue = string | number | boolean | null | undefined;

/** A file that Excel opens as it is: with its mark, without which it takes UTF-8 for something else. */
export function writeCsv(rows: readonly (readonly CsvValue[])[]): string {
  return `\uFEFF${rows.map(csvLine).join("")}`;
}

/** One line with its end, for files that are written a piece at a time. */
export function csvLine(cells: readonly CsvValue[]): string {
  return `${cells.map(csvCell).join(",")}\r\n`;
}

/** A cell for a file that people open in a spreadsheet: nothing in it can be taken for a formula. */
export function csvCell(value: CsvValue): string {
  const safe = withoutFormula(textOf(value));
  return /[",;\t\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

function textOf(value: CsvValue): string {
  if (value === null || value === undefined) return "";
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  return typeof value === "number" && !Number.isFinite(value) ? "" : String(value);
}

const negativeNumber = /^-\d+(?:\.\d+)?(?:e[-+]?\d+)?%?$/i;

/** What a spreadsheet skips before it looks whether a formula begins. */
const skipped = String.raw`[\p{Z}\p{Cf}\u0000-\u0009\u000B\u000C\u000E-\u001F\u007F]*`;
const formulaStart = new RegExp(String.raw`^'*(?:${skipped}[=+\-@＝＋－＠﹢﹣﹦﹫]|\t)`, "u");
const emptyFirstLine = /^'*[\r\n]/;
const lineEnd = /(\r\n|\r|\n)/;

/**
 * An apostrophe in front tells a spreadsheet that a text follows. Each line gets its own, because programs that
 * mistake a line end in a cell for the end of the cell exist.
 */
export function withoutFormula(text: string): string {
  if (negativeNumber.test(text)) return text;
  const guarded = eachLine(text, (line) => (formulaStart.test(line) ? `'${line}` : line));
  return emptyFirstLine.test(guarded) ? `'${guarded}` : guarded;
}

/** The text that `withoutFormula` was given, when a file of ours comes back. */
export function withFormulaSigns(cell: string): string {
  const bare = cell.startsWith("'") && emptyFirstLine.test(cell) ? cell.slice(1) : cell;
  return eachLine(bare, (line) => (line.startsWith("'") && formulaStart.test(line) ? line.slice(1) : line));
}

function eachLine(text: string, change: (line: string) => string): string {
  return text.split(lineEnd).map(change).join("");
}
