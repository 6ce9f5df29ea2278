import { readDate } from "./read-date.ts";
import { readNumber } from "./read-number.ts";

/** Rows of cells from what was pasted: tabs from Excel, a CSV, or plain lines. Empty rows at the ends are dropped. */
export function splitCells(text: string): string[][] {
  const body = text
    .replaceAll(/\r\n?/g, "\n")
    .replace(/^\uFEFF/, "")
    .replace(/^(?:[ \t]*\n)+/, "")
    .trimEnd();
  if (body === "") return [];
  if (body.includes("\t")) return tidy(delimited(body, "\t"));
  const lines = body.split("\n");
  const single = lines.filter((line) => readNumber(line).kind === "number").length;
  if (single > lines.length / 2) return lines.map((line) => [line]);
  for (const delimiter of [";", ",", "|"]) {
    if (lines.filter((line) => line.includes(delimiter)).length > lines.length / 2)
      return tidy(delimited(body, delimiter));
  }
  return tidy(lines.map(splitAtSpaces));
}

/** A comma-separated file's quoting, with any separator. */
function delimited(body: string, separator: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = "";
  let quoted = false;
  for (let i = 0; i < body.length; i += 1) {
    const letter = body[i]!;
    if (quoted) {
      if (letter !== '"') cell += letter;
      else if (body[i + 1] === '"') {
        cell += '"';
        i += 1;
      } else quoted = false;
    } else if (letter === '"' && cell.trim() === "") {
      quoted = true;
      cell = "";
    } else if (letter === separator) {
      row.push(cell);
      cell = "";
    } else if (letter === "\n") {
      rows.push([...row, cell]);
      row = [];
      cell = "";
    } else cell += letter;
  }
  return [...rows, [...row, cell]];
}

/** "April 2024 12" has no separator but the last space; two spaces or more always separate. */
function splitAtSpaces(line: string): string[] {
  const wide = line.trim().split(/ {2,}/);
  if (wide.length > 1) return wide;
  const words = line.trim().split(" ");
  for (const numbers of [1, 2]) {
    if (words.length <= numbers) break;
    const date = words.slice(0, -numbers).join(" ");
    const rest = words.slice(-numbers);
    if (readDate(date) !== null && rest.every((word) => readNumber(word).kind !== "wrong"))
      return [date, ...rest];
  }
  return [line.trim()];
}

/** Columns that are empty all the way down are dropped, as are rows without anything. */
function tidy(rows: string[][]): string[][] {
  const width = Math.max(...rows.map((row) => row.length));
  const used = Array.from({ length: width }, (_, column) =>
    rows.some((row) => (row[column] ?? "").trim() !== ""),
  );
  return rows
    .map((row) => used.flatMap((isUsed, column) => (isUsed ? [(row[column] ?? "").trim()] : [])))
    .filter((row) => row.some((cell) => cell !== ""));
}

/** Dates along the top and one or two rows of numbers: turned, so that each row is a date. */
export function turnedIfAcross(rows: string[][]): string[][] {
  const [first] = rows;
  if (first === undefined || rows.length > 4 || first.length < 5) return rows;
  const dates = first.slice(1).filter((cell) => readDate(cell) !== null).length;
  if (dates < (first.length - 1) * 0.8) return rows;
  return first.map((_, column) => rows.map((row) => row[column] ?? ""));
}
