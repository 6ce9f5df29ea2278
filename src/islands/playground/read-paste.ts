import type { Label, Reading } from "@throughline/spc";
import { countHeads } from "#ui/figures/count-heads.ts";
import { chooseColumns, type Columns, type Reader, type Shape } from "#ui/figures/choose-columns.ts";
import { readDate, readExcelDay } from "#ui/figures/read-date.ts";
import { readingOf, readNumber, shortened, type NumberCell } from "#ui/figures/read-number.ts";
import { splitCells, turnedIfAcross } from "#ui/figures/split-cells.ts";

/** What is wrong with what was typed, and where. */
export interface Problem {
  /** The field of the form. */
  readonly field: string;
  readonly message: string;
}

export interface Pasted {
  readonly x: readonly Label[];
  readonly values: readonly Reading[];
  /** Null where there is one number a row. */
  readonly denominators: readonly Reading[] | null;
  readonly targets: readonly (number | null)[] | null;
  readonly names: { readonly x: string; readonly value: string; readonly denominator: string };
  readonly percent: boolean;
  readonly dated: boolean;
  /** How the paste was understood, so that a wrong guess is seen. */
  readonly notes: readonly string[];
  readonly problems: readonly Problem[];
}

export const mostRows = 1_000;
const mostProblems = 8;

const nothing: Pasted = {
  x: [],
  values: [],
  denominators: null,
  targets: null,
  names: { x: "", value: "", denominator: "" },
  percent: false,
  dated: false,
  notes: [],
  problems: [],
};

/** Reads a paste from Excel or anywhere else: never throws, and says what it cannot read and where that is. */
export function readPaste(text: string, shape: Shape = "auto"): Pasted {
  const lines = countLines(text);
  if (lines > mostRows + 20)
    return refused(
      `There are ${lines.toLocaleString("en-GB")} rows. This page draws up to ${mostRows.toLocaleString("en-GB")}: put them together by week or month first`,
    );
  const rows = turnedIfAcross(splitCells(text));
  if (rows.length === 0) return refused("Paste at least 2 rows of numbers");
  const heads = countHeads(rows);
  const body = rows.slice(heads);
  if (body.length === 0) return refused("There are words but no numbers in what you pasted");
  return readRows(body, { head: heads > 0 ? rows[heads - 1]! : [], heads, shape });
}

function refused(message: string): Pasted {
  return { ...nothing, problems: [{ field: "data", message }] };
}

function countLines(text: string): number {
  let count = 1;
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) count += 1;
  return count;
}

function readRows(body: readonly string[][], reader: Reader): Pasted {
  const columns = chooseColumns(body, reader);
  if (columns === null) return refused("There is no column of numbers in what you pasted");
  const when = readWhen(body, columns, reader);
  const value = readColumn(body, columns.value, reader);
  const below = columns.denominator === null ? null : readColumn(body, columns.denominator, reader);
  const target = columns.target === null ? null : readColumn(body, columns.target, reader);
  const name = (column: number | null) =>
    column === null ? "" : (reader.head[column] ?? "").replaceAll(/\s+/g, " ").trim();
  const problems = [
    ...when.problems,
    ...value.problems,
    ...(below?.problems ?? []),
    ...(target?.problems ?? []),
  ];
  return {
    x: when.x,
    values: value.cells.map(readingOf),
    denominators: below?.cells.map(readingOf) ?? null,
    targets: target?.cells.map((cell) => (cell.kind === "number" ? cell.value : null)) ?? null,
    names: { x: name(columns.when), value: name(columns.value), denominator: name(columns.denominator) },
    percent: value.cells.some((cell) => cell.kind === "number" && cell.percent),
    dated: when.dated,
    notes: [
      columnsNote(columns, reader, body.length),
      ...when.notes,
      ...absenceNotes(value.cells),
      ...unusedNote(columns, reader),
    ],
    problems: fewProblems(problems),
  };
}

/** Some of many say enough. */
function fewProblems(problems: readonly Problem[]): Problem[] {
  if (problems.length <= mostProblems) return [...problems];
  const more = problems.length - mostProblems;
  return [
    ...problems.slice(0, mostProblems),
    {
      field: "data",
      message: `There ${more === 1 ? "is 1 more problem" : `are ${more.toLocaleString("en-GB")} more problems`} like these`,
    },
  ];
}

interface When {
  readonly x: Label[];
  readonly dated: boolean;
  readonly notes: string[];
  readonly problems: Problem[];
}

