/** What a cell of a workbook holds. A date is "2026-04-01", or "2026-04-01T09:30:00" where it has a time of day. */
export type Cell =
  | { kind: "empty" }
  | { kind: "text"; value: string }
  /** A percentage is stored as its share: 15% is 0.15. */
  | { kind: "number"; value: number; percent?: true }
  | { kind: "date"; value: string }
  | { kind: "boolean"; value: boolean }
  /** Such as "#DIV/0!". */
  | { kind: "error"; value: string };

export type SheetRow = {
  /** As the spreadsheet numbers it, from 1. */
  row: number;
  /** From column A to the last that holds something; those between that hold nothing are empty. */
  cells: Cell[];
};

export type Sheet = {
  name: string;
  hidden: boolean;
  /** Rows that hold something, in order. */
  rows: SheetRow[];
  /** Cells worked out by a formula: the value that was saved last is taken. */
  formulas: { count: number; cells: string[]; withoutValue: number };
  /** Such as "A1:C1": only the first cell holds the value. */
  merged: string[];
};

export const emptyCell: Cell = { kind: "empty" };

/** The cell's text as a person would type it. */
export function cellText(cell: Cell | undefined): string {
  if (!cell || cell.kind === "empty") return "";
  if (cell.kind === "boolean") return cell.value ? "TRUE" : "FALSE";
  if (cell.kind === "number") return cell.percent ? `${exact(cell.value * 100)}%` : String(cell.value);
  return cell.value;
}

/** 0.07 × 100 is 7.000000000000001 in binary, and 7 to whoever typed it. */
function exact(value: number): string {
  return String(Number(value.toPrecision(15)));
}

const alphabet = 26;

/** "A" for 0, "XFD" for 16,383. */
export function columnName(index: number): string {
  const rest = Math.floor(index / alphabet);
  const letter = String.fromCodePoint(65 + (index % alphabet));
  return rest === 0 ? letter : columnName(rest - 1) + letter;
}

/** 0 for "A". The letters must be letters. */
export function columnIndex(name: string): number {
  return [...name].reduce((sum, letter) => sum * alphabet + letter.codePointAt(0)! - 64, 0) - 1;
}
