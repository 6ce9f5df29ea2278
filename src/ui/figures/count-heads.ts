import { readDate } from "./read-date.ts";
import { readNumber } from "./read-number.ts";

/** Rows at the top that hold no number are titles and headings; the last of them names the columns. */
export function countHeads(rows: readonly string[][]): number {
  let heads = 0;
  while (heads < Math.min(rows.length, 5) && isHead(rows[heads]!)) heads += 1;
  return heads;
}

function isHead(row: readonly string[]): boolean {
  const [first = "", ...rest] = row;
  if (rest.length === 0) return readNumber(first).kind === "wrong" && readDate(first) === null;
  // A number beside a date is a row of the table, whichever of the two comes first.
  if (readNumber(first).kind === "number" && rest.some((cell) => readDate(cell) !== null)) return false;
  const wordy = rest.some((cell) => readNumber(cell).kind === "wrong");
  const empty = rest.every((cell) => cell === "");
  return (
    readDate(first) === null && (wordy || empty) && !rest.some((cell) => readNumber(cell).kind === "number")
  );
}