function readWhen(body: readonly string[][], { when }: Columns, reader: Reader): When {
  if (when === null)
    return {
      x: body.map((_, i) => i + 1),
      dated: false,
      notes: ["There are no dates, so points are numbered in the order given."],
      problems: [],
    };
  const cells = body.map((row) => row[when] ?? "");
  const serial = cells.map(readExcelDay);
  if (cells.every((_, i) => serial[i] !== null))
    return {
      x: serial.map(String),
      dated: true,
      notes: ["The dates came as Excel’s day numbers and were turned back into dates."],
      problems: [],
    };
  const dayFirst = cells.map((cell) => readDate(cell));
  const read = dayFirst.filter((date) => date !== null).length;
  if (read < cells.length / 2) return named(cells);
  const monthFirst = cells.map((cell) => readDate(cell, "month-first"));
  const american = read < cells.length && monthFirst.every((date) => date !== null);
  const dates = american ? monthFirst : dayFirst;
  const problems = dates.flatMap((date, i): Problem[] =>
    date === null
      ? [
          {
            field: "data",
            message: `Row ${rowNumber(i, reader)}: “${shortened(cells[i]!)}” is not a date like ${cells.find((_, at) => dates[at] !== null) ?? "1 April 2026"}`,
          },
        ]
      : [],
  );
  return {
    x: dates.map((date, i) => date?.iso ?? cells[i]!),
    dated: problems.length === 0,
    notes: dateNotes(cells, dates, american),
    problems,
  };
}

function named(cells: readonly string[]): When {
  const numbers = cells.every((cell) => /^\d+$/.test(cell));
  return {
    x: numbers ? cells.map(Number) : cells.map((cell, i) => cell || `Row ${i + 1}`),
    dated: false,
    notes: numbers ? [] : ["The first column holds names, not dates, so points stand in the order given."],
    problems: [],
  };
}

function dateNotes(
  cells: readonly string[],
  dates: readonly ReturnType<typeof readDate>[],
  american: boolean,
): string[] {
  const unsure = dates.findIndex((date) => date?.ambiguous);
  const sure = cells.some((cell) => /^(?:1[3-9]|2\d|3[01])[-/.]/.test(cell));
  if (american)
    return [
      "Some dates have the month first (American order), so all were read so. Check the dates in the table.",
    ];
  if (unsure >= 0 && !sure)
    return [
      `Dates were read with the day first: “${cells[unsure]!}” as ${dates[unsure]!.iso.split("-").toReversed().join("/")}.`,
    ];
  if (dates.some((date) => date?.form === "quarter"))
    return ["Quarters were read as those of the financial year: the first is April to June."];
  return [];
}

function readColumn(
  body: readonly string[][],
  column: number,
  reader: Reader,
): { cells: NumberCell[]; problems: Problem[] } {
  const cells = body.map((row) => readNumber(row[column] ?? ""));
  const problems = cells.flatMap((cell, i): Problem[] =>
    cell.kind === "wrong" ? [{ field: "data", message: `Row ${rowNumber(i, reader)}: ${cell.because}` }] : [],
  );
  return { cells, problems };
}

function rowNumber(i: number, { heads }: Reader): number {
  return i + 1 + heads;
}

function columnsNote({ when, value, denominator, target }: Columns, { head }: Reader, rows: number): string {
  const called = (column: number | null, role: string) =>
    column === null ? [] : [head[column] ? `${role} (“${shortened(head[column])}”)` : role];
  const parts = [
    ...called(when, "when"),
    ...called(value, denominator === null ? "value" : "numerator"),
    ...called(denominator, "denominator"),
    ...called(target, "target"),
  ];
  return `${rows.toLocaleString("en-GB")} ${rows === 1 ? "row" : "rows"} read; columns: ${parts.join(", ")}.`;
}

function absenceNotes(cells: readonly NumberCell[]): string[] {
  const count = (test: (cell: NumberCell) => boolean) => cells.filter(test).length;
  const missing = count((cell) => cell.kind === "missing");
  const suppressed = count((cell) => cell.kind === "missing" && cell.because === "suppressed");
  const errors = count((cell) => cell.kind === "missing" && cell.because === "excel-error");
  const none = count((cell) => cell.kind === "not-applicable");
  return [
    missing > 0 ? `${points(missing)} without a value: shown as a gap, never as 0.` : "",
    suppressed > 0 ? `${points(suppressed)} of those suppressed (such as * or <5).` : "",
    errors > 0 ? `${points(errors)} of those an Excel error (such as #DIV/0!).` : "",
    none > 0 ? `${points(none)} marked as not applicable.` : "",
  ].filter(Boolean);
}

function points(count: number): string {
  return count === 1 ? "1 row is" : `${count.toLocaleString("en-GB")} rows are`;
}

function unusedNote({ unused }: Columns, { head }: Reader): string[] {
  if (unused.length === 0) return [];
  const names = unused.map((column) =>
    head[column] ? `“${shortened(head[column])}”` : `column ${column + 1}`,
  );
  return [`Not used: ${names.join(", ")}.`];
}
